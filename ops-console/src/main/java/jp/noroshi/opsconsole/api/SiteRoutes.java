package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.opendata.SiteListWriter;
import jp.noroshi.gis.opendata.SiteListWriter.Columns;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.gis.site.EvacuationSite.Designation;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.SiteEntry;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.ShelterStanding;

/** Evacuation sites: what they are for, and which of them are open. */
final class SiteRoutes implements Routes {

  private final HubFacts hub;
  private final Sites sites;
  private final SiteDescriptions descriptions;
  private final ShelterBoard board;

  SiteRoutes(HubFacts hub, Places places) {
    this.hub = hub;
    this.sites = places.sites();
    this.descriptions = places.descriptions();
    this.board = places.board();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listSites", _ -> list(),
        "describeSite", this::describe,
        "fetchSiteList", this::fetch);
  }

  private record SiteList(Instant asOf, double squareMetresPerPerson, List<SiteView> sites) {}

  private record OpeningView(
      OpeningState state, Crowding crowding, Instant since, Instant asOf, String by) {
    static Optional<OpeningView> of(ShelterStanding standing) {
      return standing
          .opening()
          .map(
              opening ->
                  new OpeningView(
                      opening.state(),
                      standing.crowding(),
                      opening.since(),
                      standing.asOf().orElse(opening.asOf()),
                      opening.by()));
    }
  }

  private record SiteView(
      UUID id,
      String name,
      String kana,
      String address,
      LatLon location,
      Set<DesignationKind> kinds,
      Set<HazardKind> hazards,
      Optional<Integer> capacity,
      Optional<Integer> published,
      Optional<Double> floorArea,
      Optional<Boolean> wheelchair,
      boolean closed,
      long spread,
      List<Designation> designations,
      Optional<OpeningView> opening) {

    static SiteView of(
        EvacuationSite site, Optional<Integer> capacity, Optional<OpeningView> opening) {
      Set<DesignationKind> kinds = EnumSet.noneOf(DesignationKind.class);
      Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
      for (Designation each : site.designations()) {
        kinds.add(each.kind());
        hazards.addAll(each.hazards());
      }
      return new SiteView(
          site.id(),
          site.name(),
          site.kana(),
          site.address(),
          site.location(),
          kinds,
          hazards,
          capacity,
          site.capacity(),
          site.floorArea(),
          site.wheelchair(),
          site.closed(),
          Math.round(site.spread()),
          site.designations(),
          opening);
    }
  }

  private Answer list() {
    Map<UUID, ShelterStanding> standings =
        board.standings().stream()
            .collect(Collectors.toMap(each -> each.shelter().id(), Function.identity()));
    return Answer.ok(
        new SiteList(
            hub.now(),
            sites.squareMetres(),
            sites.list().stream()
                .map(site -> view(site, Optional.ofNullable(standings.get(site.id()))))
                .toList()));
  }

  private record Description(Optional<Double> floorArea, Optional<Boolean> wheelchair) {}

  private Answer describe(Call call) {
    Description body = call.read(Description.class);
    UUID id = call.id("siteId");
    return Answer.okOrNotFound(
        descriptions
            .describe(id, body.floorArea(), body.wheelchair(), call.actor())
            .map(site -> view(site, board.find(id))));
  }

  private SiteView view(EvacuationSite site, Optional<ShelterStanding> standing) {
    return SiteView.of(site, sites.capacityOf(site), standing.flatMap(OpeningView::of));
  }

  private Answer fetch(Call call) {
    List<SiteEntry> lines = sites.lines();
    boolean geoJson = call.text("format").equals("GEOJSON");
    return new Answer.Download(
        Buffer.buffer(
            geoJson
                ? SiteListWriter.toGeoJson(lines, Columns.ALL)
                : SiteListWriter.toCsv(lines, Columns.ALL)),
        "evacuation_space." + (geoJson ? "geojson" : "csv"));
  }
}

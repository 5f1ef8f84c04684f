package jp.noroshi.opsconsole.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.tiles.MapLayer;
import jp.noroshi.gis.tiles.PublicPlaces;
import jp.noroshi.opsconsole.page.PublicMapModel.Choice;
import jp.noroshi.opsconsole.page.PublicMapModel.Layer;
import jp.noroshi.opsconsole.page.PublicMapModel.Part;
import jp.noroshi.opsconsole.page.PublicMapModel.Place;
import jp.noroshi.opsconsole.page.PublicMapModel.Rank;

/** Makes the model of the public map of what is known. Stateless, thread-safe. */
final class PublicMapAssembler {

  private static final int DEPTHS = 6;
  private static final int ZONES = 2;

  /** Which designation decides the sign, the one people look for first. */
  private static final List<String> SIGNS =
      List.of("SHELTER", "WELFARE_SHELTER", "EMERGENCY_SITE", "TSUNAMI_BUILDING", "AID_STATION");

  private static final List<String> WORDS =
      List.of(
          "what",
          "none",
          "none-what",
          "show",
          "loading",
          "failed",
          "layers",
          "note",
          "rough",
          "districts",
          "previous",
          "next",
          "legend",
          "sites");

  private final MunicipalitySettings municipality;
  private final MessageTemplates texts;

  /**
   * What is known.
   *
   * @param sites those of the lists, and places by hand while people are there
   * @param open those that take people in
   * @param closing those where people are still, but nobody new is taken in
   */
  record Known(
      Mode mode,
      Instant asOf,
      List<PublicPlaces.Site> sites,
      List<MapLayer> layers,
      Map<UUID, OpenSite> open,
      Set<UUID> closing) {}

  PublicMapAssembler(MunicipalitySettings municipality, MessageTemplates texts) {
    this.municipality = municipality;
    this.texts = texts;
  }

  PublicMapModel assemble(PublicMapRequest asked, Known known) {
    String language = asked.language();
    PublicMapChoice choice = PublicMapChoice.of(asked, known.sites(), known.open().keySet());
    PageWords words = new PageWords(language, texts, municipality);
    String title = say(language, "title");
    boolean drill = known.mode() == Mode.DRILL;
    return new PublicMapModel(
        language,
        (drill ? texts.word(language, "drill-title") : "") + title,
        drill,
        "/?lang=" + language,
        choice.request().link(),
        words.sayAt("checked", known.asOf()),
        words(language, words),
        languages(choice.request()),
        pages(choice),
        parts(language, choice.sites(), known),
        known.layers().stream()
            .flatMap(drawn -> drawn.hazard().map(facts -> layer(language, drawn, facts)).stream())
            .toList());
  }

  private String say(String language, String key) {
    return texts.word(language, "map-" + key);
  }

  private Map<String, String> words(String language, PageWords page) {
    Map<String, String> all = new LinkedHashMap<>(page.fixed());
    WORDS.forEach(key -> all.put("map-" + key, say(language, key)));
    return all;
  }

  private List<Choice> languages(PublicMapRequest request) {
    return texts.languages().stream()
        .map(
            each ->
                new Choice(
                    each,
                    texts.nameOf(each),
                    request.in(each).link(),
                    each.equals(request.language())))
        .toList();
  }

  private PublicMapModel.Pages pages(PublicMapChoice choice) {
    PublicMapRequest request = choice.request();
    String language = request.language();
    return new PublicMapModel.Pages(
        say(language, choice.openOnly() ? "list-open" : "list"),
        Optional.of(say(language, "none-open")).filter(_ -> choice.sites().isEmpty()),
        choice.districts().entrySet().stream()
            .map(district -> district(request, district.getKey(), district.getValue()))
            .toList(),
        Optional.of(request.page() - 1)
            .filter(page -> page > 0)
            .map(page -> request.at(page).link()),
        Optional.of(request.page() + 1)
            .filter(page -> page <= choice.pages())
            .map(page -> request.at(page).link()));
  }

  private PublicMapModel.District district(
      PublicMapRequest request, String code, PublicMapChoice.Count count) {
    String language = request.language();
    return new PublicMapModel.District(
        code.equals(PublicMapRequest.ELSEWHERE)
            ? say(language, "elsewhere")
            : municipality.areaName(new AreaCode(code), language),
        say(language, "count")
            .replace("{all}", Integer.toString(count.all()))
            .replace("{open}", Integer.toString(count.open())),
        request.of(code).link(),
        request.district().filter(code::equals).isPresent());
  }

  private List<Part> parts(String language, List<PublicPlaces.Site> sites, Known known) {
    Map<Optional<AreaCode>, List<Place>> byDistrict = new LinkedHashMap<>();
    for (PublicPlaces.Site site : sites) {
      byDistrict
          .computeIfAbsent(site.district(), _ -> new ArrayList<>())
          .add(place(language, site, known));
    }
    return byDistrict.entrySet().stream()
        .map(
            part ->
                new Part(
                    part.getKey()
                        .map(code -> municipality.areaName(code, language))
                        .orElseGet(() -> say(language, "elsewhere")),
                    part.getValue()))
        .toList();
  }

  private Place place(String language, PublicPlaces.Site site, Known known) {
    Optional<OpenSite> open = Optional.ofNullable(known.open().get(site.id()));
    String shut = known.closing().contains(site.id()) ? "closing" : "shut";
    String separator = texts.word(language, "list-separator");
    return new Place(
        site.name(),
        site.address(),
        site.location().latitude() + "," + site.location().longitude(),
        SIGNS.stream().filter(site.kinds()::contains).findFirst().orElse("UNSTATED"),
        open.isPresent(),
        open.map(now -> state(language, now)).orElseGet(() -> say(language, shut)),
        site.kinds().stream()
            .map(kind -> say(language, "kind-" + kind))
            .collect(Collectors.joining(separator)),
        dangers(language, site.hazards(), separator));
  }

  private String state(String language, OpenSite now) {
    return say(language, "open") + " " + say(language, "crowding-" + now.crowding().name());
  }

  private Optional<String> dangers(String language, List<HazardKind> hazards, String separator) {
    return hazards.isEmpty()
        ? Optional.empty()
        : Optional.of(
            say(language, "for")
                .replace(
                    "{hazards}",
                    hazards.stream()
                        .map(kind -> say(language, "hazard-" + kind.name()))
                        .collect(Collectors.joining(separator))));
  }

  private Layer layer(String language, MapLayer drawn, MapLayer.HazardMapFacts hazard) {
    return new Layer(
        drawn.layer().id(),
        hazard.kind().name(),
        hazard.name() + " " + hazard.scenario(),
        say(language, "source")
            .replace("{source}", hazard.source())
            .replace("{edition}", hazard.edition().toString()),
        ranks(language, hazard.kind()).toList());
  }

  private Stream<Rank> ranks(String language, HazardKind kind) {
    return switch (kind) {
      case FLOOD, STORM_SURGE, TSUNAMI, INLAND_FLOOD -> ranks(language, "depth-", DEPTHS);
      case LANDSLIDE -> ranks(language, "zone-", ZONES);
      case EARTHQUAKE, LARGE_FIRE, VOLCANO -> ranks(language, "zone-", 1);
    };
  }

  private Stream<Rank> ranks(String language, String family, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(rank -> new Rank(family + rank, say(language, family + rank)));
  }
}

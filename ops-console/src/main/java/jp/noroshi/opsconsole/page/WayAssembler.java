package jp.noroshi.opsconsole.page;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.route.Destination;
import jp.noroshi.gis.route.NearestSite;
import jp.noroshi.gis.route.Route;
import jp.noroshi.gis.route.RouteWarning;
import jp.noroshi.gis.route.Safety;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.opsconsole.page.PageModel.Choice;
import jp.noroshi.opsconsole.page.PageRequest.Subject;

/** Makes the model of the page of somebody's way. Stateless, thread-safe. */
final class WayAssembler {

  private static final int OPEN_SITES = 10;
  private static final int STEPS = 40;
  private static final List<HazardKind> OFFERED =
      List.of(HazardKind.FLOOD, HazardKind.LANDSLIDE, HazardKind.EARTHQUAKE, HazardKind.LARGE_FIRE);

  private final Mode mode;
  private final MunicipalitySettings municipality;
  private final Map<String, PageWords> languages;
  private final PageSwitches switches;

  WayAssembler(
      Mode mode,
      MunicipalitySettings municipality,
      Map<String, PageWords> languages,
      PageSwitches switches) {
    this.mode = mode;
    this.municipality = municipality;
    this.languages = Map.copyOf(languages);
    this.switches = switches;
  }

  /**
   * What was found out for a request.
   *
   * @param start where the way begins; empty = not said, or not ours
   * @param dangers what people flee from
   * @param nearest where to go; empty = no site fits
   * @param open every open site
   */
  record Found(
      Optional<LatLon> start,
      Set<HazardKind> dangers,
      Optional<NearestSite> nearest,
      List<Destination> open) {}

  WayModel assemble(WayRequest request, Found found) {
    PageWords words = languages.get(request.language());
    boolean asked = found.start().isPresent();
    return new WayModel(
        request.language(),
        words.title(mode == Mode.DRILL),
        request.size().parameter(),
        mode == Mode.DRILL,
        words.say("way-title"),
        intro(request, found, words),
        asked && found.nearest().isEmpty() ? Optional.of(words.say("way-none")) : Optional.empty(),
        found.nearest().map(nearest -> site(nearest, found.dangers(), words)),
        open(found, words),
        asked,
        profiles(request, words),
        dangers(request, found, words),
        switches.languages(request.language(), language -> request.in(language).address()),
        PageSwitches.sizes(
            request.size(), request.language(), words, size -> request.sized(size).address()),
        districts(request),
        request.address(),
        new PageRequest(new Subject.City(), request.language(), request.size(), false).address(),
        words.fixed());
  }

  private static Optional<String> intro(WayRequest request, Found found, PageWords words) {
    return request
        .from()
        .filter(_ -> found.start().isPresent())
        .map(
            from ->
                switch (from) {
                  case WayRequest.From.District(var code) -> words.sayOf("way-from-district", code);
                  case WayRequest.From.Place _ -> words.say("way-from-place");
                });
  }

  private static WayModel.Site site(NearestSite nearest, Set<HazardKind> dangers, PageWords words) {
    Destination site = nearest.site();
    Route route = nearest.route();
    return new WayModel.Site(
        site.name(),
        site.address(),
        site.takesPeopleIn(),
        state(site, words),
        undesignated(site, words),
        stands(site, dangers, words),
        distance(route.metres(), words)
            + (route.straight()
                ? ""
                : words.say("way-minutes").replace("{minutes}", Integer.toString(route.minutes()))),
        straight(route, words),
        route.warnings().stream().map(warning -> warning(warning, words)).distinct().toList(),
        steps(route, words),
        WaySketch.of(route),
        words.say("way-sketch").replace("{name}", site.name()),
        String.format(
            Locale.ROOT, "geo:%.6f,%.6f", site.location().latitude(), site.location().longitude()),
        words.sayAt("way-as-of", route.asOf()));
  }

  private static String state(Destination site, PageWords words) {
    return site.open()
        .map(
            open ->
                words.sayAt("way-open-since", open.since())
                    + words.say("way-crowding-" + open.crowding().name())
                    + (open.crowding() == OpenSite.Crowding.UNKNOWN
                        ? ""
                        : words.sayAt("way-told-at", open.asOf())))
        .orElseGet(() -> words.say("way-not-open"));
  }

  private static String stands(Destination site, Set<HazardKind> dangers, PageWords words) {
    return switch (site.safety()) {
      case Safety.Designated(Set<HazardKind> hazards) ->
          hazards.isEmpty()
              ? words.say("way-stands-none")
              : words.say("way-stands").replace("{dangers}", named(hazards, words));
      case Safety.ByHand(_, _, Set<HazardKind> zones) when !zones.isEmpty() ->
          words.say("way-inside").replace("{dangers}", named(zones, words));
      case Safety.ByHand _ when !dangers.isEmpty() ->
          words.say("way-outside").replace("{dangers}", named(dangers, words));
      case Safety.ByHand _ -> words.say("way-stands-none");
    };
  }

  /** Of a place the municipality did not designate, that it did not. */
  private static Optional<String> undesignated(Destination site, PageWords words) {
    return switch (site.safety()) {
      case Safety.Designated _ -> Optional.empty();
      case Safety.ByHand byHand ->
          Optional.of(
              words.say("way-undesignated").replace("{kind}", words.kindOfPlace(byHand.kind())));
    };
  }

  private static String named(Set<HazardKind> dangers, PageWords words) {
    return Stream.of(HazardKind.values())
        .filter(dangers::contains)
        .map(words::danger)
        .collect(Collectors.joining(words.separator()));
  }

  private static Optional<String> straight(Route route, PageWords words) {
    return switch (route.basis()) {
      case ROADS -> Optional.empty();
      case NO_NETWORK -> Optional.of(words.say("way-no-network"));
      case UNREACHABLE -> Optional.of(words.say("way-unreachable"));
    };
  }

  private static String distance(double metres, PageWords words) {
    String key = metres < 1000 ? "way-metres" : "way-kilometres";
    String number =
        metres < 1000
            ? Long.toString(Math.round(metres / 10) * 10)
            : String.format(Locale.ROOT, "%.1f", metres / 1000);
    return words.say(key).replace("{distance}", number);
  }

  private static String warning(RouteWarning warning, PageWords words) {
    return warning
        .hazard()
        .map(kind -> words.say("way-warn-HAZARD_ZONE").replace("{danger}", words.danger(kind)))
        .orElseGet(() -> words.say("way-warn-" + warning.kind().name()));
  }

  private static List<String> steps(Route route, PageWords words) {
    return route.legs().stream()
        .limit(STEPS)
        .map(
            leg ->
                words
                    .say(leg.street().isEmpty() ? "way-leg" : "way-leg-street")
                    .replace("{street}", leg.street())
                    .replace("{direction}", words.say("way-" + leg.direction().name()))
                    .replace("{distance}", distance(leg.metres(), words)))
        .toList();
  }

  private static List<WayModel.OpenLine> open(Found found, PageWords words) {
    Comparator<Destination> order =
        found
            .start()
            .map(
                start ->
                    Comparator.comparingDouble(
                        (Destination site) -> start.metresTo(site.location())))
            .orElseGet(() -> Comparator.comparing(Destination::name));
    return found.open().stream()
        .sorted(order)
        .limit(OPEN_SITES)
        .map(
            site ->
                new WayModel.OpenLine(
                    site.name(),
                    state(site, words),
                    undesignated(site, words),
                    stands(site, found.dangers(), words),
                    found
                        .start()
                        .map(start -> distance(start.metresTo(site.location()), words))
                        .map(text -> words.say("way-straight").replace("{distance}", text))
                        .orElse("")))
        .toList();
  }

  private static List<Choice> profiles(WayRequest request, PageWords words) {
    return EnumSet.allOf(WayProfile.class).stream()
        .map(
            profile ->
                new Choice(
                    words.say("way-" + profile.name()),
                    request.language(),
                    request.by(profile).address(),
                    profile == request.profile()))
        .toList();
  }

  private static List<Choice> dangers(WayRequest request, Found found, PageWords words) {
    return OFFERED.stream()
        .map(
            kind ->
                new Choice(
                    words.danger(kind),
                    request.language(),
                    request.fleeing(kind).address(),
                    found.dangers().contains(kind)))
        .toList();
  }

  private List<Choice> districts(WayRequest request) {
    return municipality.districts().stream()
        .map(
            district ->
                new Choice(
                    municipality.areaName(district.code(), request.language()),
                    request.language(),
                    request.startingIn(district.code()).address(),
                    request
                        .from()
                        .equals(Optional.of(new WayRequest.From.District(district.code())))))
        .toList();
  }
}

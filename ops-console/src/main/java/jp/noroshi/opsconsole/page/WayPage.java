package jp.noroshi.opsconsole.page;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.route.Destinations;
import jp.noroshi.gis.route.RouteWish;
import jp.noroshi.gis.route.Routes;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.PageRequest.TextSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' page {@code /way}: the way to the nearest open site, from a district or from where
 * the device is. Where somebody is is neither kept nor logged. Thread-safe.
 */
public final class WayPage {

  private static final Logger LOG = LoggerFactory.getLogger(WayPage.class);

  private final Ways ways;
  private final MunicipalitySettings municipality;
  private final MessageTemplates texts;
  private final VirtualThreads threads;
  private final WayAssembler assembler;
  private final PageTemplates templates = new PageTemplates();

  /**
   * What the page asks.
   *
   * @param orders the city's orders in force; blocking
   */
  public record Ways(
      Routes routes,
      Destinations destinations,
      Districts districts,
      Supplier<List<EvacuationOrder>> orders) {}

  /** Serves the page. */
  public WayPage(
      Ways ways,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads) {
    this.ways = ways;
    this.municipality = municipality;
    this.texts = texts;
    this.threads = threads;
    PageLanguages languages = new PageLanguages(texts, municipality);
    this.assembler = new WayAssembler(mode, municipality, languages.words(), languages.switches());
  }

  /** Adds the route. */
  public void mount(Router router) {
    router.get("/way").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    WayRequest request = read(context.request());
    threads
        .call(() -> templates.writeWay(assembler.assemble(request, find(request))))
        .onSuccess(page -> send(context, 200, page))
        .onFailure(
            failure -> {
              LOG.error("the way to a site could not be shown", failure);
              send(context, 503, templates.writeUnknown(nothingKnown(request)));
            });
  }

  private WayRequest read(HttpServerRequest asked) {
    String wanted = asked.getParam("lang", municipality.mainLanguage());
    Optional<WayRequest.From> place =
        WayRequest.place(asked.getParam("at", "")).map(WayRequest.From.Place::new);
    Optional<WayRequest.From> district =
        municipality.districts().stream()
            .map(MunicipalitySettings.District::code)
            .filter(code -> code.value().equals(asked.getParam("d", "")))
            .findFirst()
            .map(WayRequest.From.District::new);
    return new WayRequest(
        place.or(() -> district),
        WayRequest.danger(asked.getParam("danger", "")),
        "1".equals(asked.getParam("wheelchair")) ? WayProfile.WHEELCHAIR : WayProfile.FOOT,
        texts.languages().contains(wanted) ? wanted : municipality.mainLanguage(),
        TextSize.of(asked.getParam("size", "m")));
  }

  private WayAssembler.Found find(WayRequest request) {
    Optional<LatLon> start =
        request
            .from()
            .flatMap(
                from ->
                    switch (from) {
                      case WayRequest.From.District(AreaCode code) ->
                          ways.districts().findCentre(code);
                      case WayRequest.From.Place(LatLon at) -> Optional.of(at);
                    });
    Set<HazardKind> dangers =
        request.danger().<Set<HazardKind>>map(EnumSet::of).orElseGet(() -> ordered(request));
    return new WayAssembler.Found(
        start,
        dangers,
        start.flatMap(
            from -> ways.routes().nearest(from, new RouteWish(dangers, request.profile()))),
        ways.destinations().list().stream()
            .filter(site -> site.open().isPresent())
            .filter(site -> site.fits(dangers))
            .toList());
  }

  /** What the gravest order here is about; of a place, what the gravest of all is about. */
  private Set<HazardKind> ordered(WayRequest request) {
    return ways.orders().get().stream()
        .filter(order -> concerns(order, request))
        .max(Comparator.comparing(EvacuationOrder::level))
        .map(order -> HazardKind.neededFor(order.hazard()))
        .orElseGet(Set::of);
  }

  private static boolean concerns(EvacuationOrder order, WayRequest request) {
    return !(request.from().orElse(null) instanceof WayRequest.From.District(AreaCode code))
        || order.district().equals(code);
  }

  private Map<String, String> nothingKnown(WayRequest request) {
    PageWords words = new PageWords(request.language(), texts, municipality);
    return Map.of(
        "lang", request.language(),
        "title", words.say("unknown"),
        "unknown", words.say("unknown"),
        "hint", words.say("unknown-all"),
        "self", request.address(),
        "refresh", words.say("refresh"));
  }

  private void send(RoutingContext context, int status, String page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", templates.policy())
        .putHeader("X-Content-Type-Options", "nosniff")
        // The address may say where somebody is.
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store")
        .end(page);
  }
}

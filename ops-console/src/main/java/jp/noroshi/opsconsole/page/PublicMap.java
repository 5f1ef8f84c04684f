package jp.noroshi.opsconsole.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.gis.tiles.PublicPlaces;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.shelters.opening.PublicState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterStanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' map under {@code /map}, with {@code ?lang=}, {@code &district=} and {@code
 * &page=}: a list of sites by district that needs no script, and with one a map that says the same.
 * Thread-safe.
 */
public final class PublicMap {

  private static final Logger LOG = LoggerFactory.getLogger(PublicMap.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Source source;
  private final String mainLanguage;
  private final MessageTemplates texts;
  private final VirtualThreads threads;
  private final InstantSource clock;
  private final PublicMapAssembler assembler;
  private final PublicMapTemplate template = new PublicMapTemplate();
  private Optional<Edition> latest = Optional.empty();

  /**
   * Where the map's words come from; each blocks.
   *
   * @param standings how the shelters stand now
   */
  public record Source(
      Mode mode, PublicPlaces places, Tiles tiles, Supplier<List<ShelterStanding>> standings) {}

  /** What is known at a moment, and the pages that were written of it. */
  private record Edition(
      PublicMapAssembler.Known known, Map<PublicMapRequest, RenderedPage> pages) {}

  /**
   * Serves the map.
   *
   * @param texts the words, in every language of the municipality
   * @param threads runs what blocks
   */
  public PublicMap(
      Source source,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads,
      InstantSource clock) {
    this.source = source;
    this.mainLanguage = municipality.mainLanguage();
    this.texts = texts;
    this.threads = threads;
    this.clock = clock;
    this.assembler = new PublicMapAssembler(municipality, texts);
  }

  /** Adds the route. */
  public void mount(Router router) {
    router.get("/map").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    String wanted = context.request().getParam("lang", mainLanguage);
    PublicMapRequest request =
        PublicMapRequest.of(
            texts.languages().contains(wanted) ? wanted : mainLanguage,
            Optional.ofNullable(context.request().getParam("district")),
            Optional.ofNullable(context.request().getParam("page")));
    threads
        .call(() -> page(request))
        .onSuccess(page -> PageAnswer.send(context, page, template.policy()))
        .onFailure(
            failure -> {
              LOG.error("the residents' map could not be shown", failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "15").end();
            });
  }

  /** Written once for all who ask within a few seconds. */
  private RenderedPage page(PublicMapRequest asked) {
    Edition now = edition();
    // What strangers ask for beside what there is must not fill the memory.
    PublicMapRequest request =
        PublicMapChoice.of(asked, now.known().sites(), now.known().open().keySet()).request();
    return now.pages()
        .computeIfAbsent(
            request,
            it -> RenderedPage.of(200, template.write(assembler.assemble(it, now.known()))));
  }

  private synchronized Edition edition() {
    Edition now =
        latest
            .filter(before -> clock.instant().isBefore(before.known().asOf().plus(FRESH)))
            .orElseGet(() -> new Edition(know(), new ConcurrentHashMap<>()));
    latest = Optional.of(now);
    return now;
  }

  private PublicMapAssembler.Known know() {
    List<ShelterStanding> standings = source.standings().get();
    List<PublicPlaces.Site> places = new ArrayList<>(source.places().sites());
    standings.stream().flatMap(PublicMap::openedByHand).forEach(places::add);
    return new PublicMapAssembler.Known(
        source.mode(),
        clock.instant(),
        places,
        source.tiles().layers().stream().filter(layer -> layer.hazard().isPresent()).toList(),
        standings.stream()
            .flatMap(standing -> standing.findOpen().stream())
            .collect(Collectors.toMap(OpenSite::site, Function.identity())),
        standings.stream()
            .filter(standing -> standing.publicState() == PublicState.CLOSING)
            .map(standing -> standing.shelter().id())
            .collect(Collectors.toSet()));
  }

  /**
   * A place in no list is there for residents while people are taken in, if they are told of it.
   */
  private static Stream<PublicPlaces.Site> openedByHand(ShelterStanding standing) {
    Shelter shelter = standing.shelter();
    boolean shown =
        shelter.kind() != ShelterKind.SITE && shelter.announced() && standing.state().holdsPeople();
    return shelter.location().filter(_ -> shown).stream()
        .map(
            location ->
                new PublicPlaces.Site(
                    shelter.id(),
                    shelter.name(),
                    shelter.address(),
                    location,
                    shelter.district(),
                    List.of(shelter.kind().name()),
                    List.of()));
  }
}

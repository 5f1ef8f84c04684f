package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.gis.tiles.PublicPlaces;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' map under {@code /map}, with {@code ?lang=}: a list of sites by district that
 * needs no script, and with one a map that says the same. Thread-safe.
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
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  /**
   * Where the map's words come from; each blocks.
   *
   * @param open which sites take people in now
   */
  public record Source(Mode mode, PublicPlaces places, Tiles tiles, OpenSites open) {}

  private record Written(Buffer page, Instant at) {}

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
    String language = texts.languages().contains(wanted) ? wanted : mainLanguage;
    threads
        .call(() -> page(language))
        .onSuccess(page -> head(context.response()).end(page))
        .onFailure(
            failure -> {
              LOG.error("the residents' map could not be shown", failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "15").end();
            });
  }

  /** Written once for all who ask within a few seconds. */
  private Buffer page(String language) {
    return written
        .compute(
            language,
            (_, before) ->
                before != null && clock.instant().isBefore(before.at().plus(FRESH))
                    ? before
                    : write(language))
        .page();
  }

  private Written write(String language) {
    Instant now = clock.instant();
    PublicMapAssembler.Known known =
        new PublicMapAssembler.Known(
            source.mode(),
            now,
            source.places().sites(),
            source.tiles().layers().stream().filter(layer -> layer.hazard().isPresent()).toList(),
            source.open().list().stream()
                .collect(Collectors.toMap(OpenSite::site, Function.identity())));
    return new Written(
        Buffer.buffer(template.write(assembler.assemble(language, known)).getBytes(UTF_8)), now);
  }

  private HttpServerResponse head(HttpServerResponse response) {
    return response
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", template.policy())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cache-Control", "public, max-age=5");
  }
}

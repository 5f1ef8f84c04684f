package jp.noroshi.opsconsole.page;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The municipality's own map, one PMTiles archive under {@code /map/city.pmtiles}. Browsers read
 * the pieces they need by range requests. It shows nothing that is not public. Thread-safe.
 */
public final class CityMapFile {

  private static final Logger LOG = LoggerFactory.getLogger(CityMapFile.class);

  private final Path file;
  private final VirtualThreads threads;

  /** The file as it is at this moment. */
  private record Edition(long length, String etag) {}

  /** Serves a file; {@code threads} runs what blocks. */
  public CityMapFile(Path file, VirtualThreads threads) {
    this.file = file;
    this.threads = threads;
  }

  /** Adds the route. */
  public void mount(Router router) {
    router.get("/map/city.pmtiles").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    threads
        .call(this::edition)
        .onSuccess(edition -> send(context, edition))
        .onFailure(
            failure -> {
              LOG.error("the municipality's map {} cannot be read", file, failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "60").end();
            });
  }

  private Edition edition() {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      String tag =
          Long.toHexString(facts.size())
              + "-"
              + Long.toHexString(facts.lastModifiedTime().toMillis());
      return new Edition(facts.size(), "\"" + tag + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(RoutingContext context, Edition edition) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", edition.etag())
            .putHeader("Accept-Ranges", "bytes")
            .putHeader("Content-Type", "application/vnd.pmtiles")
            .putHeader("X-Content-Type-Options", "nosniff")
            .putHeader("Cache-Control", "public, max-age=3600");
    Optional<String> wanted = Optional.ofNullable(context.request().getHeader("Range"));
    if (wanted.isEmpty()) {
      response.sendFile(file.toString(), 0, edition.length());
      return;
    }
    ByteRange.read(wanted.get(), edition.length())
        .ifPresentOrElse(
            range -> {
              response
                  .setStatusCode(206)
                  .putHeader("Content-Range", range.header(edition.length()))
                  .sendFile(file.toString(), range.first(), range.length());
            },
            () ->
                response
                    .setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + edition.length())
                    .end());
  }
}

package jp.noroshi.opsconsole.api;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of a web app from the class path: the staff console's, and the shelter tablet's. Every
 * address of the app that is no file is a screen, and screens begin with {@code index.html}.
 *
 * <p>Files are few and small, so each is read once and kept.
 */
final class ConsoleFiles {

  private static final String INDEX = "index.html";

  /** The build puts a hash into the names of what lies in {@code assets}: it never changes. */
  private static final String HASHED = "assets/";

  /** No dots but those in names: nothing outside the folder can be asked for. */
  private static final Pattern FILE =
      Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final VirtualThreads threads;
  private final String path;
  private final String folder;
  private final String policy;
  private final Map<String, Buffer> kept = new ConcurrentHashMap<>();

  /**
   * Serves the files of a class path folder below a path, {@code /console/} or {@code /tablet/}.
   */
  ConsoleFiles(VirtualThreads threads, String path, String folder, String policy) {
    this.threads = threads;
    this.path = path;
    this.folder = folder;
    this.policy = policy;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.get(path.substring(0, path.length() - 1)).handler(this::completePath);
    router.route(path + "*").handler(new SecurityHeaders(policy));
    router.get(path + "*").handler(this::serve);
    return router;
  }

  /** The router takes the path with and without its last slash for the same. */
  private void completePath(RoutingContext context) {
    if (context.request().path().equals(path)) {
      context.next();
    } else {
      var _ = context.redirect(path);
    }
  }

  private void serve(RoutingContext context) {
    if (!context.normalizedPath().startsWith(path)) {
      nothingThere(context);
      return;
    }
    String wanted = context.normalizedPath().substring(path.length());
    boolean file = FILE.matcher(wanted).matches();
    threads
        .call(() -> read(file ? wanted : INDEX))
        .onFailure(context::fail)
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    bytes -> send(context.response(), file ? wanted : INDEX, bytes),
                    () -> nothingThere(context)));
  }

  private static void nothingThere(RoutingContext context) {
    context.response().setStatusCode(404).end();
  }

  private static void send(HttpServerResponse response, String file, Buffer bytes) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    response
        .putHeader("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"))
        .putHeader(
            "Cache-Control",
            file.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache")
        .end(bytes);
  }

  /** Remembers only files that are there: what strangers ask for must not fill the memory. */
  private Optional<Buffer> read(String file) {
    Optional<Buffer> known = Optional.ofNullable(kept.get(file));
    if (known.isPresent()) {
      return known;
    }
    Optional<Buffer> loaded = load(file);
    loaded.ifPresent(bytes -> kept.put(file, bytes));
    return loaded;
  }

  private Optional<Buffer> load(String file) {
    try (InputStream stream =
        ConsoleFiles.class.getClassLoader().getResourceAsStream(folder + "/" + file)) {
      return stream == null ? Optional.empty() : Optional.of(Buffer.buffer(stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the console's " + file, e);
    }
  }
}

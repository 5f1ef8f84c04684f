package jp.noroshi.opsconsole.page;

import io.github.bucket4j.Bucket;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages behind links that only their owners know. A machine must not try out links for long: after
 * too many that nobody was given, the door stays shut for a while. Thread-safe.
 */
final class SecretLinks {

  private static final Logger LOG = LoggerFactory.getLogger(SecretLinks.class);
  private static final long LARGEST_FORM = 4L * 1024;

  private final VirtualThreads threads;
  private final PageTemplates templates;
  private final Bucket unknown;

  /**
   * A door of its own.
   *
   * @param unknown how many links that nobody was given are looked up in a minute
   */
  SecretLinks(VirtualThreads threads, PageTemplates templates, int unknown) {
    this.threads = threads;
    this.templates = templates;
    this.unknown =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(unknown).refillGreedy(unknown, Duration.ofMinutes(1)))
            .build();
  }

  /** A page as it is shown, with the status of HTTP. */
  record Shown(int status, String page) {}

  /** Adds the routes of one kind of link: reading it changes nothing, its form says something. */
  static void mount(
      Router router, String path, Handler<RoutingContext> show, Handler<RoutingContext> take) {
    router.get(path).handler(show);
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM)).handler(take);
  }

  /**
   * Answers with what the link leads to.
   *
   * @param work blocking
   * @param show empty when nobody was given that link
   * @param nothing the page that says so
   */
  <T> void answer(
      RoutingContext context,
      Callable<T> work,
      Function<T, Optional<Shown>> show,
      Supplier<String> nothing) {
    if (unknown.getAvailableTokens() == 0) {
      send(context, new Shown(429, nothing.get()));
      return;
    }
    threads
        .call(work)
        .onSuccess(
            found ->
                show.apply(found)
                    .ifPresentOrElse(
                        shown -> send(context, shown),
                        () -> {
                          unknown.tryConsume(1);
                          send(context, new Shown(404, nothing.get()));
                        }))
        .onFailure(
            failure -> {
              LOG.error("what a link leads to could not be served", failure);
              send(context, new Shown(503, nothing.get()));
            });
  }

  private void send(RoutingContext context, Shown shown) {
    templates.headOfForm(context).setStatusCode(shown.status()).end(shown.page());
  }
}

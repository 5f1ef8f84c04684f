package jp.noroshi.opsconsole.api;

import io.github.bucket4j.Bucket;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import jp.noroshi.channels.line.LineWebhook;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.shelters.talk.LineInbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where LINE hands in what people do in the talk: {@code POST /line/webhook}. What is signed
 * rightly is stored, answered with 200, and worked on after that. It is outside of the contract of
 * the API, since its body is signed byte by byte and written by LINE. Thread-safe.
 */
public final class LineDoor {

  private static final Logger LOG = LoggerFactory.getLogger(LineDoor.class);
  private static final long LARGEST_BODY = 1024L * 1024;

  /** Whoever does not sign rightly fills no log; LINE itself is always listened to. */
  private final Bucket wrong =
      Bucket.builder()
          .addLimit(bucket -> bucket.capacity(60).refillGreedy(60, Duration.ofMinutes(1)))
          .build();

  private final LineWebhook webhook;
  private final LineInbox inbox;
  private final VirtualThreads threads;

  /** Takes in for an account. */
  public LineDoor(LineWebhook webhook, LineInbox inbox, VirtualThreads threads) {
    this.webhook = webhook;
    this.inbox = inbox;
    this.threads = threads;
  }

  /** Adds the route. */
  public void mount(Router router) {
    router
        .post("/line/webhook")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this::take);
  }

  private void take(RoutingContext context) {
    Buffer body = context.body().buffer();
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    String signature = context.request().getHeader("x-line-signature");
    if (webhook.isGenuine(bytes, signature)) {
      takeGenuine(context, bytes);
    } else if (wrong.tryConsume(1)) {
      LOG.warn("a webhook of LINE was not signed rightly");
      end(context, 401);
    } else {
      end(context, 429);
    }
  }

  private void takeGenuine(RoutingContext context, byte[] bytes) {
    threads
        .call(
            () -> {
              List<LineEvent> events = LineWebhook.read(bytes);
              inbox.keep(events);
              return events.size();
            })
        .onSuccess(
            _ -> {
              end(context, 200);
              workOn();
            })
        .onFailure(
            failure -> {
              boolean unreadable = failure instanceof IllegalArgumentException;
              LOG.warn("a webhook of LINE is not taken: {}", failure.getClass().getSimpleName());
              end(context, unreadable ? 400 : 503);
            });
  }

  private void workOn() {
    threads
        .call(
            () -> {
              inbox.work();
              return true;
            })
        .onFailure(failure -> LOG.error("the inbox of LINE is not worked on", failure));
  }

  private static void end(RoutingContext context, int status) {
    context.response().setStatusCode(status).end();
  }
}

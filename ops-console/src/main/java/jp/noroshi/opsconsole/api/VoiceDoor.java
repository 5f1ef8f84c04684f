package jp.noroshi.opsconsole.api;

import io.github.bucket4j.Bucket;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.noroshi.channels.voice.CallScript;
import jp.noroshi.channels.voice.VoiceWebhook;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.shelters.talk.PhoneInbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the provider of telephone calls hands in pressed keys and how calls ended: {@code POST
 * /voice/<token>}. What is signed rightly is stored, worked on, and answered with what is said
 * next. It is outside of the contract of the API, since it is signed and written by the provider.
 * Thread-safe.
 */
public final class VoiceDoor {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceDoor.class);
  private static final long LARGEST_BODY = 16L * 1024;
  private static final String NOTHING = "<Response/>";

  /** Whoever does not sign rightly fills no log; the provider itself is always listened to. */
  private final Bucket wrong =
      Bucket.builder()
          .addLimit(bucket -> bucket.capacity(60).refillGreedy(60, Duration.ofMinutes(1)))
          .build();

  private final Provider provider;
  private final URI baseUrl;
  private final String mainLanguage;
  private final PhoneInbox inbox;
  private final VirtualThreads threads;

  /** How the provider signs, and is spoken to. */
  public record Provider(VoiceWebhook webhook, CallScript script) {}

  /**
   * Takes in for an account.
   *
   * @param baseUrl below which the addresses were given out: the provider signs them as given
   * @param mainLanguage of addresses that name none
   */
  public VoiceDoor(
      Provider provider,
      URI baseUrl,
      String mainLanguage,
      PhoneInbox inbox,
      VirtualThreads threads) {
    this.provider = provider;
    this.baseUrl = baseUrl;
    this.mainLanguage = mainLanguage;
    this.inbox = inbox;
    this.threads = threads;
  }

  /** Adds the route. */
  public void mount(Router router) {
    router
        .post("/voice/:token")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY).setMergeFormAttributes(false))
        .handler(this::take);
  }

  private void take(RoutingContext context) {
    Map<String, String> parameters = parameters(context.request().formAttributes());
    String address = baseUrl.resolve(context.request().uri()).toString();
    String signature = context.request().getHeader("X-Twilio-Signature");
    if (provider.webhook().isGenuine(address, parameters, signature)) {
      takeGenuine(context, parameters);
    } else if (wrong.tryConsume(1)) {
      LOG.warn("what came about a telephone call was not signed rightly");
      end(context, 403);
    } else {
      end(context, 429);
    }
  }

  private static Map<String, String> parameters(MultiMap form) {
    Map<String, String> parameters = new TreeMap<>();
    form.forEach(each -> parameters.put(each.getKey(), each.getValue()));
    return parameters;
  }

  private void takeGenuine(RoutingContext context, Map<String, String> parameters) {
    Optional<CallEvent> event = VoiceWebhook.read(parameters);
    String token = context.pathParam("token");
    String language = Optional.ofNullable(context.request().getParam("lang")).orElse(mainLanguage);
    threads
        .call(
            () ->
                event
                    .map(each -> provider.script().of(inbox.take(token, each, language)))
                    .orElse(NOTHING))
        .onSuccess(
            script ->
                context
                    .response()
                    .putHeader("Content-Type", "text/xml; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(script))
        .onFailure(
            failure -> {
              LOG.warn(
                  "what happened in a telephone call is not taken: {}",
                  failure.getClass().getSimpleName());
              end(context, 503);
            });
  }

  private static void end(RoutingContext context, int status) {
    context.response().setStatusCode(status).end();
  }
}

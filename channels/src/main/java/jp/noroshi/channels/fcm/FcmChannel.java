package jp.noroshi.channels.fcm;

import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.noroshi.channels.Backoff;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * Push through Firebase Cloud Messaging, one message per token: topics are made for throughput,
 * alerts need to be fast. A batch goes out on virtual threads over a few shared connections; every
 * token has its own outcome.
 *
 * <p>FCM knows no retry key, so a token whose answer is missing may get its message twice; on the
 * phone the second replaces the first. Thread-safe.
 */
public final class FcmChannel implements Channel {

  private static final int BATCH_SIZE = 500;
  private static final int BATCHES_AT_ONCE = 4;

  private final Mode mode;
  private final FcmConfig config;
  private final InstantSource clock;
  private final VertxTransport transport;
  private final FirebaseApp app;
  private final FirebaseMessaging messaging;
  private final Semaphore underWay;

  /**
   * Connects lazily; only the service account is read here.
   *
   * @throws IllegalStateException when the service account cannot be read or is not one
   */
  public FcmChannel(Mode mode, FcmConfig config, Vertx vertx, InstantSource clock) {
    this.mode = mode;
    this.config = config;
    this.clock = clock;
    this.underWay = new Semaphore(config.concurrency(), true);
    this.transport = new VertxTransport(vertx, config, clock);
    this.app = FirebaseApp.initializeApp(options(), "noroshi-" + UUID.randomUUID());
    this.messaging = FirebaseMessaging.getInstance(app);
  }

  private FirebaseOptions options() {
    ServiceAccountCredentials credentials = credentials();
    return FirebaseOptions.builder()
        .setCredentials(credentials)
        .setProjectId(credentials.getProjectId())
        .setHttpTransport(transport)
        .build();
  }

  private ServiceAccountCredentials credentials() {
    byte[] json = config.serviceAccount().reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json), () -> transport);
    } catch (IOException | IllegalArgumentException _) {
      // The cause may quote the key.
      throw new IllegalStateException(
          "the secret " + config.serviceAccount().reference() + " is not a service account");
    }
  }

  @Override
  public Medium medium() {
    return Medium.FCM;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Limits limits() {
    return new Limits(
        BATCH_SIZE,
        BATCHES_AT_ONCE,
        config.messagesPerSecond() / BATCH_SIZE,
        config.timeout().multipliedBy(4).plusSeconds(1));
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException {
    Instant now = clock.instant();
    if (batch.mode() != mode || batch.rendering().mode() != mode) {
      return refused(DeliveryReason.NOT_ALLOWED);
    }
    if (!now.isBefore(batch.expiresAt())) {
      return refused(DeliveryReason.EXPIRED);
    }
    return switch (batch.recipients()) {
      case Recipients.Everyone() -> refused(DeliveryReason.NOT_ALLOWED);
      case Recipients.Addresses(List<String> tokens) -> deliver(batch, tokens, now);
    };
  }

  private static DeliveryResult refused(DeliveryReason reason) {
    return DeliveryResult.whole(new Refused(reason));
  }

  private DeliveryResult deliver(DeliveryBatch batch, List<String> tokens, Instant now)
      throws InterruptedException {
    Rendering.Push push = (Rendering.Push) batch.rendering();
    PushMessages messages = PushMessages.of(push, config.criticalAlerts(), now);
    Duration backoff = Backoff.after(batch.attempt(), batch.id().getLeastSignificantBits());
    Attempt attempt =
        new Attempt(
            messages,
            new FcmAnswers(now, backoff),
            System.nanoTime() + config.timeout().multipliedBy(2).toNanos());
    return result(tokens, sendAll(attempt, tokens));
  }

  /** One attempt at a batch; after the deadline no further message is begun. */
  private record Attempt(PushMessages messages, FcmAnswers answers, long deadlineNanos) {}

  private List<DeliveryOutcome> sendAll(Attempt attempt, List<String> tokens)
      throws InterruptedException {
    List<Callable<DeliveryOutcome>> sends =
        tokens.stream()
            .<Callable<DeliveryOutcome>>map(token -> () -> send(attempt, token))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<DeliveryOutcome> outcomes = new ArrayList<>(tokens.size());
      for (Future<DeliveryOutcome> done : threads.invokeAll(sends)) {
        outcomes.add(done.resultNow());
      }
      return outcomes;
    }
  }

  private DeliveryOutcome send(Attempt attempt, String token) throws InterruptedException {
    long left = attempt.deadlineNanos() - System.nanoTime();
    if (!underWay.tryAcquire(left, TimeUnit.NANOSECONDS)) {
      return attempt.answers().timedOut();
    }
    try {
      messaging.send(attempt.messages().to(token));
      return new Accepted(Optional.empty());
    } catch (FirebaseMessagingException e) {
      return attempt.answers().read(e);
    } finally {
      underWay.release();
    }
  }

  private static DeliveryResult result(List<String> tokens, List<DeliveryOutcome> outcomes) {
    Map<DeliveryOutcome, List<String>> parts = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      parts.computeIfAbsent(outcomes.get(i), any -> new ArrayList<>()).add(tokens.get(i));
    }
    return parts.size() == 1
        ? DeliveryResult.whole(outcomes.getFirst())
        : new DeliveryResult(
            parts.entrySet().stream()
                .map(part -> new DeliveryResult.Part(part.getKey(), part.getValue()))
                .toList());
  }

  @Override
  public void close() {
    app.delete();
    transport.shutdown();
  }
}

package jp.noroshi.bench;

import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.noroshi.channels.fcm.FcmChannel;
import jp.noroshi.channels.fcm.FcmConfig;
import jp.noroshi.channels.fcm.PushMessages;
import jp.noroshi.channels.fcm.VertxTransport;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.message.Rendering;

/** FCM: a message per token over HTTP/2 and TLS, beside loops that keep nothing. */
final class FcmBench {

  private static final int BATCH = 500;
  private static final int CONCURRENCY = 800;

  /** A batch of the Node SDK has a connection of its own: as many as the transport opens. */
  private static final int NODE_BATCHES = 8;

  private static final double NO_RATE_LIMIT = 1_000_000;
  private static final String PROJECT = "noroshi-drill";
  private static final String MESSAGING_SCOPE =
      "https://www.googleapis.com/auth/firebase.messaging";

  private final BenchBed bed;
  private final int recipients;
  private final List<String> tokens;
  private final Rendering.Push text =
      new Rendering.Push(
          Mode.DRILL,
          "ja",
          Hazard.LANDSLIDE,
          Optional.of(AlertLevel.FOUR),
          "【訓練】警戒レベル4 避難指示",
          "土砂災害の危険が高まったため、韮山地区に避難指示を出しました。危険な場所から全員避難してください。",
          "bench",
          true,
          "https://bousai.example.jp/",
          Instant.now().plus(Duration.ofHours(6)));

  FcmBench(BenchBed bed) {
    this.bed = bed;
    this.recipients = bed.size(50_000);
    this.tokens = IntStream.range(0, recipients).mapToObj(i -> "token-" + i).toList();
  }

  List<Section> run() throws IOException, InterruptedException {
    bed.log("FCM");
    Vertx vertx = Vertx.vertx();
    try (SimulatorProcess fcm = SimulatorProcess.start("fcm", bed.directory())) {
      return List.of(section(compare(vertx, fcm)));
    } finally {
      vertx.close().await();
    }
  }

  private Section section(List<Measurement> all) {
    Measurement ours = all.getFirst();
    return new Section(
        "FCM, %,d tokens".formatted(recipients),
        "A message per token over HTTP/2 and TLS, 800 under way on 8 connections (Node: batches of 500, 8 at a time, a connection each); the provider answers at once.",
        "tokens",
        recipients,
        all,
        LineBench.details(ours),
        List.of(
            Goal.atLeast(
                "speed beside the bare loop",
                ours.speedBeside(all.get(1)).median(),
                0.8,
                "claiming and recording share the two cores with the sending")));
  }

  private List<Measurement> compare(Vertx vertx, SimulatorProcess fcm)
      throws IOException, InterruptedException {
    FcmConfig config =
        new FcmConfig(
            new Secret("file:" + serviceAccount()),
            Optional.of(fcm.uri()),
            Optional.of(certificate()),
            CONCURRENCY,
            NO_RATE_LIMIT,
            null,
            false);
    VertxTransport transport = new VertxTransport(vertx, config, InstantSource.system());
    ServiceAccountCredentials credentials = credentials(transport);
    FirebaseApp app = app(transport, credentials);
    Optional<NodePeer> node = NodePeer.start(bed, "fcm.mjs", nodeJob(fcm.uri(), credentials));
    try (DurableDelivery durable =
        new DurableDelivery(
            bed.hub().database(),
            new FcmChannel(Mode.DRILL, config, vertx, InstantSource.system()))) {
      Contender.Check once = () -> fcm.checkAndForget(recipients);
      FirebaseMessaging messaging = FirebaseMessaging.getInstance(app);
      List<Contender> contenders = new ArrayList<>();
      contenders.add(
          new Contender(
              "Noroshi, every outcome on disk",
              () -> durable.deliver(text, tokens),
              once,
              bed.hubProcesses(),
              List.of(fcm.tree())));
      contenders.add(
          new Contender(
              "bare loop, same SDK and transport",
              () -> bare(messaging),
              once,
              List.of(ProcessTree.self()),
              List.of(fcm.tree())));
      node.map(peer -> peer.contender("official Node SDK (firebase-admin)", once, fcm.tree()))
          .ifPresent(contenders::add);
      return bed.rounds(2, 5).run(contenders);
    } finally {
      if (node.isPresent()) {
        node.get().close();
      }
      app.delete();
      transport.shutdown();
    }
  }

  private Path serviceAccount() {
    return bed.directory().resolve("fcm-service-account.json");
  }

  private Path certificate() {
    return bed.directory().resolve("fcm-certificate.pem");
  }

  private ServiceAccountCredentials credentials(VertxTransport transport) throws IOException {
    return (ServiceAccountCredentials)
        ServiceAccountCredentials.fromStream(
                new ByteArrayInputStream(Files.readAllBytes(serviceAccount())), () -> transport)
            .createScoped(MESSAGING_SCOPE);
  }

  private static FirebaseApp app(VertxTransport transport, ServiceAccountCredentials credentials) {
    return FirebaseApp.initializeApp(
        FirebaseOptions.builder()
            .setCredentials(credentials)
            .setProjectId(PROJECT)
            .setHttpTransport(transport)
            .build(),
        "bare");
  }

  private Contender.Result bare(FirebaseMessaging messaging) {
    PushMessages messages = PushMessages.of(text, false, Instant.now());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONCURRENCY; i++) {
        threads.execute(() -> sendNext(messaging, messages, next, failed));
      }
    }
    Contender.Result result = Contender.Result.since(began);
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " messages failed");
    }
    return result;
  }

  private void sendNext(
      FirebaseMessaging messaging,
      PushMessages messages,
      AtomicInteger next,
      AtomicInteger failed) {
    for (int i = next.getAndIncrement(); i < recipients; i = next.getAndIncrement()) {
      try {
        var _ = messaging.send(messages.to(tokens.get(i)));
      } catch (FirebaseMessagingException e) {
        failed.incrementAndGet();
      }
    }
  }

  private JsonObject nodeJob(URI uri, ServiceAccountCredentials credentials) throws IOException {
    return new JsonObject()
        .put("endpoint", uri.toString())
        .put("certificate", certificate().toString())
        .put("accessToken", credentials.refreshAccessToken().getTokenValue())
        .put("project", PROJECT)
        .put("message", nodeMessage())
        .put("recipients", recipients)
        .put("batchSize", BATCH)
        .put("concurrency", NODE_BATCHES);
  }

  /** What {@link PushMessages} makes, as the Node SDK wants it. */
  private JsonObject nodeMessage() {
    JsonObject look =
        new JsonObject()
            .put("channelId", "level-4")
            .put("tag", text.collapseId())
            .put("priority", "max")
            .put("visibility", "public");
    JsonObject android =
        new JsonObject()
            .put("priority", "high")
            .put("ttl", Duration.ofHours(6).toMillis())
            .put("collapseKey", text.collapseId())
            .put("directBootOk", true)
            .put("notification", look);
    JsonObject headers =
        new JsonObject()
            .put("apns-push-type", "alert")
            .put("apns-priority", "10")
            .put("apns-collapse-id", text.collapseId())
            .put("apns-expiration", Long.toString(text.expiresAt().getEpochSecond()));
    JsonObject aps =
        new JsonObject()
            .put("threadId", text.collapseId())
            .put("sound", "default")
            .put("interruption-level", "time-sensitive");
    JsonObject data =
        new JsonObject()
            .put("mode", "drill")
            .put("language", text.language())
            .put("hazard", "landslide")
            .put("expiresAt", text.expiresAt().toString())
            .put("level", "4")
            .put("link", text.link());
    return new JsonObject()
        .put("notification", new JsonObject().put("title", text.title()).put("body", text.body()))
        .put("android", android)
        .put(
            "apns",
            new JsonObject()
                .put("headers", headers)
                .put("payload", new JsonObject().put("aps", aps)))
        .put("data", data);
  }
}

package jp.noroshi.bench;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.noroshi.channels.line.FlexMessages;
import jp.noroshi.channels.line.LineChannel;
import jp.noroshi.channels.line.LineClient;
import jp.noroshi.channels.line.LineConfig;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.message.Rendering;

/** LINE: multicasts of 500, ours with every outcome on disk beside loops that keep nothing. */
final class LineBench {

  private static final int BATCH = 500;
  private static final int CONCURRENCY = 32;
  private static final int DISTANT = 50;
  private static final double NO_RATE_LIMIT = 1_000_000;

  private static final Rendering.Line TEXT =
      new Rendering.Line(
          Mode.DRILL,
          "ja",
          Hazard.LANDSLIDE,
          Optional.of(AlertLevel.FOUR),
          "【訓練】警戒レベル4 避難指示",
          "土砂災害の危険が高まったため、韮山地区に避難指示を出しました。危険な場所から全員避難してください。避難所は韮山小学校です。",
          "【訓練】警戒レベル4 避難指示 韮山地区",
          "https://bousai.example.jp/");

  private final BenchBed bed;
  private final int recipients;
  private final List<String> ids;

  LineBench(BenchBed bed) {
    this.bed = bed;
    this.recipients = bed.size(100_000);
    this.ids = IntStream.range(0, recipients).mapToObj("U%032x"::formatted).toList();
  }

  List<Section> run() throws IOException, InterruptedException {
    try (SimulatorProcess line = SimulatorProcess.start("line", bed.directory())) {
      return List.of(distant(line), ceiling(line), atTheProvidersRate(line));
    }
  }

  private Section distant(SimulatorProcess line) throws IOException, InterruptedException {
    bed.log("LINE at " + DISTANT + " ms");
    line.answerAfter(DISTANT);
    List<Measurement> all = compare(line, bed.rounds(10, 9));
    Measurement ours = all.getFirst();
    return new Section(
        "LINE, %,d ids, provider at %d ms".formatted(recipients, DISTANT),
        "Multicasts of 500, 32 under way, no rate limit on either side.",
        "ids",
        recipients,
        all,
        details(ours),
        List.of(
            speedGoal(ours, all.get(1)),
            Goal.atMost(
                "approval to last outcome, s",
                ours.detail(DurableDelivery.WHOLE).max() / 1e3,
                5,
                ""),
            Goal.atMost(
                "approval to first recipient, s",
                ours.detail(DurableDelivery.FIRST).max() / 1e3,
                1,
                "")));
  }

  private Section ceiling(SimulatorProcess line) throws IOException, InterruptedException {
    bed.log("LINE at 0 ms");
    line.answerAfter(0);
    List<Measurement> all = compare(line, bed.rounds(4, 9));
    return new Section(
        "LINE, %,d ids, provider at 0 ms".formatted(recipients),
        "The same with a provider that answers at once: what the machine can do, far beyond what LINE allows (100,000 ids/s).",
        "ids",
        recipients,
        all,
        details(all.getFirst()),
        List.of());
  }

  private Section atTheProvidersRate(SimulatorProcess line)
      throws IOException, InterruptedException {
    bed.log("LINE as delivered");
    line.answerAfter(DISTANT);
    double usual = new LineConfig(null, token(), null, null, null, null).requestsPerSecond();
    try (DurableDelivery ours = durable(line.uri(), usual)) {
      List<Measurement> all =
          bed.rounds(2, 5).run(List.of(ours(ours, line, "Noroshi, as delivered")));
      Measurement figures = all.getFirst();
      return new Section(
          "LINE, %,d ids, as delivered".formatted(recipients),
          "The hub's own settings: %.0f requests a second, below the 200 that LINE allows; provider at %d ms."
              .formatted(usual, DISTANT),
          "ids",
          recipients,
          all,
          details(figures),
          List.of(
              Goal.atMost(
                  "approval to last outcome, s",
                  figures.detail(DurableDelivery.WHOLE).max() / 1e3,
                  5,
                  ""),
              Goal.atMost(
                  "approval to first recipient, s",
                  figures.detail(DurableDelivery.FIRST).max() / 1e3,
                  1,
                  "")));
    }
  }

  private static Goal speedGoal(Measurement ours, Measurement bare) {
    return Goal.atLeast(
        "speed beside the bare loop",
        ours.speedBeside(bare).median(),
        0.8,
        "claiming and recording share the two cores with the sending");
  }

  static List<String> details(Measurement ours) {
    Map<String, String> names =
        Map.of(
            DurableDelivery.OUTBOX, "writing the outbox (the approval's own transaction)",
            DurableDelivery.FIRST, "approval to first recipient",
            DurableDelivery.WHOLE, "approval to last outcome on disk");
    List<String> lines = new ArrayList<>();
    for (String name :
        List.of(DurableDelivery.OUTBOX, DurableDelivery.FIRST, DurableDelivery.WHOLE)) {
      Spread spread = ours.detail(name);
      lines.add(
          "Noroshi, %s: median %,.0f ms, at most %,.0f ms; cold %,.0f ms."
              .formatted(
                  names.get(name),
                  spread.median(),
                  spread.max(),
                  ours.warmUp().getFirst().details().get(name)));
    }
    return lines;
  }

  private List<Measurement> compare(SimulatorProcess line, Rounds rounds)
      throws IOException, InterruptedException {
    Optional<NodePeer> node = NodePeer.start(bed, "line.mjs", nodeJob(line.uri()));
    try (DurableDelivery durable = durable(line.uri(), NO_RATE_LIMIT)) {
      MessagingApiClient client = LineClient.of(config(line.uri(), NO_RATE_LIMIT));
      List<Contender> contenders = new ArrayList<>();
      contenders.add(ours(durable, line, "Noroshi, every outcome on disk"));
      contenders.add(
          new Contender(
              "bare loop, same SDK and transport",
              () -> bare(client),
              () -> line.checkAndForget(recipients),
              List.of(ProcessTree.self()),
              List.of(line.tree())));
      node.map(
              peer ->
                  peer.contender(
                      "official Node SDK (@line/bot-sdk)",
                      () -> line.checkAndForget(recipients),
                      line.tree()))
          .ifPresent(contenders::add);
      return rounds.run(contenders);
    } finally {
      if (node.isPresent()) {
        node.get().close();
      }
    }
  }

  private Contender ours(DurableDelivery durable, SimulatorProcess line, String name) {
    return new Contender(
        name,
        () -> durable.deliver(TEXT, ids),
        () -> line.checkAndForget(recipients),
        bed.hubProcesses(),
        List.of(line.tree()));
  }

  private DurableDelivery durable(URI uri, double requestsPerSecond) throws IOException {
    LineConfig config = config(uri, requestsPerSecond);
    return new DurableDelivery(
        bed.hub().database(), new LineChannel(Mode.DRILL, config, InstantSource.system()));
  }

  private LineConfig config(URI uri, double requestsPerSecond) throws IOException {
    return new LineConfig(uri, token(), CONCURRENCY, requestsPerSecond, null, null);
  }

  private Secret token() throws IOException {
    Path file = bed.directory().resolve("line-token");
    Files.writeString(file, Simulator.LINE_TOKEN);
    return new Secret("file:" + file);
  }

  private Contender.Result bare(MessagingApiClient client) throws InterruptedException {
    Semaphore places = new Semaphore(CONCURRENCY);
    AtomicInteger failed = new AtomicInteger();
    long began = System.nanoTime();
    for (int from = 0; from < recipients; from += BATCH) {
      List<Message> messages = List.of(FlexMessages.of(TEXT));
      List<String> to =
          ids.subList(from, Math.min(from + BATCH, recipients)).stream()
              .collect(toCollection(ArrayList::new));
      places.acquire();
      var _ =
          client
              .multicast(UUID.randomUUID(), new MulticastRequest(messages, to, false, null))
              .whenComplete(
                  (_, failure) -> {
                    if (failure != null) {
                      failed.incrementAndGet();
                    }
                    places.release();
                  });
    }
    places.acquire(CONCURRENCY);
    Contender.Result result = Contender.Result.since(began);
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " multicasts failed");
    }
    return result;
  }

  private JsonObject nodeJob(URI uri) throws JsonProcessingException {
    String message = new ObjectMapper().writeValueAsString(FlexMessages.of(TEXT));
    return new JsonObject()
        .put("baseUrl", uri.toString())
        .put("token", Simulator.LINE_TOKEN)
        .put("messages", new JsonArray().add(new JsonObject(message)))
        .put("recipients", recipients)
        .put("batchSize", BATCH)
        .put("concurrency", CONCURRENCY);
  }
}

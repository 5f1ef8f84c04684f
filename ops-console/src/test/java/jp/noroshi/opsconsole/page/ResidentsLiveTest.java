package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.WebChannel;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a delivered notice to an open page, with the real services. */
@Timeout(120)
class ResidentsLiveTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Path CONFIG = Path.of(System.getProperty("noroshi.root"), "config");
  private static final Clock CLOCK = Clock.systemUTC();

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anOpenPageHearsOfANoticeAndFindsItThere() throws Exception {
    Vertx vertx = Vertx.vertx();
    Chronology chronology = new Chronology(DATABASE.database());
    ChronologyReader reader = new ChronologyReader(DATABASE.database());
    MunicipalitySettings municipality =
        MunicipalitySettings.load(CONFIG.resolve("sample/izunokuni.yaml"));
    try (EventStream stream = new EventStream(vertx, EventStream.Settings.USUAL);
        VirtualThreads threads = new VirtualThreads(vertx);
        ChronologyTail tail = ChronologyTail.start(chronology, reader, Duration.ofMillis(200))) {
      ResidentsPages pages =
          new ResidentsPages(
              view(reader),
              municipality,
              MessageTemplates.load(CONFIG.resolve("templates"), municipality.languages()),
              stream,
              threads,
              CLOCK);
      try (ResidentsLive live = ResidentsLive.start(Mode.DRILL, pages, stream, reader, tail)) {
        int port = serve(vertx, pages);
        assertThat(live).isNotNull();
        assertThat(page(port)).contains("今、お知らせはありません。", "data-number=\"0\"");
        Stream<String> events = open(port);
        new WebChannel(Mode.DRILL, chronology, CLOCK).deliver(notice());
        assertThat(events.filter(line -> line.startsWith("data: {\"level\"")).findFirst())
            .contains("data: {\"level\":3,\"title\":\"【訓練】高齢者等避難\"}");
        assertThat(page(port)).contains("【訓練】高齢者等避難", "/d/22225-07", "data-number=\"1\"");
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
    }
  }

  private static HubResidentsView view(ChronologyReader reader) {
    return new HubResidentsView(
        Mode.DRILL,
        reader,
        new EvacuationOrders(DATABASE.database(), Mode.DRILL),
        new Situation(Mode.DRILL, DATABASE.database(), CLOCK),
        () ->
            List.of(
                new SourceHealth(SourceHealth.State.WELL, CLOCK.instant(), Optional.empty(), "")),
        CLOCK);
  }

  private static int serve(Vertx vertx, ResidentsPages pages) {
    Router router = Router.router(vertx);
    pages.mount(router);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, SECONDS)
            .join();
    return server.actualPort();
  }

  private String page(int port) throws IOException, InterruptedException {
    return client.send(request(port, "/"), BodyHandlers.ofString()).body();
  }

  private Stream<String> open(int port) throws IOException, InterruptedException {
    return client.send(request(port, "/events?lastEventId=0"), BodyHandlers.ofLines()).body();
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static DeliveryBatch notice() {
    Instant expiry = CLOCK.instant().plusSeconds(600);
    Rendering.Web notice =
        new Rendering.Web(
            Mode.DRILL,
            "ja",
            Hazard.FLOOD,
            Optional.of(AlertLevel.THREE),
            "【訓練】高齢者等避難",
            "これは訓練です。",
            List.of("22225-07"),
            expiry);
    return new DeliveryBatch(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Mode.DRILL,
        notice,
        new DeliveryBatch.Recipients.Everyone(),
        1,
        false,
        expiry);
  }
}

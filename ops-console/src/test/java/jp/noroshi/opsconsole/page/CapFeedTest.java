package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.alert.Threat.Severity;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.dispatch.DispatchReason;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.SharedAlerts;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.CapFeed.Occasion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was published, as machines read it, over real HTTP. */
@Timeout(60)
class CapFeedTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant EVENING = Instant.parse("2026-09-10T09:30:15.123456Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();
  private static final VirtualThreads THREADS = new VirtualThreads(VERTX);

  private final Map<UUID, Occasion> occasions = new HashMap<>();
  private Instant now = EVENING;
  private Chronology chronology;
  private int port;

  @AfterAll
  static void close() {
    THREADS.close();
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  @BeforeEach
  void start() {
    database.truncate("core");
    chronology = new Chronology(database.database());
    MunicipalitySettings municipality =
        MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
    Router router = Router.router(VERTX);
    new CapFeed(
            new CapFeed.Source(
                Mode.DRILL,
                new ChronologyReader(database.database()),
                id -> Optional.ofNullable(occasions.get(id))),
            municipality,
            MessageTemplates.load(ProjectFiles.find("config/templates"), municipality.languages()),
            THREADS,
            () -> now)
        .mount(router);
    port =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, SECONDS)
            .join()
            .actualPort();
  }

  private UUID published(DispatchReason reason, String thread, String title) {
    UUID dispatch = UUID.randomUUID();
    occasions.put(dispatch, new Occasion(reason, thread));
    // Which language is published first is chance.
    publish(dispatch, "en", "Evacuation order");
    publish(dispatch, "ja", title);
    now = now.plus(Duration.ofMinutes(10));
    return dispatch;
  }

  private void publish(UUID dispatch, String language, String title) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("dispatch", dispatch.toString());
    detail.put("language", language);
    detail.put("hazard", "LANDSLIDE");
    detail.put("level", 4);
    detail.put("title", title);
    detail.put("body", "<区域>の外へ & 今すぐ\u0001");
    detail.put("areas", List.of("22225-01"));
    detail.put("expiresAt", EVENING.plus(Duration.ofHours(3)).toString());
    chronology.append(
        new ChronologyEntry(
            now,
            Mode.DRILL,
            ChronologyKind.NOTICE_PUBLISHED,
            "hub",
            "notice:" + UUID.randomUUID(),
            detail));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private Alert read(UUID dispatch) throws Exception {
    HttpResponse<String> message = get("/cap/" + dispatch);
    assertThat(message.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/cap+xml");
    List<Reading> readings =
        new AlertReaders().read(message.body().getBytes(StandardCharsets.UTF_8));
    return ((Reading.Read) readings.getFirst()).alert();
  }

  @Test
  void anOrderIsTheWordsThatWereApprovedInEveryLanguage() throws Exception {
    UUID order = published(DispatchReason.FIRST, "orders", "警戒レベル4 避難指示（土砂災害）");
    Alert alert = read(order);
    assertThat(alert.status()).isEqualTo(AlertStatus.EXERCISE);
    assertThat(alert.messageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.headline()).isEqualTo("警戒レベル4 避難指示（土砂災害）");
    assertThat(alert.description()).isEqualTo("<区域>の外へ & 今すぐ");
    assertThat(alert.sent()).isEqualTo(Instant.parse("2026-09-10T09:30:15Z"));
    assertThat(alert.threat().orElseThrow().severity()).isEqualTo(Severity.SEVERE);
    assertThat(get("/cap/" + order).body())
        .contains("<language>en</language>", "<areaDesc>長岡</areaDesc>")
        .contains("<valueName>JIS_X_0402</valueName><value>22225</value>");
  }

  @Test
  void whatTakesThePlaceOfAnEarlierMessageNamesIt() throws Exception {
    UUID order = published(DispatchReason.FIRST, "orders", "避難指示");
    UUID other = published(DispatchReason.FIRST, "shelters", "避難所を開設しました");
    UUID lifted = published(DispatchReason.LIFTED, "orders", "解除：避難指示");
    UUID mistaken = published(DispatchReason.CANCELLED, "shelters", "取消");
    Alert lift = read(lifted);
    assertThat(lift.messageType()).isEqualTo(MessageType.UPDATE);
    assertThat(lift.references())
        .extracting(AlertReference::identifier)
        .containsExactly("noroshi-22225-" + order);
    assertThat(read(mistaken).messageType()).isEqualTo(MessageType.CANCEL);
    assertThat(get("/cap/" + lifted).body()).contains("<responseType>AllClear</responseType>");
    assertThat(get("/cap/" + other).body()).doesNotContain("<references>");
  }

  @Test
  void theFeedListsWhatHasNotEndedTheNewestFirst() throws Exception {
    UUID first = published(DispatchReason.FIRST, "orders", "避難指示");
    UUID second = published(DispatchReason.FIRST, "shelters", "避難所を開設しました");
    String feed = get("/cap").body();
    assertThat(feed)
        .contains("/cap/" + first)
        .containsSubsequence("urn:uuid:" + second, "urn:uuid:" + first)
        .contains("<title>避難指示</title>")
        .doesNotContain("Evacuation order");
    now = EVENING.plus(Duration.ofHours(4));
    assertThat(get("/cap").body()).doesNotContain("<entry>");
    assertThat(get("/cap/" + first).statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasNeverPublishedIsNotFound() throws Exception {
    assertThat(get("/cap/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("/cap/%3Cscript%3E").statusCode()).isEqualTo(404);
    assertThat(get("/cap").body()).contains("<feed").doesNotContain("<entry>");
  }

  @Test
  void everyMessageIsValidCap() throws Exception {
    Path schema = SharedAlerts.orSkip().resolve("cap/schema/CAP-v1.2.xsd");
    published(DispatchReason.FIRST, "orders", "避難指示");
    UUID lifted = published(DispatchReason.LIFTED, "orders", "解除：避難指示");
    var validator = SchemaFactory.newDefaultInstance().newSchema(schema.toFile()).newValidator();
    String message = get("/cap/" + lifted).body();
    assertThatCode(() -> validator.validate(new StreamSource(new StringReader(message))))
        .doesNotThrowAnyException();
  }
}

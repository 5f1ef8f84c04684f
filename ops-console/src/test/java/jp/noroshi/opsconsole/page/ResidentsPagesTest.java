package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.ResidentsSnapshot.AlertInForce;
import jp.noroshi.opsconsole.page.ResidentsSnapshot.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What residents read, over real HTTP and without JavaScript. */
@Timeout(120)
class ResidentsPagesTest {

  private static final Instant NOW = Instant.parse("2026-09-10T07:30:00Z");
  private static final Path CONFIG = Path.of(System.getProperty("noroshi.root"), "config");
  private static final AreaCode KITAEMA = new AreaCode("22225-07");
  private static final AreaCode NIRAYAMA = new AreaCode("22225-09");
  private static final UUID DISPATCH = UUID.fromString("0190f7a0-0000-7000-8000-000000000001");
  private static final Feed ARRIVES = new Feed(true, Optional.of(NOW));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vertx vertx = Vertx.vertx();
  private final VirtualThreads threads = new VirtualThreads(vertx);
  private final EventStream stream = new EventStream(vertx, EventStream.Settings.USUAL);
  private final AtomicInteger looks = new AtomicInteger();
  private volatile Supplier<ResidentsSnapshot> known = () -> snapshot(List.of(), ARRIVES);
  private ResidentsPages pages;
  private int port;

  @BeforeEach
  void start() {
    MunicipalitySettings municipality =
        MunicipalitySettings.load(CONFIG.resolve("sample/izunokuni.yaml"));
    MessageTemplates texts =
        MessageTemplates.load(CONFIG.resolve("templates"), municipality.languages());
    ResidentsView view =
        () -> {
          looks.incrementAndGet();
          return known.get();
        };
    pages =
        new ResidentsPages(
            view, municipality, texts, stream, threads, Clock.fixed(NOW, ZoneOffset.UTC));
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
    port = server.actualPort();
  }

  @AfterEach
  void stop() {
    threads.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  private static ResidentsSnapshot snapshot(List<EvacuationOrder> orders, Feed feed) {
    return new ResidentsSnapshot(Mode.LIVE, 41, NOW, orders, List.of(), List.of(), feed);
  }

  private static EvacuationOrder order(AreaCode district, Hazard hazard, AlertLevel level) {
    return new EvacuationOrder(
        district, hazard, level, NOW.minus(Duration.ofMinutes(20)), UUID.randomUUID());
  }

  private static PublishedNotice notice(String language, String title, String body) {
    return new PublishedNotice(
        41,
        NOW.minus(Duration.ofMinutes(5)),
        DISPATCH,
        new Rendering.Web(
            Mode.LIVE,
            language,
            Hazard.FLOOD,
            Optional.of(AlertLevel.FOUR),
            title,
            body,
            List.of(KITAEMA.value()),
            NOW.plus(Duration.ofHours(6))));
  }

  private static ResidentsSnapshot emergency(Mode mode) {
    return new ResidentsSnapshot(
        mode,
        42,
        NOW,
        List.of(
            order(KITAEMA, Hazard.FLOOD, AlertLevel.FOUR),
            order(NIRAYAMA, Hazard.LANDSLIDE, AlertLevel.THREE)),
        List.of(
            new AlertInForce("レベル４氾濫危険警報", Optional.of(AlertLevel.FOUR), "気象庁", List.of(), NOW)),
        List.of(
            notice("ja", "警戒レベル4 避難指示（洪水）", "北江間に避難指示を出しました。\n逃げてください。"),
            notice("en", "Level 4 - evacuation order (flood)", "Evacuate now.")),
        ARRIVES);
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What a person reads: the page without its tags, style and script. */
  private static String read(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", " ")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void saysThatNothingIsInForceAndWhenItWasChecked() {
    assertThat(read(get("/").body()))
        .contains("今、出ている避難情報はありません。", "9月10日 16:30 に確認しました")
        .contains("今、この市に出ている警報・注意報はありません。")
        .doesNotContain("訓練");
  }

  @Test
  void saysFirstWhatToDoInYourDistrict() {
    known = () -> emergency(Mode.LIVE);
    String text = read(get("/d/22225-07").body());
    assertThat(text)
        .contains("いま、北江間では", "警戒レベル 4 避難指示", "危険な場所から、全員避難してください。", "9月10日 16:10 から")
        .doesNotContain("警戒レベル3");
    assertThat(text.indexOf("全員避難")).isLessThan(text.indexOf("警報・注意報など"));
  }

  @Test
  void tellsTheCitysOrdersAndTheAgencysWarningsApart() {
    known = () -> emergency(Mode.LIVE);
    assertThat(read(get("/").body()))
        .contains("避難情報（市が発令）", "市 警戒レベル4 避難指示 洪水 北江間")
        .contains("市 警戒レベル3 高齢者等避難 土砂災害 原木")
        .contains("警報・注意報など（気象庁などが発表）", "気象庁 レベル４氾濫危険警報 市内全域");
  }

  @Test
  void aDistrictWithoutAnOrderSaysSoAlthoughOthersHaveOne() {
    known = () -> emergency(Mode.LIVE);
    assertThat(read(get("/d/22225-17").body()))
        .contains("今、この地区に出ている避難情報はありません。", "レベル４氾濫危険警報")
        .doesNotContain("全員避難");
  }

  @Test
  void aTsunamiOrderShowsNoLevel() {
    known = () -> snapshot(List.of(order(KITAEMA, Hazard.TSUNAMI, AlertLevel.FOUR)), ARRIVES);
    assertThat(read(get("/").body())).contains("避難指示", "いますぐ高い所へ逃げてください").doesNotContain("警戒レベル");
  }

  @Test
  void speaksThreeLanguagesAndFallsBackToJapanese() {
    known = () -> emergency(Mode.LIVE);
    assertThat(get("/?lang=en").body())
        .contains(
            "<html lang=\"en\"", "Everyone must leave dangerous places now.", "Evacuate now.");
    assertThat(get("/?lang=ja-x-easy").body())
        .contains("<html lang=\"ja-x-easy\"", "みんな 今すぐ 逃げて ください。")
        .contains("<li lang=\"ja\"><h3>");
    assertThat(get("/?lang=xx").body()).contains("<html lang=\"ja\"");
    assertThat(read(get("/").body())).contains("日本語", "English", "やさしい日本語");
  }

  @Test
  void aNoticeHasAnAddressOfItsOwnInEveryLanguage() {
    known = () -> emergency(Mode.LIVE);
    assertThat(read(get("/n/" + DISPATCH).body())).contains("北江間に避難指示を出しました。 逃げてください。");
    assertThat(read(get("/n/" + DISPATCH + "?lang=en").body())).contains("Evacuate now.");
  }

  @Test
  void whatIsNotThereIsSaidWithTheWayBack() {
    HttpResponse<String> gone = get("/n/" + UUID.randomUUID());
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(read(gone.body())).contains("このお知らせは見つかりません", "いまの情報を見る");
    assertThat(get("/n/nonsense").statusCode()).isEqualTo(404);
    HttpResponse<String> elsewhere = get("/d/13101-01");
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(read(elsewhere.body())).contains("この地区は見つかりません", "大仁");
  }

  @Test
  void aDrillIsMarkedAllOver() {
    known = () -> emergency(Mode.DRILL);
    String html = get("/").body();
    assertThat(html).contains("<title>【訓練】", "class=\"size-m drill\"");
    assertThat(read(html)).contains("訓練 訓練 訓練 これは訓練です。実際の災害ではありません。");
    assertThat(html.split("class=\"mark\"", -1)).hasSize(4);
  }

  @Test
  void silenceOfTheFeedsLooksDifferentFromNoAlerts() {
    known = () -> snapshot(List.of(), new Feed(false, Optional.of(NOW.minusSeconds(3600))));
    assertThat(read(get("/").body()))
        .contains("気象庁などの情報が届いていません", "最後に届いたのは 9月10日 15:30 です。")
        .doesNotContain("今、この市に出ている警報・注意報はありません。");
  }

  @Test
  void whenTheHubCannotLookItKeepsTheLastAndSaysSo() {
    known = () -> emergency(Mode.LIVE);
    get("/");
    known =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    pages.changed();
    assertThat(read(get("/").body()))
        .contains("最新の情報を確認できません", "9月10日 16:30 のものです", "警戒レベル 4 避難指示");
  }

  @Test
  void whenTheHubNeverCouldLookItSaysThatToo() {
    known =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    HttpResponse<String> unknown = get("/");
    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(read(unknown.body()))
        .contains("最新の情報を確認できません", "情報がないという意味ではありません")
        .doesNotContain("ありません。今、");
    known = () -> emergency(Mode.LIVE);
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void neverRunsWhatATextBrings() {
    known =
        () ->
            new ResidentsSnapshot(
                Mode.LIVE,
                1,
                NOW,
                List.of(),
                List.of(
                    new AlertInForce(
                        "<img src=x onerror=alert(1)>",
                        Optional.empty(),
                        "\"><script>",
                        List.of(),
                        NOW)),
                List.of(notice("ja", "<script>alert(1)</script>", "</style><script>alert(2)")),
                ARRIVES);
    String html = get("/").body();
    assertThat(html).doesNotContain("<script>alert", "<img", "\"><script>");
    assertThat(html.split("<script", -1)).as("its own script only").hasSize(2);
    assertThat(get("/?lang=%22%3E%3Cscript%3E&size=%3Cb%3E").body()).doesNotContain("\"><script>");
  }

  @Test
  void thePolicyAllowsItsOwnStyleAndScriptOnly() {
    HttpResponse<String> response = get("/");
    String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "connect-src 'self'")
        .contains("style-src '" + hash("style", response.body()) + "'")
        .contains("script-src '" + hash("script", response.body()) + "'");
  }

  private static String hash(String tag, String html) {
    Matcher matcher = Pattern.compile("(?s)<" + tag + ">(.*?)</" + tag + ">").matcher(html);
    assertThat(matcher.find()).isTrue();
    byte[] digest = Digest.sha256(matcher.group(1).getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void staysSmallWithEverythingInIt() throws IOException {
    known = ResidentsPagesTest::aLongNight;
    HttpResponse<String> plain = get("/");
    assertThat(plain.body().getBytes(UTF_8)).hasSizeLessThan(50_000);
    assertThat(plain.body())
        .doesNotContainPattern("(src|href)=\"(https?:)?//")
        .doesNotContain("url(");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("Accept-Encoding", "gzip, br")
            .build();
    try {
      HttpResponse<byte[]> packed = CLIENT.send(request, BodyHandlers.ofByteArray());
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(packed.body()).hasSizeLessThan(12_000);
      byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
      assertThat(new String(bytes, UTF_8)).isEqualTo(plain.body());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Every district under an order, and more notices than are shown. */
  private static ResidentsSnapshot aLongNight() {
    List<EvacuationOrder> orders = new ArrayList<>();
    List<PublishedNotice> notices = new ArrayList<>();
    for (int i = 1; i <= 24; i++) {
      AreaCode district = new AreaCode("22225-%02d".formatted(i));
      orders.add(order(district, Hazard.FLOOD, AlertLevel.of(3 + i % 3)));
      Rendering.Web web = notice("ja", "警戒レベル4 避難指示（洪水）", "伊豆の国市です。".repeat(30)).notice();
      notices.add(new PublishedNotice(i, NOW, UUID.randomUUID(), web));
    }
    return new ResidentsSnapshot(
        Mode.DRILL, 99, NOW, orders, emergency(Mode.DRILL).alerts(), notices, ARRIVES);
  }

  @Test
  void theSameContentIsNotSentTwice() {
    HttpResponse<String> first = get("/");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = get("/", "If-None-Match", etag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=5");
  }

  @Test
  void manyReadersCostOneLookAndAChangeAnother() {
    for (int i = 0; i < 50; i++) {
      get("/d/22225-%02d".formatted(1 + i % 24));
    }
    assertThat(looks).hasValue(1);
    known = () -> emergency(Mode.LIVE);
    pages.changed();
    assertThat(read(get("/").body())).contains("避難指示");
    assertThat(looks).hasValue(2);
  }

  @Test
  void anOpenPageFetchesOnlyThePartThatChanges() {
    known = () -> emergency(Mode.LIVE);
    String page = get("/d/22225-07").body();
    assertThat(page)
        .contains("data-part=\"/d/22225-07?lang&#x3D;ja&amp;size&#x3D;m&amp;part&#x3D;now\"")
        .contains("data-number=\"42\"");
    String part = get("/d/22225-07?lang=ja&size=m&part=now").body();
    assertThat(part).doesNotContain("<html", "<script").contains("全員避難");
    assertThat(read(page)).contains(read(part).strip());
  }

  @Test
  void canBePrintedAndReadWithoutJavaScript() {
    known = () -> emergency(Mode.LIVE);
    String html = get("/").body();
    assertThat(html).contains("@media print", "@media(prefers-color-scheme:dark)");
    assertThat(html).contains("<button id=\"print\" type=\"button\" hidden>");
    assertThat(html).contains("<a class=\"skip\" href=\"#main\">", "<main id=\"main\"");
    assertThat(read(html)).contains("新しいお知らせ 警戒レベル4 避難指示（洪水）");
  }
}

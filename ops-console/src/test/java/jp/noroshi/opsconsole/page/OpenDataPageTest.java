package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.opendata.PublishedSites;
import jp.noroshi.gis.opendata.SiteImportReader;
import jp.noroshi.gis.opendata.SiteListReader;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What everybody may fetch of the evacuation sites, over real HTTP. */
@Timeout(60)
class OpenDataPageTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-09-10T07:30:00Z"), ZoneOffset.UTC);
  private static final AreaCode MUNICIPALITY = new AreaCode("22225");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();
  private static final VirtualThreads THREADS = new VirtualThreads(VERTX);

  /** The office's own list has columns that are nobody's business outside. */
  private static final String LIST =
      """
      名称,住所,緯度,経度,災害種別_洪水,想定収容人数,電話番号,鍵の保管者,保管者の携帯電話
      長岡の体育館,伊豆の国市長岡1,35.035,138.931,1,300,000-0002-0001,見本 太郎,000-9999-0001
      古奈の会館,伊豆の国市古奈2,35.037,138.940,,80,000-0002-0002,例示 花子,000-9999-0002
      """;

  private int port;

  @AfterAll
  static void close() {
    THREADS.close();
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  @BeforeAll
  static void bringSitesIn() {
    Imports imports =
        new Imports(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            NOW,
            List.of(
                new ImportSource(
                    new SiteImportReader(database.database(), MUNICIPALITY),
                    new SiteImportTarget())));
    Map<String, String> said =
        Map.of("source", "危機管理課", "edition", "2026-04-01", "licence", "CC BY 4.0");
    byte[] list = LIST.getBytes(StandardCharsets.UTF_8);
    imports.approve(
        imports.propose(ImportKind.SITES, "own.csv", list, said, "officer").id(), "approver");
  }

  @BeforeEach
  void start() {
    MunicipalitySettings municipality =
        MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
    Sites sites = new Sites(database.database(), Sites.USUAL_SQUARE_METRES);
    Router router = Router.router(VERTX);
    new OpenDataPage(
            new PublishedSites(database.database(), sites)::publish,
            Mode.DRILL,
            municipality,
            MessageTemplates.load(ProjectFiles.find("config/templates"), municipality.languages()),
            THREADS,
            NOW)
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

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void thePageSaysWhereTheDataComeFromOfWhichEditionAndUnderWhichLicence() throws Exception {
    String page = get("/opendata?lang=ja").body();
    assertThat(page)
        .contains("危機管理課", "2026-04-01", "CC BY 4.0", "2行")
        .contains("/opendata/evacuation_space.csv", "/opendata/evacuation_space.geojson")
        .contains("【訓練】");
    assertThat(get("/opendata?lang=en").body()).contains("Open data of evacuation sites");
  }

  @Test
  void theTableHasTheColumnsOfTheStandardAndComesBackAsTheSameSites() throws Exception {
    HttpResponse<String> file = get("/opendata/evacuation_space.csv");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("22225_evacuation_space.csv");
    assertThat(file.body()).startsWith("\uFEFF全国地方公共団体コード,ID,地方公共団体名,名称,");
    assertThat(SiteListReader.read("x.csv", file.body().getBytes(StandardCharsets.UTF_8)).entries())
        .extracting(site -> site.name() + site.capacity().orElseThrow())
        .containsExactlyInAnyOrder("長岡の体育館300", "古奈の会館80");
  }

  @Test
  void whatAnOfficeKeepsOfPeopleBesideTheStandardIsInNeitherFile() throws Exception {
    for (String ending : List.of("csv", "geojson")) {
      String file = get("/opendata/evacuation_space." + ending).body();
      assertThat(file).contains("長岡の体育館").contains("000-0002-0001");
      assertThat(file).doesNotContain("保管者", "見本 太郎", "例示 花子", "000-9999");
    }
  }

  @Test
  void theMapDataSayTheirSourceEditionAndLicenceBesideTheFeatures() throws Exception {
    JsonNode file = Json.read(get("/opendata/evacuation_space.geojson").body(), JsonNode.class);
    assertThat(file.path("source").asText()).isEqualTo("危機管理課");
    assertThat(file.path("edition").asText()).isEqualTo("2026-04-01");
    assertThat(file.path("licence").asText()).isEqualTo("CC BY 4.0");
    assertThat(StreamSupport.stream(file.path("features").spliterator(), false)).hasSize(2);
  }

  @Test
  void whoHasAFileAlreadyIsToldSo() throws Exception {
    for (String path : List.of("/opendata/evacuation_space.csv", "/opendata")) {
      HttpResponse<String> first = get(path);
      String etag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = get(path, "If-None-Match", etag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    }
  }

  @Test
  void programsOfOthersMayFetchTheFilesFromTheirPages() throws Exception {
    assertThat(
            get("/opendata/evacuation_space.geojson")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .contains("*");
    assertThat(get("/opendata").headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
  }
}

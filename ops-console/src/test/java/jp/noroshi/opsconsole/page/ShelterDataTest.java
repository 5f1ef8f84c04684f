package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.shelters.opening.Opening;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterStanding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What everybody may fetch of how the shelters stand, over real HTTP. */
@Timeout(60)
class ShelterDataTest {

  private static final Instant OPENED = Instant.parse("2026-09-10T07:00:00Z");
  private static final Instant SAID = Instant.parse("2026-09-10T07:20:00Z");
  private static final Instant NOW = Instant.parse("2026-09-10T07:30:00Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();
  private static final VirtualThreads THREADS = new VirtualThreads(VERTX);

  private final List<ShelterStanding> standings = new ArrayList<>();
  private int port;

  @AfterAll
  static void close() {
    THREADS.close();
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  @BeforeEach
  void start() {
    Router router = Router.router(VERTX);
    new ShelterData(
            () -> standings,
            Mode.DRILL,
            MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml")),
            THREADS,
            () -> NOW)
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

  private void stands(String name, OpeningState state, Crowding crowding, boolean announced) {
    Shelter shelter =
        new Shelter(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            name,
            ShelterKind.SITE,
            Optional.of(new LatLon(35.03, 138.93)),
            Optional.empty(),
            Optional.of(80),
            "長岡",
            Set.of(HazardKind.FLOOD),
            announced,
            false);
    Opening opening =
        new Opening(
            shelter.id(),
            state,
            crowding,
            Optional.empty(),
            Optional.empty(),
            Optional.of(OPENED),
            OPENED,
            SAID,
            "staff");
    standings.add(new ShelterStanding(shelter, Optional.of(opening), Optional.empty(), crowding));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void theTableSaysWhatIsOpenHowCrowdedAndAsOfWhen() throws Exception {
    stands("長岡若葉小学校", OpeningState.OPEN, Crowding.FULL, true);
    HttpResponse<String> table = get("/opendata/shelters.csv");
    assertThat(table.body().lines())
        .containsExactly(
            "\uFEFF名称,種別,住所,緯度,経度,開設状況,混雑状況,定員,開設日時,状況の時点,区分",
            "長岡若葉小学校,避難場所・避難所,長岡,35.03,138.93,開設（満員）,満員,80,2026-09-10T16:00+09:00,2026-09-10T16:20+09:00,訓練");
    String etag = table.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/opendata/shelters.csv", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(table.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void theMapDataSayThatItIsAnExercise() throws Exception {
    stands("長岡若葉小学校", OpeningState.CLOSING, Crowding.ROOM, true);
    JsonNode data = Json.read(get("/opendata/shelters.geojson").body(), JsonNode.class);
    assertThat(data.path("status").asText()).isEqualTo("Exercise");
    assertThat(data.path("asOf").asText()).isEqualTo("2026-09-10T16:30+09:00");
    JsonNode school = data.path("features").path(0);
    assertThat(school.path("geometry").path("coordinates").path(0).asDouble()).isEqualTo(138.93);
    assertThat(school.path("properties").path("state").asText()).isEqualTo("CLOSING");
    assertThat(school.path("properties").path("hazards").path(0).asText()).isEqualTo("FLOOD");
  }

  @Test
  void whatIsSaidInsideBeforeTheOpeningIsNotShown() throws Exception {
    stands("長岡若葉小学校", OpeningState.INSTRUCTED, Crowding.UNKNOWN, true);
    stands("古奈みどり公民館", OpeningState.CANNOT_OPEN, Crowding.UNKNOWN, true);
    assertThat(get("/opendata/shelters.csv").body().lines().skip(1))
        .allSatisfy(
            line -> assertThat(line).contains(",未開設,").contains("16:30").doesNotContain("16:20"));
  }

  @Test
  void placesResidentsAreNotToldOfAreInNeitherFile() throws Exception {
    stands("車中泊の場所", OpeningState.OPEN, Crowding.ROOM, false);
    assertThat(get("/opendata/shelters.csv").body()).doesNotContain("車中泊");
    assertThat(get("/opendata/shelters.geojson").body()).doesNotContain("車中泊");
  }

  @Test
  void aClosedShelterIsToldApartFromOneThatNeverOpened() throws Exception {
    stands("長岡若葉小学校", OpeningState.CLOSED, Crowding.UNKNOWN, true);
    assertThat(get("/opendata/shelters.csv").body()).contains(",閉鎖,");
  }
}

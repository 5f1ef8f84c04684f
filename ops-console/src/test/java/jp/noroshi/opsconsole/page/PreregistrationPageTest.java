package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.paper.QrCode;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard;
import jp.noroshi.shelters.checkin.Preregistration;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A household writes its card beforehand, without a script. */
class PreregistrationPageTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final VirtualThreads THREADS = new VirtualThreads(VERTX);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern CODE = Pattern.compile("<strong>([0-9A-Z]{10})</strong>");

  private static Checkin checkin;
  private static HttpServer server;

  @BeforeAll
  static void start() throws Exception {
    FieldCipher cipher =
        FieldCipher.unlock(database.database(), Optional.of(RegisterKeys.generate()));
    checkin =
        Checkin.start(
            new Checkin.Parts(
                database.database(),
                new RoomCipher(cipher, Checkin.ROOM),
                new Recognition(cipher, new AccessLog(Clock.systemUTC())),
                _ -> true,
                Clock.systemUTC()),
            new LiveStays(new TallyBook(_ -> PlaceKind.SHELTER)));
    MunicipalitySettings municipality =
        MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
    Router router = Router.router(VERTX);
    new PreregistrationPage(
            checkin.preregistrations(),
            (_, _, _) -> false,
            Mode.DRILL,
            municipality,
            MessageTemplates.load(ProjectFiles.find("config/templates"), municipality.languages()),
            THREADS)
        .mount(router);
    server =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, SECONDS);
  }

  @AfterAll
  static void stop() {
    checkin.close();
    THREADS.close();
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }

  private static HttpResponse<String> post(String path, String fields)
      throws IOException, InterruptedException {
    return send(
        at(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  @Test
  void theFormMayOnlyBeSentToTheHubAndIsKeptNowhere() throws Exception {
    HttpResponse<String> page = send(at("/preregister"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self'");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).contains("訓練").contains("name=\"kana1\"");
  }

  @Test
  void whatWasWrittenIsWhatTheReceptionFindsBehindTheCode() throws Exception {
    HttpResponse<String> page =
        post(
            "/preregister",
            "address=%E8%A6%8B%E6%9C%AC1&phone=000-0000-0001&name1=%E8%A6%8B%E6%9C%AC&kana1=%E3%83%9F%E3%83%9B%E3%83%B3&birth1=1950-01-02&sex1=FEMALE&need1=NEEDS_CARE&need1=ALLERGY&need1=NONSENSE&name3=%E5%A4%AA");
    assertThat(page.statusCode()).isEqualTo(201);
    Matcher code = CODE.matcher(page.body());
    assertThat(code.find()).isTrue();
    Preregistration found =
        checkin.preregistrations().findByCode(code.group(1), "tablet:x").orElseThrow();
    assertThat(found.household().address()).isEqualTo("見本1");
    assertThat(found.people()).extracting(PersonCard::name).containsExactly("見本", "太");
    assertThat(found.people().getFirst().needs())
        .containsExactlyInAnyOrder(Need.NEEDS_CARE, Need.ALLERGY);
  }

  @Test
  void aFormWithNobodyInItSaysWhatToDoAndKeepsWhatWasWritten() throws Exception {
    HttpResponse<String> page = post("/preregister?lang=en", "address=Mihon+1");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("at least one person").contains("value=\"Mihon 1\"");
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndNothingOfAScriptIsRun() throws Exception {
    HttpResponse<String> page =
        post("/preregister", "name1=" + "a".repeat(61) + "&address=%3Cscript%3E");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  @Test
  void theSquaresOfACodeCanBeReadByACamera() throws Exception {
    assertThat(read(QrCode.of("NRS1:0123456789")).getText()).isEqualTo("NRS1:0123456789");
  }

  private static Result read(QrCode code) throws Exception {
    int scale = 4;
    int side = code.size() * scale;
    byte[] grey = new byte[side * side];
    for (int i = 0; i < grey.length; i++) {
      boolean dark = code.isDark(i % side / scale, Math.floorDiv(i, side) / scale);
      grey[i] = (byte) (dark ? 0 : 255);
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false))));
  }
}

package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.channels.simulator.LineTalk;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonOutline;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import jp.noroshi.opsconsole.app.drill.SampleRegister;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.ContactKind;
import jp.noroshi.shelters.talk.Report;
import jp.noroshi.shelters.talk.SupporterPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People answer on LINE, over real HTTP in both directions. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TalkOnLineTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode MINAMIEMA = new AreaCode("22225-08");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final Pattern BUTTON = Pattern.compile("answer:([A-Za-z0-9_-]{24}):([A-Z_]+)");

  @TempDir private static Path folder;

  private static final Vertx vertx = Vertx.vertx();
  private static SampleDrill drill;
  private static LineTalk talk;
  private static Hub hub;
  private static int users;

  private final String user = "U%032x".formatted(++users);

  @BeforeAll
  static void startTheDrill() {
    DataDirectory directory = new DataDirectory(folder.resolve("data"));
    drill = SampleDrill.prepare(vertx, directory, Clock.systemUTC());
    hub =
        Hub.start(
            drill.config().listeningOn(0),
            new Hub.Surroundings(vertx, database.database(), directory, Clock.systemUTC()));
    new DrillAccounts(directory).create(hub.accounts());
    new SampleRegister(drill.sample().resolve("register")).load(hub.register());
    talk = drill.providers().talkWith(hub.address());
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** Returns what the simulated LINE was given for the user, oldest first. */
  private List<String> received() {
    return drill.providers().line().taken().messages().values().stream()
        .filter(message -> message.counts().containsKey(user))
        .map(message -> message.content().encode())
        .toList();
  }

  private String receives(String text) {
    Waiting.until(
        "LINE is given " + text,
        SOON,
        () -> received().stream().anyMatch(each -> each.contains(text)));
    return received().stream().filter(each -> each.contains(text)).toList().getLast();
  }

  private static String button(String message, String word) {
    Matcher button = BUTTON.matcher(message);
    while (button.find()) {
      if (button.group(2).equals(word)) {
        return button.group();
      }
    }
    throw new AssertionError("no button " + word + " in " + message);
  }

  private static HttpResponse<String> page(String path, Optional<String> form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.address().resolve(path));
    form.ifPresent(
        fields ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    try {
      return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static NotYetSafe.Line caseOf(PersonId person) {
    NotYetSafe.Wanted all =
        new NotYetSafe.Wanted(
            hub.response().responses().list().getFirst().id(),
            Optional.empty(),
            Set.of(CaseState.values()));
    return hub.response().notYetSafe().list(all, 0, 1_000).lines().stream()
        .filter(line -> line.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPersonLinksTheirAccountIsAskedAndAnswers() {
    PersonId person =
        hub.register().register().listOutlines().stream()
            .filter(each -> each.state() == PersonState.LISTED)
            .filter(each -> each.district().equals(Optional.of(MINAMIEMA)))
            .map(PersonOutline::id)
            .findFirst()
            .orElseThrow();
    String code =
        hub.talk().addresses().code(ContactKind.PERSON, person.value(), DrillAccounts.WELFARE);
    assertThat(talk.write(user, "00000000").await()).isEqualTo(200);
    receives("番号がちがうか、期限が切れています");
    assertThat(talk.write(user, code).await()).isEqualTo(200);
    receives("登録ができました");

    hub.response().responses().start(Set.of(MINAMIEMA), Hazard.FLOOD, DrillAccounts.APPROVER);
    hub.response().worker().wake();
    String asked = receives("ご無事ですか");
    assertThat(asked).contains("訓練");
    String help = button(asked, "HELP");
    talk.press(user, help).await();
    Waiting.until("the call for help is heard", SOON, () -> caseOf(person).helpWanted());

    String path = "/answer/" + BUTTON.matcher(help).replaceFirst("$1");
    HttpResponse<String> opened = page(path, Optional.empty());
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(opened.body()).contains("助けがほしいと知らせていただきました", "安全です");
    assertThat(page(path + "?lang=en", Optional.of("word=SAFE")).body())
        .contains("We have your answer");
    assertThat(caseOf(person).state()).isEqualTo(CaseState.SAFE);
    assertThat(caseOf(person).strength()).hasValue(Evidence.Strength.OWN_WORD);

    talk.write(user, "助けて！").await();
    Waiting.until(
        "the word opens the case again", SOON, () -> caseOf(person).state() == CaseState.STAFF);
    assertThat(openCalls()).anySatisfy(report -> assertThat(report.joined()).isPresent());

    talk.block(user).await();
    Waiting.until(
        "the address book forgets who blocked",
        SOON,
        () -> hub.talk().addresses().media(ContactKind.PERSON, person.value()).isEmpty());
  }

  private static List<Report> openCalls() {
    return hub.talk().reports().list(Optional.of(PersonAnswer.HELP), true, 100);
  }

  @Test
  void aWordIsOneReportHoweverOftenItComesAndThePageAddsToIt() {
    JsonObject event =
        talk.event("message", user)
            .put("message", new JsonObject().put("type", "text").put("text", "たすけて"));
    assertThat(talk.handIn(event, event).await()).isEqualTo(200);
    assertThat(talk.handIn(event).await()).as("LINE hands it in again").isEqualTo(200);
    String link = link(receives("助けを求める知らせを受け取りました"), "/safety");
    int before = openCalls().size();
    HttpResponse<String> sent =
        page(link, Optional.of("kind=HELP&name=%E8%A6%8B%E6%9C%AC&place=2%E9%9A%8E&people=3"));
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.body()).contains("119番へ");
    assertThat(openCalls())
        .hasSize(before)
        .anySatisfy(
            report -> {
              assertThat(report.times()).isEqualTo(2);
              assertThat(report.said().name()).isEqualTo("見本");
              assertThat(report.said().people()).isEqualTo(3);
            });
  }

  @Test
  void aPositionFromTheTalkAndOneFromThePageAreOnTheReport() {
    talk.write(user, "助けて").await();
    String link = link(receives("「＋」の「位置情報」"), "/safety");
    talk.locate(user, new LatLon(35.03, 138.94), "見本町1-1").await();
    receives("お知らせに加えました");
    assertThat(openCalls())
        .anySatisfy(report -> assertThat(report.said().place()).isEqualTo("見本町1-1"));
    assertThat(page(link, Optional.of("kind=HELP&at=35.04000,138.95000&metres=20")).statusCode())
        .isEqualTo(201);
    assertThat(openCalls())
        .anySatisfy(
            report ->
                assertThat(report.said().location())
                    .hasValueSatisfying(
                        position -> {
                          assertThat(position.point()).isEqualTo(new LatLon(35.04, 138.95));
                          assertThat(position.metres()).hasValue(20);
                        }));
    assertThat(page(link, Optional.of("kind=SAFE&at=138.95,35.04")).statusCode())
        .as("a position that is none stops no report")
        .isEqualTo(201);
  }

  private static String link(String message, String path) {
    Matcher link = Pattern.compile("https?://[^\"]*" + path + "[^\"]*").matcher(message);
    assertThat(link.find()).as(message).isTrue();
    URI uri = URI.create(link.group());
    return uri.getPath() + "?" + uri.getQuery();
  }

  @Test
  void aCodeForTheReceptionComesBackIntoTheTalk() {
    talk.write(user, "事前登録").await();
    String link = link(receives("番号を作れます"), "/preregister");
    assertThat(page(link, Optional.of("name1=%E8%A6%8B%E6%9C%AC&kana1=%E3%83%9F")).statusCode())
        .isEqualTo(201);
    String message = receives("番号は ");
    assertThat(page(link(message, "/preregister/code"), Optional.empty()).body())
        .contains("<figure class=\"qr\">");
  }

  @Test
  void whatIsSaidInTheTalkIsAnsweredByAReplyAndPushedWhenLineTakesNone() {
    long replies = drill.providers().line().counted("replies");
    talk.write(user, "事前登録").await();
    receives("番号を作れます");
    assertThat(drill.providers().line().counted("replies")).isGreaterThan(replies);
    long refused = drill.providers().line().counted("repliesRefused");
    JsonObject late =
        talk.event("message", user)
            .put("message", new JsonObject().put("type", "text").put("text", "無事です"));
    drill.providers().line().expireReplyTokens();
    talk.handIn(late).await();
    receives("ご無事の知らせを受け取りました");
    assertThat(drill.providers().line().counted("repliesRefused")).isGreaterThan(refused);
  }

  @Test
  void whatIsNotSignedByLineIsNotTakenIn() {
    Buffer body = Buffer.buffer("{\"events\":[]}");
    assertThat(talk.handIn(body, "bm90IHNpZ25lZA==").await()).isEqualTo(401);
    assertThat(talk.handIn().await()).as("LINE's own trial of the address").isEqualTo(200);
  }

  @Test
  void theOwnPageOfASupporterIsCalmOutsideAnEventAndOpensForNobodyElse() {
    UUID supporter = new UUID(7, 1);
    String path = SupporterPages.path(hub.talk().supporters().make(supporter, "ja"));
    HttpResponse<String> opened = page(path, Optional.empty());
    assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(opened.body()).contains("支援者のページ", "いま、支援のお願いはありません");
    assertThat(page(path + "?part=now&lang=en", Optional.empty()).body())
        .contains("Nothing is asked of you now")
        .doesNotContain("<html");
    assertThat(page(path, Optional.of("task=none&word=ACCEPT")).statusCode()).isEqualTo(200);
    assertThat(page(path, Optional.of("task=" + supporter + "&word=ACCEPT")).body())
        .contains("この依頼は見つかりません");
    assertThat(page(path, Optional.of("task=" + supporter + "&whom=1")).body())
        .contains("いまは表示できません");
    hub.talk().contacts().forget(ContactKind.SUPPORTER, supporter, Medium.WEB);
    HttpResponse<String> closed = page(path, Optional.empty());
    assertThat(closed.statusCode()).isEqualTo(404);
    assertThat(closed.body()).contains("このページは使えません");
  }

  @Test
  void anAnswerPageThatIsNotThereSaysWhatToDo() {
    HttpResponse<String> none = page("/answer/" + "x".repeat(24), Optional.empty());
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("119番");
    assertThat(page("/safety", Optional.of("name=x")).statusCode()).isEqualTo(422);
    assertThat(page("/safety?lang=ja-x-easy", Optional.empty()).body()).contains("助けて");
  }
}

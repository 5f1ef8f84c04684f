package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen, as axe sees it and as people can look at it in {@code target/screenshots}. */
class AccessibilityTest {

  @RegisterExtension static final Stage stage = new Stage();

  private static String draft;
  private static String told;

  /** A desk by day and a phone at night: both widths, both brightnesses. */
  enum Look {
    DESK(1440, 900, ColorScheme.LIGHT),
    NIGHT_PHONE(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }

    Browser.NewContextOptions context() {
      return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
    }
  }

  @BeforeAll
  static void somethingToLookAt() {
    Drill drill = stage.drill();
    draft = drill.takeIn("1-landslide-level4.xml");
    told = drill.proposeEvacuation("22225-07");
    drill.handIn(told);
    drill.approve(told);
  }

  @ParameterizedTest
  @EnumSource
  void everyRoomOfTheConsoleIsFreeOfBarriers(Look look) {
    Visitor visitor = stage.visitor(look.context());
    Page page = visitor.open("/console/");
    assertThat(page.getByRole(AriaRole.BUTTON, named("サインインする"))).isVisible();
    check(visitor, look, "sign-in");

    visitor.signedIn(OFFICER);
    room(visitor, look, "dispatches", "配信", "dispatches");
    room(visitor, look, "notices/new", "お知らせを書く", "notice");
    room(visitor, look, "chronology", "記録", "chronology");
    room(visitor, look, "dispatches/" + told, "進み具合", "board");
    room(visitor, look, "shelters/people", "避難者の名簿", "evacuees");
    room(visitor, look, "shelters/doubts", "人が確かめること", "doubts");
    room(visitor, look, "shelters/inquiries", "安否照会", "inquiries");
    room(visitor, look, "shelters/victims", "被災者台帳へ", "victims");
    roomWithMap(visitor, look, "", "状況", "situation");
    roomWithMap(visitor, look, "dispatches/" + draft, "見え方・聞こえ方", "draft");
  }

  @ParameterizedTest
  @EnumSource
  void aHalfWrittenEvacuationOrderIsFreeOfBarriers(Look look) {
    Visitor visitor = stage.visitor(look.context()).signedIn(OFFICER);
    Page page = visitor.open("/console/evacuation");
    page.getByRole(AriaRole.CHECKBOX, named("北江間")).check();
    page.getByRole(AriaRole.CHECKBOX, named("南江間")).check();
    page.getByRole(AriaRole.RADIO, named("緊急安全確保")).check();
    expectMapDrawn(page);
    check(visitor, look, "evacuation");
  }

  private static void room(Visitor visitor, Look look, String path, String heading, String name) {
    enter(visitor, path, heading);
    check(visitor, look, name);
  }

  private static void roomWithMap(
      Visitor visitor, Look look, String path, String heading, String name) {
    enter(visitor, path, heading);
    expectMapDrawn(visitor.page());
    check(visitor, look, name);
  }

  private static void enter(Visitor visitor, String path, String heading) {
    Page page = visitor.open("/console/" + path);
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setExact(true)))
        .isVisible();
  }

  /** A half-drawn map would be judged, and shown, as it never stays. */
  private static void expectMapDrawn(Page page) {
    assertThat(page.locator("[aria-label=地区の地図] [aria-busy=false]")).isVisible();
  }

  /** Whoever needs help may have one hand and no pointer: the page is sent with keys alone. */
  @Test
  void whoNeedsHelpSaysSoWithKeysAlone() {
    Look look = Look.NIGHT_PHONE;
    Visitor visitor =
        stage.visitor(
            look.context().setGeolocation(35.03, 138.94).setPermissions(List.of("geolocation")));
    Page page = visitor.open("/safety");
    check(visitor, look, "safety");
    Locator told = page.getByRole(AriaRole.STATUS);
    page.getByRole(AriaRole.BUTTON, named("現在地を使う")).press("Enter");
    assertThat(told).containsText("送る現在地：35.03000, 138.94000");
    page.getByRole(AriaRole.BUTTON, named("現在地を送らない")).press("Enter");
    assertThat(told).isEmpty();
    page.getByRole(AriaRole.BUTTON, named("現在地を使う")).press("Enter");
    assertThat(told).containsText("35.03000");
    check(visitor, look, "safety-located");
    page.getByRole(AriaRole.RADIO, named("助けがほしい")).press("Space");
    page.getByRole(AriaRole.BUTTON, named("送る")).press("Enter");
    assertThat(page.locator(".told")).containsText("119番");
    check(visitor, look, "safety-sent");
  }

  @ParameterizedTest
  @EnumSource
  void theResidentsPageIsFreeOfBarriersInEveryLanguage(Look look) {
    Visitor visitor = stage.visitor(look.context());
    for (String language : new String[] {"ja", "en", "ja-x-easy"}) {
      visitor.open("/?lang=" + language);
      check(visitor, look, "residents-" + language);
    }
    visitor.open("/d/22225-07");
    check(visitor, look, "residents-district");
    visitor.open("/n/" + told);
    check(visitor, look, "residents-notice");
  }

  private static void check(Visitor visitor, Look look, String name) {
    assertThat(visitor.page().getByText("読み込んでいます")).hasCount(0);
    visitor.page().evaluate("scrollTo(0, 0)");
    visitor.picture(name + "-" + look.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Axe.expectNothingOn(visitor.page());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}

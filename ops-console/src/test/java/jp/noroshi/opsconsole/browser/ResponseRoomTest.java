package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an order to the list of those not yet safe, one person decided, and a shorter list. */
class ResponseRoomTest {

  @RegisterExtension static final Stage stage = new Stage();

  private static final String MINAMIEMA = "22225-08";
  private static final String NANJO = "22225-12";
  private static final String FACILITY = "障害福祉サービス はなみずき";

  /** What a telephone tells a page when it has a connection again. */
  private static final String LOOK_NOW = "window.dispatchEvent(new Event('online'))";

  @BeforeAll
  static void people() {
    stage.drill().fillRegister();
    stage.drill().fillMap();
  }

  @Test
  void anOrderMakesAListThatShrinksWhenSomebodyIsFoundSafe() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = officer.open("/console/response");
    String order = stage.drill().proposeEvacuation(MINAMIEMA);
    stage.drill().handIn(order);
    stage.drill().approve(order);

    Locator district = page.getByRole(AriaRole.BUTTON, named("南江間"));
    district.press("Enter");
    Locator rows = page.locator("tbody tr");
    assertThat(rows.first()).containsText("職員の対応待ち");
    int before = rows.count();
    assertThat(page.getByText("セツレイ")).isHidden();
    officer.picture("response");
    Axe.expectNothingOn(page);

    page.getByRole(AriaRole.BUTTON, named("氏名を表示する")).click();
    assertThat(page.getByText("氏名を表示しています。")).isVisible();
    rows.first().getByRole(AriaRole.LINK).first().click();
    page.getByRole(AriaRole.BUTTON, named("氏名・連絡先・計画を表示する")).click();
    assertThat(page.getByText("この閲覧は記録されました。")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("電話に出ない")).click();
    assertThat(page.getByText("電話に出ませんでした")).isVisible();
    officer.picture("response-case");
    Axe.expectNothingOn(page);
    page.getByRole(AriaRole.BUTTON, named("会って・話して安全を確認した")).click();
    assertThat(page.getByText("会って・話して安全を確認しました")).isVisible();

    page.getByRole(AriaRole.LINK, named("対応の一覧")).click();
    district.click();
    assertThat(rows).hasCount(before - 1);
    page.setViewportSize(320, 640);
    officer.expectNoSidewaysScrolling();
    Axe.expectNothingOn(page);
    officer.picture("response-phone");
    page.setViewportSize(1280, 800);

    showsHomesOnTheMap(officer, before - 1);
    aSupporterAnswersOnAPageOfTheirOwn();
    theLinkInAMessageIsReadOnTheSmallestTelephone();
    aFacilityAnswersOnItsOwnPage(officer);

    officer.open("/console/");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("安否未確認")).click();
    page.getByRole(AriaRole.BUTTON, named("対応を終える")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    String left = page.getByTestId("not-yet-safe").textContent().replaceAll("[^0-9]", "");
    dialog.getByLabel("確認のため").fill(left);
    dialog.getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.getByText("対応は動いていません")).isVisible();
  }

  private static void showsHomesOnTheMap(Visitor officer, int missing) {
    Page page = officer.open("/console/map");
    Locator list = page.getByRole(AriaRole.REGION, named("まだ安否を確認できていない人"));
    assertThat(list).isHidden();
    page.getByLabel("まだ安否を確認できていない人の家").press("Space");
    // Other districts may be under an order too.
    assertThat(
            list.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("南江間")))
        .hasCount(missing);
    Locator first = list.getByRole(AriaRole.BUTTON).first();
    first.press("Enter");
    assertThat(first).isFocused();
    assertThat(page.locator("[aria-busy=false]").first()).isVisible();
    officer.picture("response-map");
    Axe.expectNothingOn(page);
  }

  /**
   * It lies open before anything is asked, and is taken back in the end; keys alone, on a phone.
   */
  private static void aSupporterAnswersOnAPageOfTheirOwn() {
    UUID supporter = UUID.randomUUID();
    Visitor visitor =
        stage.visitor(new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true));
    Page own = visitor.open(stage.drill().pageOf(supporter));
    assertThat(own.getByText("いま、支援のお願いはありません。")).isVisible();
    Axe.expectNothingOn(own);
    visitor.picture("supporter-calm");

    stage.drill().ask(supporter, MINAMIEMA);
    own.evaluate(LOOK_NOW);
    assertThat(own.getByRole(AriaRole.HEADING).getByText("南江間")).isVisible();
    assertThat(own).hasTitle(Pattern.compile("\\(1\\) 支援者のページ.*"));
    assertThat(own.getByText("新しい支援のお願いがあります。")).isAttached();
    assertThat(own.getByText("氏名")).isHidden();
    visitor.expectNoSidewaysScrolling();
    Axe.expectNothingOn(own);
    visitor.picture("supporter-asked");

    own.getByRole(AriaRole.BUTTON, named("どなたのところへ行くかを見る")).press("Enter");
    assertThat(own.getByText("氏名")).isVisible();
    visitor.expectNoSidewaysScrolling();
    Axe.expectNothingOn(own);
    visitor.picture("supporter-whom");
    own.getByRole(AriaRole.BUTTON, named("行きます")).press("Enter");
    assertThat(own.getByText("お返事を受け取りました。")).isVisible();
    assertThat(own.getByText("あなたが引き受けています。")).isVisible();
    visitor.picture("supporter-accepted");

    stage.drill().takePageBack(supporter);
    own.evaluate(LOOK_NOW);
    assertThat(own.getByText("このページは使えません")).isVisible();
  }

  private static void theLinkInAMessageIsReadOnTheSmallestTelephone() {
    UUID supporter = UUID.randomUUID();
    stage.drill().ask(supporter, MINAMIEMA);
    Visitor visitor =
        stage.visitor(new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true));
    Page own = visitor.open(stage.drill().answerPage(MINAMIEMA, Optional.of(supporter)));
    assertThat(own.getByText("お返事を待っています。")).isVisible();
    looksRight(visitor, "answer-asked");
    own.getByRole(AriaRole.BUTTON, named("どなたのところへ行くかを見る")).press("Enter");
    assertThat(own.getByText("氏名")).isVisible();
    looksRight(visitor, "answer-whom");
    own.getByRole(AriaRole.BUTTON, named("行けません")).press("Enter");
    assertThat(own.getByText("お返事を受け取りました。")).isVisible();
    looksRight(visitor, "answer-said");

    visitor.open(stage.drill().answerPage(MINAMIEMA, Optional.empty()));
    assertThat(own.getByText("あなたのようすを知らせてください")).isVisible();
    looksRight(visitor, "answer-person");
  }

  private static void looksRight(Visitor visitor, String name) {
    visitor.expectNoSidewaysScrolling();
    Axe.expectNothingOn(visitor.page());
    visitor.picture(name);
  }

  /**
   * Its link is handed out, it answers twice on a telephone, and the room shows the last at once.
   */
  private static void aFacilityAnswersOnItsOwnPage(Visitor officer) {
    String order = stage.drill().proposeEvacuation(NANJO);
    stage.drill().handIn(order);
    stage.drill().approve(order);
    Page page = officer.open("/console/response");
    page.getByRole(AriaRole.BUTTON, named(FACILITY + "の連絡先と回答ページ")).click();
    page.getByRole(AriaRole.BUTTON, named("回答ページのリンクを作る")).click();
    Locator slip = page.getByRole(AriaRole.DIALOG).locator("code");
    assertThat(slip).containsText("/facility/");
    Axe.expectNothingOn(page);
    officer.picture("response-facility-link");
    String path = URI.create(slip.textContent()).getPath();
    page.keyboard().press("Escape");

    Visitor facility =
        stage.visitor(new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true));
    Page own = facility.open(path);
    assertThat(own.getByText(FACILITY)).isVisible();
    own.getByLabel("利用者と職員の人数").fill("23");
    own.getByRole(AriaRole.BUTTON, named("避難を始めた")).click();
    assertThat(own.getByText("いまのお知らせ：避難を始めた")).isVisible();
    facility.expectNoSidewaysScrolling();
    Axe.expectNothingOn(own);
    facility.picture("facility-phone");
    own.getByRole(AriaRole.BUTTON, named("避難が終わった")).press("Enter");
    assertThat(own.getByText("いまのお知らせ：避難が終わった")).isVisible();
    Locator line =
        page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(FACILITY));
    assertThat(line).containsText("避難が終わった");
    assertThat(line).containsText("23人");
    assertThat(line).containsText("施設の回答");
    officer.picture("response-facility");
    own.navigate(stage.drill().address().resolve("/facility/" + "x".repeat(24)).toString());
    assertThat(own.getByText("このページは使えません")).isVisible();
    Axe.expectNothingOn(own);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

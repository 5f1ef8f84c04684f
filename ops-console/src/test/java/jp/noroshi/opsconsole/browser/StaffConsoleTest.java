package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.APPROVER;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;
import static jp.noroshi.opsconsole.browser.Drill.CHIEF;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import jp.noroshi.core.storage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffConsoleTest {

  private static final Pattern SEND = Pattern.compile("訓練として .*人に送る");
  private static final Pattern DISPATCH = Pattern.compile(".*/dispatches/[0-9a-f-]{36}");

  @RegisterExtension static final Stage stage = new Stage();

  @Test
  void signingInLeadsToTheSituationOfTheDrill() {
    Visitor officer = stage.visitor();
    Page page = officer.open("/console/");
    page.getByLabel("アカウント").fill(OFFICER);
    page.getByLabel("パスワード", exactly()).fill(stage.drill().password(OFFICER));
    page.getByRole(AriaRole.BUTTON, named("サインインする")).click();
    assertThat(heading(page, "状況")).isVisible();
    assertThat(page).hasTitle("【訓練】状況 | のろし");
    assertThat(page.getByText("実際の住民には届きません")).isVisible();
  }

  @Test
  void aWrongPasswordIsAnsweredAndNothingTypedIsLost() {
    Page page = stage.visitor().open("/console/");
    page.getByLabel("アカウント").fill(OFFICER);
    page.getByLabel("パスワード", exactly()).fill("not the password");
    page.getByRole(AriaRole.BUTTON, named("サインインする")).click();
    assertThat(page.getByRole(AriaRole.ALERT).getByText("違います")).isVisible();
    assertThat(page.getByLabel("アカウント")).hasValue(OFFICER);
  }

  @Test
  void theAuthorWhoHandsADraftInIsRefusedAsItsApprover() {
    Visitor chief = stage.visitor().signedIn(CHIEF);
    chief
        .page()
        .route(
            Pattern.compile(".*/api/dispatches/[0-9a-f-]{36}$"), StaffConsoleTest::offerApproval);
    Page page = proposeInTheBrowser(chief, "長岡");
    page.getByRole(AriaRole.BUTTON, named("承認を依頼")).click();
    assertThat(page.getByText("承認待ち").first()).isVisible();

    page.reload();
    approveInTheBrowser(page);
    Locator answer = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT);
    assertThat(answer).containsText("自分が書いたものは承認できません");
    assertThat(page.getByText("承認待ち").first()).isVisible();
    chief.picture("author-refused");
  }

  /** As a tampered console would: the button is there although the hub does not offer it. */
  private static void offerApproval(Route route) {
    if (!route.request().method().equals("GET")) {
      route.resume();
      return;
    }
    APIResponse answer = route.fetch();
    ObjectNode dispatch = Json.read(answer.text(), ObjectNode.class);
    dispatch.withArray("allowedActions").add("APPROVE");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(dispatch.toString()));
  }

  @Test
  void theAuthorIsNotOfferedTheApprovalButToldWhoCan() {
    Visitor chief = stage.visitor().signedIn(CHIEF);
    Page page = proposeInTheBrowser(chief, "古奈");
    page.getByRole(AriaRole.BUTTON, named("承認を依頼")).click();
    assertThat(page.getByText("作成した人は承認できません")).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON, named(SEND))).hasCount(0);
  }

  @Test
  void anEvacuationOrderShowsItsTextBeforeAnythingHappens() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = proposeInTheBrowser(officer, "天野");
    assertThat(page.getByText("承認と同時に変わる避難情報")).isVisible();
    assertThat(page.getByText("避難指示").first()).isVisible();
    officer.picture("evacuation-draft-1280");

    officer.open("/console/evacuation");
    assertThat(page.getByRole(AriaRole.ROW, named("天野"))).containsText("発令なし");
  }

  @Test
  void aSecondPersonTypesTheLevelAndTheBoardMovesToItsEndByItself() {
    Drill drill = stage.drill();
    String draft = drill.proposeEvacuation("22225-04");
    drill.handIn(draft);
    Visitor approver = stage.visitor().signedIn(APPROVER);
    Page page = approver.open("/console/dispatches/" + draft);
    approver.picture("waiting-for-approval-1280");

    page.getByRole(AriaRole.BUTTON, named(SEND)).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("確認の言葉").fill("3");
    dialog.getByRole(AriaRole.BUTTON, inside(SEND)).click();
    assertThat(dialog.getByText("「4」と入力するまで送れません。")).isVisible();
    approver.picture("typing-the-level-1280");
    dialog.getByLabel("確認の言葉").fill("４");
    dialog.getByRole(AriaRole.BUTTON, inside(SEND)).click();

    assertThat(heading(page, "進み具合")).isVisible();
    expectTold(page);
    approver.picture("board-at-its-end-1280");

    approver.open("/console/evacuation");
    assertThat(page.getByRole(AriaRole.ROW, named("小坂"))).containsText("避難指示");
  }

  @Test
  void anotherOfficerSeesTheDraftAndItsApprovalWithoutReloading() {
    Drill drill = stage.drill();
    Visitor watching = stage.visitor().signedIn(Drill.VIEWER);
    Page page = watching.open("/console/dispatches");
    assertThat(heading(page, "配信")).isVisible();
    String draft = drill.writeNotice("給水所を開きました", "WEB");
    Locator row = page.getByRole(AriaRole.LINK, named("給水所を開きました"));
    assertThat(row).isVisible();
    drill.handIn(draft);
    row.click();
    assertThat(page.getByText("承認者の確認を待っています。")).isVisible();
    drill.approve(draft);
    assertThat(heading(page, "進み具合")).isVisible();
  }

  @Test
  void everythingFromSigningInToApprovalIsDoneWithTheKeyboardAlone() {
    Drill drill = stage.drill();
    String draft = drill.proposeEvacuation("22225-05");
    drill.handIn(draft);
    Visitor approver = stage.visitor();
    Page page = approver.open("/console/");

    approver.tabTo(page.getByLabel("アカウント"));
    page.keyboard().type(APPROVER);
    approver.tabTo(page.getByLabel("パスワード", exactly()));
    page.keyboard().type(drill.password(APPROVER));
    page.keyboard().press("Enter");
    approver.tabTo(page.locator("main a[href$='" + draft + "']"));
    page.keyboard().press("Enter");
    approver.tabTo(page.getByRole(AriaRole.BUTTON, named(SEND)));
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("確認の言葉")).isFocused();
    page.keyboard().type("4");
    page.keyboard().press("Enter");
    assertThat(heading(page, "進み具合")).isVisible();
  }

  private static Page proposeInTheBrowser(Visitor visitor, String district) {
    Page page = visitor.open("/console/evacuation");
    page.getByRole(AriaRole.CHECKBOX, named(district)).check();
    page.getByRole(AriaRole.RADIO, named("避難指示")).check();
    assertThat(page.getByText("発令なし → ").first()).isVisible();
    page.getByRole(AriaRole.BUTTON, named("下書きを作って文を見る")).click();
    page.waitForURL(DISPATCH);
    return page;
  }

  private static void approveInTheBrowser(Page page) {
    page.getByRole(AriaRole.BUTTON, named(SEND)).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("確認の言葉").fill("4");
    dialog.getByRole(AriaRole.BUTTON, inside(SEND)).click();
  }

  /** Every medium is through; no test asks the page to load again for it. */
  private static void expectTold(Page page) {
    assertThat(
            page.getByRole(AriaRole.TABLE)
                .getByText("完了", new Locator.GetByTextOptions().setExact(true)))
        .hasCount(4);
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(Pattern name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}

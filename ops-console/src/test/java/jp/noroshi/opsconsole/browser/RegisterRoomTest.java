package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.WELFARE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The welfare desk: nobody is seen before it is said what for, and every look is on the record. */
class RegisterRoomTest {

  @RegisterExtension static final Stage stage = new Stage();

  @BeforeAll
  static void people() {
    stage.drill().fillRegister();
  }

  @Test
  void aPersonIsSeenAfterThePurposeWasSaidAndTheLookStandsInTheLog() {
    Visitor clerk = stage.visitor().signedIn(WELFARE);
    Page page = clerk.open("/console/people");
    page.getByRole(AriaRole.DIALOG).getByLabel("目的").selectOption("REGISTER");
    clerk.picture("register-purpose");
    page.getByRole(AriaRole.BUTTON, named("この目的で見る")).click();
    assertThat(page.getByText("この閲覧は記録されます")).isVisible();

    page.getByLabel("フリガナの始まり").fill("みほん");
    page.getByRole(AriaRole.BUTTON, named("さがす")).click();
    assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("見本");
    clerk.picture("register-found");
    Axe.expectNothingOn(clerk.page());

    page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).click();
    assertThat(page.getByText("避難支援等を必要とする事由").first()).isVisible();
    clerk.picture("register-person");
    Axe.expectNothingOn(clerk.page());

    page.getByRole(AriaRole.LINK, named("閲覧の記録")).click();
    assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("名簿の作成・更新");
    clerk.picture("register-log");
    Axe.expectNothingOn(clerk.page());
    clerk.expectNoComplaints();
  }

  @Test
  void aPersonIsChangedByHandWithAReasonThatStandsInTheHistory() {
    Visitor clerk = stage.visitor().signedIn(WELFARE);
    Page page = clerk.open("/console/people");
    page.getByRole(AriaRole.DIALOG).getByLabel("目的").selectOption("REGISTER");
    page.getByRole(AriaRole.BUTTON, named("この目的で見る")).click();
    page.getByLabel("整理番号").fill("0001277");
    page.getByRole(AriaRole.BUTTON, named("さがす")).click();
    page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).click();
    page.getByRole(AriaRole.BUTTON, named("手で直す")).click();
    page.getByLabel("緊急連絡先1 氏名").fill("見本　長女");
    page.getByLabel("緊急連絡先1 電話").fill("000-0000-9001");
    page.getByRole(AriaRole.BUTTON, named("直した内容を記録")).click();
    assertThat(page.getByText("直す理由を書いてください")).isVisible();
    page.getByLabel("直す理由").fill("長女から電話で申し出");
    clerk.picture("register-edit");
    Axe.expectNothingOn(page);
    page.getByRole(AriaRole.BUTTON, named("直した内容を記録")).click();
    assertThat(page.getByText("見本　長女 000-0000-9001")).isVisible();
    assertThat(page.getByText("理由: 長女から電話で申し出")).isVisible();
  }

  @Test
  void theOtherPagesOfTheRoomAreFreeOfBarriers() {
    Visitor clerk = stage.visitor().signedIn(WELFARE);
    for (String page : new String[] {"disclosures", "emergencies", "imports"}) {
      assertThat(
              clerk
                  .open("/console/people/" + page)
                  .getByRole(AriaRole.CHECKBOX)
                  .or(clerk.page().getByText("承認済み"))
                  .first())
          .isVisible();
      clerk.picture("register-" + page);
      Axe.expectNothingOn(clerk.page());
    }
  }

  @Test
  void theDutyOfficerIsToldToDeclareAnEmergencyFirst() {
    Page page = stage.visitor().signedIn(OFFICER).open("/console/people");
    assertThat(page.getByText("緊急閲覧が宣言されていません")).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

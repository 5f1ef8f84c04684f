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

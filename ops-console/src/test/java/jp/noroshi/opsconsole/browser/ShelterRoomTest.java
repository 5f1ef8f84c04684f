package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.SHELTER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shelters from the instruction to the opening, at a desk and on a phone. */
class ShelterRoomTest {

  @RegisterExtension static final Stage stage = new Stage();

  @BeforeAll
  static void places() {
    stage.drill().fillMap();
  }

  private static Visitor onAPhone() {
    return stage.visitor(new Browser.NewContextOptions().setViewportSize(320, 640));
  }

  @Test
  void twoSheltersAreToldToOpenAtOnceAndOneOpensWhereItIsInspectedOnAPhone() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page desk = officer.open("/console/shelters");
    assertThat(row(desk, "三福こがね公民館（自主避難所）")).containsText("自主避難所");
    officer.picture("shelters");
    Axe.expectNothingOn(desk);
    desk.getByLabel("名称・住所で探す").fill("若葉小学校");
    desk.getByRole(AriaRole.CHECKBOX, named("長岡若葉小学校を選ぶ")).press("Space");
    desk.getByRole(AriaRole.CHECKBOX, named("多田若葉小学校を選ぶ")).press("Space");
    desk.getByRole(AriaRole.BUTTON, named("2か所に開設を指示する")).click();
    assertThat(desk.getByText("2か所に開設を指示しました。")).isVisible();
    assertThat(row(desk, "長岡若葉小学校")).containsText("開設指示済");

    Visitor staff = onAPhone().signedIn(SHELTER);
    Page phone = staff.open("/console/shelters");
    phone.getByRole(AriaRole.LINK, named("長岡若葉小学校")).click();
    staff.expectNoSidewaysScrolling();
    phone.getByRole(AriaRole.BUTTON, named("点検の結果を入れる")).click();
    phone
        .getByRole(AriaRole.GROUP, named("建物"))
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("支障なし"))
        .check();
    staff.picture("shelter-inspection-phone");
    Axe.expectNothingOn(phone);
    phone.getByRole(AriaRole.BUTTON, named("点検の結果を記録する")).click();
    phone.getByRole(AriaRole.BUTTON, named("開設する")).click();
    phone.getByRole(AriaRole.BUTTON, named("変わりなし")).click();
    assertThat(phone.getByText("今もこの状況のままと記録しました。")).isVisible();
    staff.expectNoSidewaysScrolling();
    staff.picture("shelter-open-phone");
    Axe.expectNothingOn(phone);
    assertThat(row(desk, "長岡若葉小学校")).containsText("開設中");

    officer.open("/console/shelters");
    row(desk, "長岡若葉小学校").getByRole(AriaRole.LINK).click();
    assertThat(desk.getByRole(AriaRole.LISTITEM).filter(with("開設を指示"))).isVisible();
    officer.picture("shelter");
    Axe.expectNothingOn(desk);
  }

  @Test
  void aShelterThePeopleOpenedIsEnteredByHandOpenedAndCorrected() {
    Visitor staff = onAPhone().signedIn(SHELTER);
    Page phone = staff.open("/console/shelters");
    staff.expectNoSidewaysScrolling();
    staff.picture("shelters-phone");
    phone.getByRole(AriaRole.BUTTON, named("一覧にない場所を登録")).click();
    phone.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("試しの自主避難所");
    phone.getByLabel("位置").fill("35.0369, 138.9290");
    phone.getByLabel("受け入れられる人数（分かれば）").fill("40");
    staff.picture("shelter-by-hand-phone");
    Axe.expectNothingOn(phone);
    phone.getByRole(AriaRole.BUTTON, named("登録する")).click();
    phone.getByRole(AriaRole.BUTTON, named("開設する")).click();
    assertThat(phone.getByText("避難者を受け入れています。")).isVisible();

    phone.getByRole(AriaRole.BUTTON, named("登録を訂正する")).click();
    phone.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("直した自主避難所");
    phone.getByLabel("訂正の理由").fill("名前の聞きまちがい");
    staff.expectNoSidewaysScrolling();
    staff.picture("shelter-correction-phone");
    Axe.expectNothingOn(phone);
    phone.getByRole(AriaRole.BUTTON, named("訂正する")).click();
    assertThat(phone.getByRole(AriaRole.HEADING, named("直した自主避難所"))).isVisible();
    assertThat(phone.getByRole(AriaRole.LISTITEM).filter(with("試しの自主避難所 → 直した自主避難所")))
        .containsText("名前の聞きまちがい");
    staff.picture("shelter-corrected-phone");
    Axe.expectNothingOn(phone);
  }

  private static Locator row(Page page, String name) {
    return page.getByRole(AriaRole.ROW).filter(with(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}

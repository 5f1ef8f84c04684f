package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResidentsPageTest {

  @RegisterExtension static final Stage stage = new Stage();

  @Test
  void aNoticeIsReadWithoutJavaScript() {
    tell("市民会館で毛布を配っています");
    Visitor resident = stage.visitor(phone().setJavaScriptEnabled(false));
    Page page = resident.open("/");
    page.getByRole(AriaRole.LINK, named("市民会館で毛布を配っています")).click();
    assertThat(page.getByRole(AriaRole.HEADING, named("市民会館で毛布を配っています"))).isVisible();
    assertThat(page.getByText("落ち着いて行動してください。")).isVisible();
    assertThat(page.getByText("訓練").first()).isVisible();
    resident.picture("resident-notice-390");
  }

  @Test
  void anOpenPageShowsAnApprovedNoticeByItself() {
    Page page = stage.visitor(phone()).open("/");
    assertThat(page.getByText("断水は終わりました")).hasCount(0);
    tell("断水は終わりました");
    assertThat(page.getByRole(AriaRole.LINK, named("断水は終わりました"))).isVisible();
  }

  @Test
  void anEvacuationOrderStandsInItsDistrictWithWhatToDo() {
    Drill drill = stage.drill();
    Visitor resident = stage.visitor(phone());
    Page page = resident.open("/d/22225-06");
    String order = drill.proposeEvacuation("22225-06");
    drill.handIn(order);
    drill.approve(order);
    assertThat(page.getByText("避難指示").first()).isVisible();
    resident.picture("resident-order-390");

    page.getByRole(AriaRole.LINK, named("English")).click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.getByText("Evacuation").first()).isVisible();
    page.getByRole(AriaRole.LINK, named("やさしい日本語")).click();
    assertThat(page.locator("html")).hasAttribute("lang", "ja-x-easy");
  }

  private static void tell(String title) {
    Drill drill = stage.drill();
    String notice = drill.writeNotice(title, "WEB");
    drill.handIn(notice);
    drill.approve(notice);
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(390, 844);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}

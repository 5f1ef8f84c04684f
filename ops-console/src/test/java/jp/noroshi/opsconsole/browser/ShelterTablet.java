package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;

/** A tablet in the hands of somebody at a shelter's reception. */
final class ShelterTablet {

  static final String PIN = "482915";

  private final Visitor visitor;
  private final Page page;

  private ShelterTablet(Visitor visitor) {
    this.visitor = visitor;
    this.page = visitor.page();
  }

  static Browser.NewContextOptions tablet() {
    return new Browser.NewContextOptions()
        .setViewportSize(800, 1280)
        .setHasTouch(true)
        .setAcceptDownloads(true);
  }

  static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
  }

  /**
   * Somebody of the staff makes a device the tablet of a shelter; it is installed when this ends.
   */
  static ShelterTablet enrol(Visitor visitor, Drill drill, String shelter, String name) {
    ShelterTablet tablet = new ShelterTablet(visitor);
    Page page = visitor.open("/tablet/");
    page.getByLabel("アカウント").fill(DrillAccounts.SHELTER);
    page.getByLabel("パスワード").fill(drill.password(DrillAccounts.SHELTER));
    tablet.press("避難所を選ぶ");
    page.getByText(shelter, new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("端末の名前").fill(name);
    page.getByLabel("暗証番号（数字6けた以上）").fill(PIN);
    page.getByLabel("暗証番号をもう一度").fill(PIN);
    tablet.press("この端末を登録する");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(shelter)))
        .isVisible();
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    return tablet;
  }

  Page page() {
    return page;
  }

  Visitor visitor() {
    return visitor;
  }

  void press(String button) {
    button(button).click();
  }

  Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  /** Follows a link by the beginning of its words. */
  void go(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + link)))
        .first()
        .click();
  }

  void goHome() {
    go("もどる");
    assertThat(people()).isVisible();
  }

  void unlock() {
    page.getByLabel("暗証番号（数字6けた以上）").fill(PIN);
    press("開く");
    assertThat(people()).isVisible();
  }

  /** The huge figure. */
  Locator people() {
    return page.locator("[data-figure=people]");
  }

  Locator named() {
    return page.locator("[data-figure=named]");
  }

  void expectPeople(int people) {
    assertThat(people()).hasText(people + "人");
  }

  /** Receives a household by hand: how many, and the first one's name by the large kana keys. */
  void receive(int people, String kana) {
    go("受付");
    go("手書きカード");
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("何人ですか"))
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(String.valueOf(people)).setExact(true))
        .click();
    page.getByLabel("代表者のカナ").click();
    Locator keys = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("カナの入力"));
    kana.chars()
        .forEach(
            letter ->
                keys.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                            .setName(Character.toString(letter))
                            .setExact(true))
                    .click());
    press("できた");
    press(people + "人を受け付ける");
    assertThat(people()).isVisible();
  }

  /** Writes what was not sent into a file. */
  Path writeFile() {
    Download file = page.waitForDownload(() -> press("ファイルに書き出す"));
    return file.path();
  }

  void takeFile(Path file) {
    page.getByLabel("ファイルを開く").setInputFiles(file);
    assertThat(page.getByText("受け取りました")).isVisible();
  }
}

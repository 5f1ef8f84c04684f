package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The reception of a shelter with and without a network, on one tablet, on two, and on a phone. */
class ShelterTabletTest {

  private static final int TAPS = 196;

  /** Taps faster than any thumb: nothing may be lost on the way to the disk. */
  private static final String TAP_MANY =
      """
      (times) => {
        const plus = [...document.querySelectorAll('button')].find((it) => it.textContent === '＋1人');
        for (let tap = 0; tap < times; tap++) plus.click();
      }
      """;

  /** The clock of the page goes on by six minutes, as if the device had slept, and it wakes. */
  private static final String AWAY_FOR_LONG =
      """
      () => {
        const now = Date.now;
        Date.now = () => now() + 360_000;
        document.dispatchEvent(new Event('visibilitychange'));
        Date.now = now;
      }
      """;

  /** To the browser a worker at another address is another build of the app. */
  private static final String NEWER_APP =
      "() => navigator.serviceWorker.register('/tablet/sw.js?newer', {scope: '/tablet/'}).then(() => true)";

  private static final String SIGHTED = "戸沢あおぞら運動公園";

  /** What a gloved thumb misses, and what cannot be read at arm's length. */
  private static final String TOO_SMALL =
      """
      () => {
        const seen = (it) => it.checkVisibility();
        const targets = [...document.querySelectorAll('button, a, select, textarea, summary, input')]
          .filter(seen)
          .map((it) => [it, (['checkbox', 'radio'].includes(it.type) ? it.closest('label') : it).getBoundingClientRect()])
          .filter(([, box]) => box.height < 55.5 || box.width < 55.5)
          .map(([it, box]) => `${it.outerHTML.slice(0, 100)} ${Math.round(box.width)}×${Math.round(box.height)}`);
        const words = [...document.querySelectorAll('main *')]
          .filter((it) => seen(it) && [...it.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()))
          .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 18)
          .map((it) => it.outerHTML.slice(0, 100));
        const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
        return [...targets, ...words, ...wide];
      }
      """;

  @RegisterExtension static final Stage stage = new Stage();

  @BeforeAll
  static void places() {
    stage.drill().fillMap();
    stage.drill().fillRegister();
  }

  @Test
  void twoHundredCheckInsWithoutANetworkOutliveAReloadAndMergeWithAnotherTablet() {
    String shelter = "長岡若葉小学校";
    ShelterTablet first = enrol(shelter, "受付1");
    first.visitor().cutNetwork();
    first.page().evaluate(TAP_MANY, TAPS);
    first.expectPeople(TAPS);
    first.press("−1人");
    first.expectPeople(TAPS - 1);
    first.press("取り消す");
    first.expectPeople(TAPS);
    first.receive(4, "ミホンハルコ");
    first.expectPeople(TAPS + 4);
    assertThat(first.named()).hasText("1人");
    assertThat(first.page().getByText("通信がありません")).isVisible();
    look(first, "tablet-home-offline");

    first.page().reload();
    assertThat(first.page().getByText("暗証番号を入れてください")).isVisible();
    look(first, "tablet-locked-by-pin");
    first.unlock();
    first.expectPeople(TAPS + 4);

    ShelterTablet second = enrol(shelter, "受付2");
    second.press("世帯で＋");
    second.press("2人・1世帯を足す");
    second.expectPeople(2);

    first.visitor().joinNetwork();
    assertThat(first.page().getByText("送受信済み")).isVisible();
    first.expectPeople(TAPS + 6);
    second.expectPeople(TAPS + 6);
    assertThat(second.named()).hasText("1人");

    second.go("退所・外出");
    second.page().getByText("ミホンハルコ").last().click();
    second.press("退所");
    Locator dialog = second.page().getByRole(AriaRole.DIALOG);
    dialog.getByText("病院").click();
    second.press("1人が病院へ退所");
    second.goHome();
    second.expectPeople(TAPS + 5);
    first.expectPeople(TAPS + 5);
  }

  @Test
  void aTabletThatIsLockedOutHandsItsRecordsOverAndAPersonDecidesWhatIsDouble() {
    String shelter = "古奈みどり公民館";
    ShelterTablet lost = enrol(shelter, "受付3");
    ShelterTablet other = enrol(shelter, "受付4");
    lost.visitor().cutNetwork();
    receiveWithPhone(lost, "ミホンナツオ");
    receiveWithPhone(other, "ミホンナツオ");
    other.expectPeople(1);
    stage.drill().lockTablet("受付3", "紛失の届け（訓練）");
    lost.visitor().joinNetwork();
    assertThat(lost.page().getByText("紛失の届け（訓練）")).isVisible();
    look(lost, "tablet-locked-out");
    lost.go("送っていない記録を引き継ぐ");
    lost.press("QRで見せる");
    assertThat(
            lost.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("引き継ぎのQR 1/")))
        .isVisible();
    look(lost, "tablet-handover-qr");
    Path file = lost.writeFile();

    other.go("そのほか");
    other.go("引き継ぎ");
    other.takeFile(file);
    look(other, "tablet-handover-taken");
    other.goHome();
    other.expectPeople(2);
    other.go("人が決めること");
    look(other, "tablet-doubts");
    assertThat(other.page().getByText("同じ人かもしれません")).isVisible();
    while (other.page().getByText("かもしれません").count() > 0) {
      int left = other.page().getByText("かもしれません").count();
      other.button("同じ").first().click();
      assertThat(other.page().getByText("かもしれません")).hasCount(left - 1);
    }
    other.goHome();
    other.expectPeople(1);
  }

  @Test
  void everyScreenIsReadAtArmsLengthAndHitByAGlovedThumb() {
    ShelterTablet tablet = enrol("天野こだま集会所", "見回り1");
    tablet.receive(3, "ミホンアキ");
    look(tablet, "tablet-home");
    for (String screen : List.of("receive/card", "receive/qr", "people", "more")) {
      goInside(tablet, screen);
      look(tablet, "tablet-" + screen.replace('/', '-'));
    }
    for (String screen :
        List.of("receive", "receive/find", "recount", "supplies", "recent", "help")) {
      goInside(tablet, screen);
      look(tablet, "tablet-" + screen.replace('/', '-'));
    }
    goInside(tablet, "opening");
    tablet.press("点検の結果を入れる");
    tablet
        .page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("建物"))
        .getByText("支障なし")
        .click();
    look(tablet, "tablet-opening");
    tablet.press("点検の結果を記録する");
    assertThat(tablet.page().getByText("点検が済んでいます。")).isVisible();
    goInside(tablet, "people");
    tablet.go("世帯票");
    tablet.page().getByText("くわしく：世帯のこと").click();
    tablet.page().getByText("くわしく：1人目").click();
    look(tablet, "tablet-card-detail");
    goInside(tablet, "leave");
    tablet.page().getByText("世帯の全員を選ぶ").first().click();
    tablet.press("退所");
    look(tablet, "tablet-leave-where");
  }

  @Test
  void aHouseholdThatRegisteredBeforehandIsReceivedByItsCodeOnce() {
    String code =
        registerBeforehand("見本　さくら", "ミホンサクラ", "見本　うめ", "ミホンウメ")
            .locator("figure.qr strong")
            .innerText();
    ShelterTablet tablet = enrol("戸沢あおぞら運動公園", "受付6");
    String before = tablet.people().innerText();
    tablet.go("受付");
    tablet.go("QRを読む");
    tablet.page().getByLabel("番号（10文字）").fill(code);
    tablet.press("この番号で受け付ける");
    assertThat(tablet.page().getByLabel("代表者のカナ")).hasValue("ミホンサクラ");
    look(tablet, "tablet-preregistered");
    tablet.press("2人を受け付ける");
    assertThat(tablet.people()).not().hasText(before);
    tablet.go("受付");
    tablet.go("QRを読む");
    tablet.page().getByLabel("番号（10文字）").fill(code);
    tablet.press("この番号で受け付ける");
    assertThat(tablet.page().getByText("この世帯はもう受け付けています。")).isVisible();
    goInside(tablet, "receive/find");
    tablet.page().getByLabel("氏名（カナ）・電話・番号").fill("ミホンサ");
    tablet.page().locator("form").getByText("さがす").click();
    assertThat(tablet.page().getByText("見本　さくら")).isVisible();

    PlannedPeople planned = stage.drill().planned();
    planned.makeDue(planned.agree("0001515", "助手　なぎさ"));
    planned.agree("0001347", "助手　みさき");
    openBrief(tablet, "レイダミツ", "33", "10", "22");
    assertThat(tablet.page().getByText("助手　なぎさ")).isVisible();
    assertThat(tablet.page().getByText("この計画は見直しが必要です")).isVisible();
    look(tablet, "tablet-brief");
    openBrief(tablet, "シサクキヌ", "12", "8", "22");
    assertThat(tablet.page().getByText("計画があることだけをお知らせします")).isVisible();
    assertThat(tablet.page().getByText("助手　みさき")).hasCount(0);
    look(tablet, "tablet-brief-withheld");
  }

  /** Asks after somebody born in a year of 昭和, and opens what the shelter may know. */
  private static void openBrief(
      ShelterTablet tablet, String kana, String year, String month, String day) {
    Page page = tablet.page();
    page.getByLabel("氏名（カナ）・電話・番号").fill(kana);
    page.getByLabel("年", new Page.GetByLabelOptions().setExact(true)).fill(year);
    page.getByLabel("月", new Page.GetByLabelOptions().setExact(true)).fill(month);
    page.getByLabel("日", new Page.GetByLabelOptions().setExact(true)).fill(day);
    tablet.press("個別避難計画があるか確かめる");
    tablet.press("避難所に知らせてよい内容を見る");
  }

  /** Registers two people on the residents' page, and stays there. */
  private static Page registerBeforehand(
      String name, String kana, String otherName, String otherKana) {
    Page page = stage.visitor(ShelterTablet.phone()).open("/preregister");
    page.locator("[name=name1]").fill(name);
    page.locator("[name=kana1]").fill(kana);
    page.locator("[name=name2]").fill(otherName);
    page.locator("[name=kana2]").fill(otherKana);
    page.locator("button[type=submit]").click();
    assertThat(page.locator("figure.qr strong")).isVisible();
    return page;
  }

  @Test
  void theCameraReadsTheCodeThatAResidentShows(@TempDir Path folder) throws IOException {
    Page shown = registerBeforehand("見本　たけ", "ミホンタケ", "見本　ふじ", "ミホンフジ");
    Path seen = folder.resolve("seen.mjpeg");
    byte[] code =
        shown
            .locator("figure.qr")
            .screenshot(new Locator.ScreenshotOptions().setType(ScreenshotType.PNG));
    BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.LIGHT_GRAY);
    pen.fillRect(0, 0, 640, 480);
    pen.drawImage(ImageIO.read(new ByteArrayInputStream(code)), 140, 20, null);
    pen.dispose();
    ImageIO.write(picture, "jpg", seen.toFile());
    ShelterTablet tablet =
        ShelterTablet.enrol(
            stage.visitorSeeing(seen, ShelterTablet.tablet()), stage.drill(), SIGHTED, "受付7");
    String before = tablet.people().innerText();
    tablet.go("受付");
    tablet.go("QRを読む");
    assertThat(tablet.page().getByLabel("代表者のカナ")).hasValue("ミホンタケ");
    tablet.press("2人を受け付ける");
    assertThat(tablet.people()).not().hasText(before);
  }

  @Test
  void whoLeavesTheDeskHidesTheNamesAndANewerAppTakesOverWhenItIsLocked() {
    ShelterTablet tablet = enrol(SIGHTED, "受付8");
    tablet.receive(1, "ミホンキリ");
    String before = tablet.people().innerText();
    goInside(tablet, "receive/card");
    tablet.page().getByLabel("代表者のカナ").fill("ミホンカキ");
    tablet.page().evaluate(AWAY_FOR_LONG);
    assertThat(tablet.page().getByText("名前は隠しています")).isVisible();
    assertThat(tablet.page().getByLabel("代表者のカナ")).not().isVisible();
    look(tablet, "tablet-away");
    tablet.press("＋1人");
    assertThat(tablet.people()).not().hasText(before);
    tablet.page().getByLabel("暗証番号（数字6けた以上）").fill(ShelterTablet.PIN);
    tablet.press("開く");
    assertThat(tablet.page().getByLabel("代表者のカナ")).hasValue("ミホンカキ");

    tablet.page().evaluate(NEWER_APP);
    assertThat(tablet.page().getByText("アプリの新しい版があります。")).isVisible();
    assertThat(tablet.page().getByLabel("代表者のカナ")).hasValue("ミホンカキ");
    goInside(tablet, "");
    String counted = tablet.people().innerText();
    goInside(tablet, "more");
    look(tablet, "tablet-newer");
    tablet.page().evaluate("window.older = true");
    tablet.press("鍵をかける");
    tablet.page().waitForFunction("() => window.older === undefined");
    tablet.page().getByLabel("暗証番号（数字6けた以上）").fill(ShelterTablet.PIN);
    tablet.press("開く");
    tablet.goHome();
    assertThat(tablet.people()).hasText(counted);
  }

  @Test
  void paperFormsAndTheListArePrintedWithoutANetwork() throws IOException {
    ShelterTablet tablet = enrol("戸沢あおぞら運動公園", "受付5");
    tablet.visitor().cutNetwork();
    tablet.receive(2, "ミホンユキ");
    tablet.go("そのほか");
    tablet.go("紙の世帯票");
    tablet
        .page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("何枚"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("3").setExact(true))
        .click();
    look(tablet, "tablet-paper");
    assertThat(printed(tablet, "paper")).isEqualTo(3);
    goInside(tablet, "people");
    assertThat(printed(tablet, "list")).isEqualTo(1);
  }

  /**
   * Prints the page as the browser would, keeps a picture of the first sheet, and returns how many
   * there are.
   */
  private static int printed(ShelterTablet tablet, String name) throws IOException {
    byte[] bytes = tablet.page().pdf(new Page.PdfOptions().setFormat("A4"));
    try (PDDocument paper = Loader.loadPDF(bytes)) {
      ImageIO.write(
          new PDFRenderer(paper).renderImageWithDPI(0, 90),
          "png",
          Visitor.kept("shelter-printed-" + name + ".png").toFile());
      return paper.getNumberOfPages();
    }
  }

  @Test
  void aPhoneShowsTheSameInOneColumn() {
    ShelterTablet phone =
        ShelterTablet.enrol(
            stage.visitor(ShelterTablet.phone()), stage.drill(), "小坂せせらぎ体育館", "見回り2");
    phone.receive(2, "ミホンフユ");
    expectLargeEnough(phone, "phone-home");
    for (String screen : List.of("receive/card", "people", "more", "handover", "supplies")) {
      goInside(phone, screen);
      expectLargeEnough(phone, "phone-" + screen.replace('/', '-'));
    }
  }

  private static ShelterTablet enrol(String shelter, String name) {
    return ShelterTablet.enrol(stage.visitor(ShelterTablet.tablet()), stage.drill(), shelter, name);
  }

  private static void receiveWithPhone(ShelterTablet tablet, String kana) {
    tablet.go("受付");
    tablet.go("手書きカード");
    tablet.page().getByLabel("代表者のカナ").fill(kana);
    tablet
        .page()
        .getByLabel("電話", new Page.GetByLabelOptions().setExact(true))
        .fill("000-0000-7001");
    tablet.press("1人を受け付ける");
    assertThat(tablet.people()).isVisible();
  }

  /** Goes to a screen without loading the page anew: the PIN is asked for once. */
  private static void goInside(ShelterTablet tablet, String screen) {
    tablet.page().evaluate("(to) => history.pushState(null, '', to)", "/tablet/" + screen);
    assertThat(tablet.page().getByRole(AriaRole.HEADING).first()).isVisible();
  }

  private static void look(ShelterTablet tablet, String name) {
    expectLargeEnough(tablet, name);
    Axe.expectNothingOn(tablet.page());
  }

  private static void expectLargeEnough(ShelterTablet tablet, String name) {
    tablet.visitor().picture("shelter-" + name);
    assertThat((List<?>) tablet.page().evaluate(TOO_SMALL)).as("too small on %s", name).isEmpty();
  }
}

package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.WELFARE;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.WELFARE_CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plan from nothing to paper, at the desk and at the kitchen table. */
class PlanRoomTest {

  private static final String PIN = "482915";

  /** What a thumb hits: CSS pixels. */
  private static final int LEAST_TARGET = 44;

  /**
   * Buttons, links that stand alone and fields that are smaller than a thumb; links within a
   * sentence are exempt.
   */
  private static final String SMALL_TARGETS =
      """
      (least) => [...document.querySelectorAll(
          'main :is(button, select, input, textarea, summary, a), dialog :is(button, select, input, textarea, a)')]
        .filter((it) => it.checkVisibility() && !it.closest('.maplibregl-map'))
        .filter((it) => it.tagName !== 'A' || it.parentElement.textContent.trim() === it.textContent.trim())
        .map((it) => [it, (it.type === 'checkbox' || it.type === 'radio' ? it.closest('label') ?? it : it)
            .getBoundingClientRect()])
        .filter(([, box]) => box.width > 1 && (box.height < least - 0.5 || box.width < least - 0.5))
        .map(([it, box]) => `${it.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${Math.round(box.height)}`)
      """;

  @RegisterExtension static final Stage stage = new Stage();

  @BeforeAll
  static void peopleAndPlaces() {
    stage.drill().fillMap();
    stage.drill().fillRegister();
  }

  @Test
  void aPlanIsMadeFromEmptyToAgreedToPrinted() throws IOException {
    Visitor clerk = stage.visitor().signedIn(WELFARE);
    Page page = begin(clerk, "0001242", "洪水");
    clerk.picture("plan-empty");
    Axe.expectNothingOn(page);
    write(page);
    clerk.picture("plan-written");
    Axe.expectNothingOn(page);
    save(page);
    clerk.picture("plan-draft");
    Axe.expectNothingOn(page);

    page.getByRole(AriaRole.BUTTON, named("合意を記録する")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("証拠").fill("同意書 第1号（見本）");
    dialog.getByLabel("計画の提供への本人の答え").selectOption("GIVEN");
    clerk.picture("plan-agreeing");
    Axe.expectNothingOn(page);
    dialog.getByRole(AriaRole.BUTTON, within("第1版への合意を記録")).click();
    assertThat(page.getByText("第2版").first()).isVisible();
    assertThat(page.getByText("平常時に渡せます").first()).isVisible();
    assertThat(page.locator("[aria-label=避難の地図] [aria-busy=false]")).isVisible();
    clerk.picture("plan-agreed");
    Axe.expectNothingOn(page);

    page.getByRole(AriaRole.BUTTON, named("第1版を開く")).click();
    assertThat(dialog.getByText("今の計画と同じ内容です")).isVisible();
    clerk.picture("plan-former-version");
    Axe.expectNothingOn(page);
    dialog.getByRole(AriaRole.BUTTON, within("閉じる")).click();

    page.getByLabel("渡す相手の種別").selectOption("COMMISSIONER");
    page.getByLabel("だれに渡す紙ですか").fill("見本区 民生委員");
    Download download =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named("印刷（A4 1枚）")).click());
    Path file = Visitor.kept("plan.pdf");
    download.saveAs(file);
    try (PDDocument paper = Loader.loadPDF(Files.readAllBytes(file))) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(paper))
          .contains("個別避難計画", "見本区 民生委員 用", "見本　よし", "助手　春子", "大きな声で");
      ImageIO.write(
          new PDFRenderer(paper).renderImageWithDPI(0, 150),
          "png",
          file.resolveSibling("plan-paper.png").toFile());
    }
    page.navigate(stage.drill().address() + "/console/people/disclosures");
    assertThat(page.getByText("見本区 民生委員").first()).isVisible();
    assertThat(page.getByText("個別避難計画（1人1枚）（洪水）").first()).isVisible();
    clerk.picture("plan-ledger");
    Axe.expectNothingOn(page);
  }

  @Test
  void thePeopleInsideAnAreaAreNamedForAPurposeAndNotPrintedFromTheScreen() throws IOException {
    Visitor clerk = stage.visitor().signedIn(WELFARE);
    Page page = clerk.open("/console/map");
    Locator zones = page.getByLabel("危険の区域や警報の範囲で数える");
    zones.selectOption(
        zones
            .locator("option", new Locator.LocatorOptions().setHasText("想定最大規模 区域ぜんぶ"))
            .first()
            .getAttribute("value"));
    clerk.tabTo(page.getByRole(AriaRole.BUTTON, named("要支援者の一覧を見る")));
    page.keyboard().press("Enter");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("目的").selectOption("ASSISTANCE");
    dialog.getByRole(AriaRole.BUTTON, within("この目的で見る")).click();
    Locator list = page.getByRole(AriaRole.REGION, named("範囲の中の要支援者"));
    assertThat(list.getByRole(AriaRole.ROW).nth(1)).containsText("洪水");
    assertThat(list.getByText("計画なし").first()).isVisible();
    clerk.picture("people-inside");
    Axe.expectNothingOn(page);

    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
    Files.write(Visitor.kept("people.pdf"), pdf);
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(paper))
          .contains("範囲の中の要支援者", "名前の並ぶ一覧は")
          .doesNotContain("計画なし", "重ねる情報", "サインアウト", "一覧を閉じる");
    }
  }

  @Test
  void aDraftAtTheKitchenTableOutlivesTheNetworkAndIsMergedWithWhatOthersWrote() {
    Visitor clerk = stage.visitor(tablet()).signedIn(WELFARE);
    Page page = begin(clerk, "0001298", "洪水");
    write(page);
    save(page);
    String plan = page.url();
    takeAlong(clerk);

    clerk.cutNetwork();
    page.reload();
    assertThat(page.getByText("通信がありません")).isVisible();
    clerk.picture("plan-offline-sealed");
    Axe.expectNothingOn(page);
    unlock(page);
    page.getByRole(AriaRole.BUTTON, named("直す どこへ・どうやって")).click();
    page.getByLabel("ペット").fill("猫1匹");
    assertThat(page.getByText("端末に保存しました")).isVisible();
    clerk.picture("plan-offline-written");
    Axe.expectNothingOn(page);
    expectTargetsForThumbs(page);

    page.reload();
    unlock(page);
    assertThat(page.getByText("猫1匹")).isVisible();

    somebodyElseWrites(plan);

    clerk.joinNetwork();
    page.getByRole(AriaRole.BUTTON, named("通信をもう一度確かめる")).click();
    page.navigate(stage.drill().address() + "/console/plans/device");
    unlock(page);
    page.getByRole(AriaRole.BUTTON, named("変更を送る")).click();
    assertThat(page.getByText("その間に、ほかの人が計画を変えました")).isVisible();
    clerk.picture("plan-conflict");
    Axe.expectNothingOn(page);
    expectTargetsForThumbs(page);
    page.getByRole(AriaRole.BUTTON, named("選んだ内容で保存")).click();
    assertThat(page.getByText("この端末に持ち出した計画はありません")).isVisible();

    page.navigate(plan);
    assertThat(page.getByText("猫1匹")).isVisible();
    assertThat(page.getByText("玄関の鍵は隣家が持つ")).isVisible();
    clerk.picture("plan-merged-tablet");
    Axe.expectNothingOn(page);
    expectTargetsForThumbs(page);
  }

  @Test
  void aPlanIsBegunAtTheKitchenTableWithoutAConnection() {
    Visitor clerk = stage.visitor(tablet()).signedIn(WELFARE);
    Page page = begin(clerk, "0001431", "土砂災害");
    takeAlong(clerk);
    clerk.cutNetwork();
    page.reload();
    unlock(page);
    page.getByRole(AriaRole.BUTTON, named("提案どおりにする")).click();
    page.getByLabel("家と暮らし").fill("二階で寝る");
    assertThat(page.getByText("端末に保存しました")).isVisible();

    clerk.joinNetwork();
    page.navigate(stage.drill().address() + "/console/plans/device");
    unlock(page);
    page.getByRole(AriaRole.BUTTON, named("変更を送る")).click();
    assertThat(page.getByText("この端末に持ち出した計画はありません")).isVisible();
    clerk.open("/console/plans");
    page.getByRole(AriaRole.BUTTON, named("計画を表示")).click();
    assertThat(page.getByText("見本　弘")).isVisible();
  }

  private static void takeAlong(Visitor clerk) {
    Page page = clerk.page();
    page.getByRole(AriaRole.BUTTON, named("持ち出す")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("暗証番号").fill(PIN);
    dialog.getByRole(AriaRole.BUTTON, within("開く")).click();
    assertThat(dialog.getByLabel("消えるまでの時間")).isVisible();
    clerk.picture("plan-taking");
    Axe.expectNothingOn(page);
    dialog.getByRole(AriaRole.BUTTON, within("持ち出す")).click();
    assertThat(page.getByText("この端末に入れました")).isVisible();
  }

  @Test
  void theWorklistIsFreeOfBarriersOnATablet() {
    Visitor clerk = stage.visitor(tablet()).signedIn(WELFARE);
    Page page = clerk.open("/console/plans");
    sayWhatFor(page);
    page.getByRole(AriaRole.BUTTON, named("今すぐ点検する")).click();
    page.getByRole(AriaRole.BUTTON, named("計画を表示")).click();
    assertThat(page.getByRole(AriaRole.HEADING, named("計画"))).isVisible();
    clerk.picture("plan-worklist-tablet");
    Axe.expectNothingOn(page);
    expectTargetsForThumbs(page);
    for (String room : List.of("", "/disclosures", "/emergencies", "/imports", "/log")) {
      clerk.open("/console/people" + room);
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      assertThat(page.getByText("読み込んでいます")).hasCount(0);
      clerk.picture("register-tablet" + room.replace('/', '-'));
      Axe.expectNothingOn(page);
      expectTargetsForThumbs(page);
    }
  }

  /** From the person in the register to an empty plan. */
  private static Page begin(Visitor clerk, String reference, String hazard) {
    Page page = clerk.open("/console/people");
    sayWhatFor(page);
    page.getByLabel("整理番号").fill(reference);
    page.getByRole(AriaRole.BUTTON, named("さがす")).click();
    page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).click();
    page.getByRole(AriaRole.LINK, named("個別避難計画を開く")).click();
    page.getByRole(AriaRole.LINK, named(hazard)).click();
    assertThat(page.getByText("提案どおりにする")).isVisible();
    return page;
  }

  private static void sayWhatFor(Page page) {
    page.getByRole(AriaRole.DIALOG).getByLabel("目的").selectOption("PLANNING");
    page.getByRole(AriaRole.BUTTON, named("この目的で見る")).click();
    assertThat(page.getByText("この閲覧は記録されます")).isVisible();
  }

  /** The nearest site, the way there, and somebody new who helps. */
  private static void write(Page page) {
    page.getByRole(AriaRole.BUTTON, named("提案どおりにする")).click();
    page.getByLabel("持出品").fill("薬とお薬手帳\n飲み水");
    page.getByLabel("そのほか（医療機器").fill("大きな声でゆっくり話す");
    page.getByRole(AriaRole.BUTTON, named("新しい支援者を登録")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("氏名・団体名").fill("助手　春子");
    dialog.getByLabel("連絡先").fill("000-0000-4001");
    dialog.getByLabel("計画の提供への同意").selectOption("GIVEN");
    dialog.getByLabel("同意した日").fill("R8.11.1");
    dialog.getByRole(AriaRole.BUTTON, within("登録して加える")).click();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, named("計画を保存")).click();
    assertThat(page.getByText("第1版").first()).isVisible();
  }

  private static void unlock(Page page) {
    page.getByLabel("暗証番号").fill(PIN);
    page.getByRole(AriaRole.BUTTON, named("開く")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("閉じて鍵をかける"))).isVisible();
  }

  private static void somebodyElseWrites(String plan) {
    Visitor chief = stage.visitor().signedIn(WELFARE_CHIEF);
    Page page = chief.page();
    page.navigate(plan);
    sayWhatFor(page);
    page.getByRole(AriaRole.BUTTON, named("直す 本人")).click();
    page.getByLabel("家と暮らし").fill("玄関の鍵は隣家が持つ");
    page.getByRole(AriaRole.BUTTON, named("計画を保存")).click();
    assertThat(page.getByText("第2版").first()).isVisible();
  }

  private static void expectTargetsForThumbs(Page page) {
    assertThat((List<?>) page.evaluate(SMALL_TARGETS, LEAST_TARGET))
        .as("what a thumb misses on %s", page.url())
        .isEmpty();
  }

  private static Browser.NewContextOptions tablet() {
    return new Browser.NewContextOptions().setViewportSize(800, 1280).setHasTouch(true);
  }

  private static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}

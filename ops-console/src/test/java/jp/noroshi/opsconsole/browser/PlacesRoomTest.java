package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.APPROVER;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.noroshi.gis.file.shape.ShapefileBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists and maps on their way in: what would change is seen before a second person lets it. */
class PlacesRoomTest {

  private static final double[] ZONE = {
    138.93, 35.03, 138.93, 35.035, 138.936, 35.035, 138.93, 35.03
  };

  @RegisterExtension static final Stage stage = new Stage();

  private static final String HEADERS = "NO,名称,方書,住所,緯度,経度,災害種別_洪水,想定収容人数\n";
  private static final String HALL = "%s,%s,,伊豆の国市長岡%s,35.035,138.931,1,%s\n";

  @BeforeAll
  static void places() {
    stage.drill().fillMap();
  }

  private static FilePayload list(String... lines) {
    String text = HEADERS + String.join("", lines);
    return new FilePayload("避難場所.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String propose(Visitor officer, FilePayload file) {
    Page page = officer.open("/console/imports/of/SITES");
    page.getByLabel("ファイル", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    page.getByLabel("出典").fill("危機管理課");
    page.getByLabel("何年何月何日の版か").fill("2026-04-01");
    page.getByRole(AriaRole.BUTTON, named("違いを調べて承認を依頼")).click();
    assertThat(page.getByText("行ごとの内容")).isVisible();
    return page.url().substring(address().length());
  }

  @Test
  void aListIsUploadedItsDifferenceSeenApprovedByASecondPersonAndTakenBack() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Visitor approver = stage.visitor().signedIn(APPROVER);
    String first = propose(officer, list(HALL.formatted("1", "試しの会館", "9-1", "80")));
    approver.open(first).getByRole(AriaRole.BUTTON, named("承認して反映する")).click();
    assertThat(approver.page().getByText("反映済み")).isVisible();

    String second =
        propose(
            officer,
            list(
                HALL.formatted("1", "試しの会館", "9-1", "120"),
                HALL.formatted("2", "試しの学校", "9-2", "300"),
                "3,位置のない場所,,伊豆の国市長岡9-3,,,1,10\n"));
    Locator rows = officer.page().getByRole(AriaRole.ROW);
    assertThat(rows.filter(with("試しの会館"))).containsText("80 → 120");
    assertThat(rows.filter(with("試しの学校"))).containsText("追加");
    assertThat(rows.filter(with("位置のない場所"))).containsText("位置がありません");
    assertThat(officer.page().getByText("承認者または管理者の承認を待っています")).isVisible();
    officer.picture("import-difference");
    Axe.expectNothingOn(officer.page());

    Page page = approver.open(second);
    page.getByRole(AriaRole.BUTTON, named("承認して反映する")).click();
    assertThat(page.getByText("反映しました。")).isVisible();
    approver.picture("import-approved");
    assertThat(officer.open("/console/sites").getByText("試しの学校")).isVisible();

    page.getByRole(AriaRole.BUTTON, named("この取り込みを元に戻す")).click();
    assertThat(page.getByText("取り込みの前の状態に戻しました。")).isVisible();
    approver.open(first).getByRole(AriaRole.BUTTON, named("この取り込みを元に戻す")).click();
    assertThat(approver.page().getByText("取り込みの前の状態に戻しました。")).isVisible();
  }

  @Test
  void aShapefileFromAWindowsOfficeIsReadAndAnotherDatumRefusedWithTheReason() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    ShapefileBuilder zones =
        new ShapefileBuilder().with("0.5m以上3.0m未満", ZONE).in(Charset.forName("windows-31j"), "");
    hazardMap(officer, "試しの内水（縦横）", zones.prj(ShapefileBuilder.TOKYO));
    assertThat(officer.page().getByText("日本測地系（旧測地系）の座標は取り込めません")).isVisible();
    Axe.expectNothingOn(officer.page());

    Page page = hazardMap(officer, "試しの内水", zones.prj(ShapefileBuilder.JGD2011));
    assertThat(page.getByRole(AriaRole.ROW).filter(with("0.5m以上3.0m未満"))).containsText("追加");
    assertThat(page.getByText("CP932")).isVisible();
    officer.picture("import-shapefile");
    Page decided =
        stage.visitor().signedIn(APPROVER).open(page.url().substring(address().length()));
    decided.getByRole(AriaRole.BUTTON, named("承認して反映する")).click();
    assertThat(decided.getByText("反映しました。")).isVisible();
    assertThat(officer.open("/console/map").getByRole(AriaRole.CHECKBOX, named("試しの内水 想定最大規模")))
        .isVisible();
    decided.getByRole(AriaRole.BUTTON, named("この取り込みを元に戻す")).click();
    assertThat(decided.getByText("取り込みの前の状態に戻しました。")).isVisible();
  }

  private static Page hazardMap(Visitor officer, String name, ShapefileBuilder zones) {
    Page page = officer.open("/console/imports/of/HAZARDS");
    page.getByLabel("ファイル", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload("内水.zip", "application/zip", zones.zip()));
    page.getByLabel("種類", new Page.GetByLabelOptions().setExact(true)).selectOption("INLAND_FLOOD");
    page.getByLabel("地図の名前").fill(name);
    page.getByLabel("出典").fill("下水道課");
    page.getByLabel("何年何月何日の版か").fill("2026-04-01");
    page.getByRole(AriaRole.BUTTON, named("違いを調べて承認を依頼")).click();
    return page;
  }

  @Test
  void everyKindHasItsFormAndTheHazardMapAsksWhatItDoesNotSay() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    for (String kind : new String[] {"HAZARDS", "DISTRICTS", "AREA_SETS", "FACILITIES"}) {
      Page page = officer.open("/console/imports/of/" + kind);
      assertThat(page.getByRole(AriaRole.BUTTON, named("違いを調べて承認を依頼"))).isVisible();
      officer.picture("import-" + kind);
      Axe.expectNothingOn(page);
    }
  }

  @Test
  void anAreaIsNamedByHandAndChosenForEvacuationAtOnce() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = officer.open("/console/areas");
    page.getByLabel("区域の名前").fill("試しの左岸");
    page.getByRole(AriaRole.CHECKBOX, named("長岡")).check();
    page.getByRole(AriaRole.CHECKBOX, named("古奈")).check();
    page.getByRole(AriaRole.BUTTON, named("区域を保存")).click();
    assertThat(page.getByText("「試しの左岸」を保存しました。")).isVisible();
    officer.picture("areas");
    Axe.expectNothingOn(page);
    page.getByRole(AriaRole.ARTICLE)
        .filter(with("試しの左岸"))
        .getByRole(AriaRole.LINK, inside("避難情報でこの区域を選ぶ"))
        .click();
    assertThat(page.getByRole(AriaRole.CHECKBOX, named("選ぶ 長岡"))).isChecked();
  }

  @Test
  void aSiteSaysInWordsWhichDangersItLiesInAndWhoChangedWhat() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = officer.open("/console/sites");
    page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.BUTTON).click();
    page.getByLabel("使える床面積（㎡）").fill("420");
    page.getByRole(AriaRole.BUTTON, named("情報を保存")).click();
    assertThat(page.getByText("使える床面積（㎡）: 未確認 → 420")).isVisible();
    assertThat(page.getByText("地図がない災害の危険はわかりません。")).isVisible();
    officer.picture("site-detail");
    Axe.expectNothingOn(page);
  }

  private static String address() {
    return stage.drill().address().toString();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}

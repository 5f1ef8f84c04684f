package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.noroshi.opsconsole.app.drill.DrillAccounts.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.noroshi.core.storage.Json;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The map's room as duty officers use it, with the pointer and without. */
class MapRoomTest {

  /** Looks at the plain between the hills, some two kilometres wide. */
  private static final String PLAIN = "/console/map?at=13.60/35.03000/138.95000";

  private static final String HOME = "35.0300, 138.9400";
  private static final Pattern PEOPLE = Pattern.compile("住民 [1-9][0-9,]*人");

  @RegisterExtension static final Stage stage = new Stage();

  @BeforeAll
  static void places() {
    stage.drill().fillMap();
  }

  @Test
  void drawingAnAreaShowsWhomItHoldsWhileItGrows() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = room(officer);
    page.getByRole(AriaRole.BUTTON, named("囲む")).click();
    press(page, -120, -100);
    press(page, 120, -100);
    assertThat(inside(page)).hasCount(0);
    press(page, 120, 100);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).containsText(PEOPLE);
    String three = inside(page).getByRole(AriaRole.STATUS).textContent();
    press(page, -120, 100);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).not().hasText(three);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).containsText(PEOPLE);
    officer.picture("map-counting");

    String four = inside(page).getByRole(AriaRole.STATUS).textContent();
    page.getByRole(AriaRole.BUTTON, named("完了する")).click();
    drag(page, page.getByRole(AriaRole.BUTTON, named("角 3（全4点）")), 60, 60);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).not().hasText(four);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).containsText(PEOPLE);
    page.getByRole(AriaRole.BUTTON, named("角 1（全4点）")).click();
    assertThat(page.getByText("角 1を選びました。")).isVisible();
    officer.picture("map-corner");
    Axe.expectNothingOn(page);
    press(page, -60, -60);
    assertThat(page.getByText("角 1を選びました。")).isHidden();

    page.getByRole(AriaRole.LINK, named("お知らせを書く")).click();
    assertThat(page.getByRole(AriaRole.HEADING, named("お知らせを書く"))).isVisible();
    assertThat(page.getByRole(AriaRole.CHECKBOX).and(page.locator(":checked")).first()).isVisible();
  }

  @Test
  void aZoneOfAHazardMapIsAnAreaByItsNameAndACircleIsItsCentreAndItsRim() {
    Page page = room(stage.visitor().signedIn(OFFICER));
    Locator people = inside(page).getByRole(AriaRole.STATUS);
    Locator zones = page.getByLabel("危険の区域や警報の範囲で数える");
    choose(zones, "想定最大規模 区域ぜんぶ");
    assertThat(people).containsText(PEOPLE);
    String whole = people.textContent();
    choose(zones, "5 m以上");
    assertThat(people).not().hasText(whole);

    page.getByRole(AriaRole.BUTTON, named("円")).click();
    press(page, 0, 0);
    assertThat(page.getByLabel("半径（m）")).hasValue("500");
    assertThat(people).containsText(PEOPLE);
    String narrow = people.textContent();
    press(page, 0, 150);
    assertThat(page.getByLabel("半径（m）")).not().hasValue("500");
    assertThat(people).not().hasText(narrow);
  }

  @Test
  void anAreaIsDrawnWithTheKeyboardAlone() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = room(officer);
    officer.tabTo(page.getByRole(AriaRole.BUTTON, named("囲む")));
    page.keyboard().press("Enter");
    for (String corner : new String[] {"35.02, 138.94", "35.02, 138.96", "35.04, 138.96"}) {
      officer.tabTo(page.getByLabel("地名か緯度・経度でも置けます"));
      page.keyboard().type(corner);
      page.keyboard().press("Enter");
    }
    assertThat(inside(page).getByRole(AriaRole.STATUS)).containsText(PEOPLE);
    String three = inside(page).getByRole(AriaRole.STATUS).textContent();
    officer.tabTo(page.locator("canvas.maplibregl-canvas"));
    page.keyboard().press("ArrowLeft");
    expectDrawn(page);
    page.keyboard().press("Enter");
    assertThat(inside(page).getByRole(AriaRole.STATUS)).not().hasText(three);
    officer.picture("map-by-keyboard");
    page.keyboard().press("Escape");
    assertThat(page.getByText("範囲を決めました")).isVisible();

    String drawn = inside(page).getByRole(AriaRole.STATUS).textContent();
    Locator corner = page.getByRole(AriaRole.BUTTON, named("角 1（全4点）"));
    officer.tabTo(corner);
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(inside(page).getByRole(AriaRole.STATUS)).not().hasText(drawn);
    officer.tabTo(page.getByRole(AriaRole.BUTTON, named("辺 2の途中に角を足す")));
    page.keyboard().press("Enter");
    Locator added = page.getByRole(AriaRole.BUTTON, named("角 3（全5点）"));
    assertThat(added).isFocused();
    page.keyboard().press("Delete");
    assertThat(page.getByRole(AriaRole.BUTTON, named("角 3（全4点）"))).isFocused();
  }

  private static void drag(Page page, Locator handle, double right, double down) {
    BoundingBox box = handle.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page.mouse().move(x, y);
    page.mouse().down();
    page.mouse().move(x + right / 2, y + down / 2);
    page.mouse().move(x + right, y + down);
    page.mouse().up();
  }

  @Test
  void aClosureChangesTheWayThatIsLookedAtAndLiftingItBringsItBack() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = room(officer);
    page.getByRole(AriaRole.RADIO, named("道と通行止め")).check();
    page.getByLabel("出発する場所").fill(HOME);
    JsonNode before = way(page, () -> page.keyboard().press("Enter"));
    Locator found = page.getByRole(AriaRole.REGION, named("見つかった道"));
    assertThat(found).containsText("分（");
    officer.picture("map-way");

    // Another way may be as long: it is told by its steps.
    Locator steps = found.locator("details");
    String former = steps.textContent();
    JsonNode line = before.path("route").path("line");
    JsonNode middle = line.path(line.size() / 2);
    page.getByRole(AriaRole.BUTTON, named("点")).click();
    page.getByLabel("地名か緯度・経度でも置けます")
        .fill(middle.path("latitude").asText() + ", " + middle.path("longitude").asText());
    page.keyboard().press("Enter");
    page.getByLabel("理由").fill("冠水のため（試験）");
    page.locator("form").getByRole(AriaRole.BUTTON, inside("通行止めにする")).click();
    assertThat(steps).not().hasText(former);
    assertThat(found).containsText("分（");
    Locator closure = page.getByRole(AriaRole.LISTITEM).filter(holding("冠水のため（試験）")).first();
    assertThat(closure).containsText("通行止め中");
    expectDrawn(page);
    officer.picture("map-way-closed");
    Axe.expectNothingOn(page);

    page.getByRole(AriaRole.BUTTON, named("「冠水のため（試験）」の通行止めを解除する")).click();
    page.getByRole(AriaRole.BUTTON, named("解除して通れるようにする")).click();
    assertThat(steps).hasText(former);
    assertThat(page.getByText("通行止めの道はありません。")).isVisible();
  }

  @Test
  void theMapOfTheHouseLiesUnderneathUntilTilesOfGsiAreChosenWhichIsRemembered() {
    Visitor officer = stage.visitor().signedIn(OFFICER);
    Page page = room(officer);
    Locator base = page.getByLabel("背景の地図");
    assertThat(base).hasValue("CITY");
    assertThat(page.getByText("見本市（試験の地図）")).isVisible();
    officer.picture("map-on-city");
    assertThat(officer.tilesAsked()).as("tiles asked of somebody outside").isZero();

    base.selectOption("GSI_PALE");
    assertThat(page.getByRole(AriaRole.LINK, named("国土地理院")))
        .hasAttribute("href", "https://maps.gsi.go.jp/development/ichiran.html");
    page.waitForCondition(() -> officer.tilesAsked() > 0);
    expectDrawn(page);
    officer.picture("map-on-gsi");
    Axe.expectNothingOn(page);
    page.reload();
    assertThat(base).hasValue("GSI_PALE");
  }

  @Test
  void withoutInternetTheMapSaysSoQuietlyAndGoesOnOnPlainPaper() {
    Visitor officer = stage.visitor().withoutInternet().signedIn(OFFICER);
    Page page = room(officer);
    page.getByLabel("背景の地図").selectOption("GSI_STANDARD");
    assertThat(page.getByText("背景の地図が届かないので、無地で示しています")).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("国土地理院"))).hasCount(0);
    page.getByRole(AriaRole.BUTTON, named("円")).click();
    press(page, 0, 0);
    assertThat(inside(page).getByRole(AriaRole.STATUS)).containsText(PEOPLE);
    officer.picture("map-without-internet");
    Axe.expectNothingOn(page);
  }

  @ParameterizedTest
  @EnumSource
  void theRoomIsFreeOfBarriers(Light light) {
    Visitor officer = stage.visitor(light.context()).signedIn(OFFICER);
    Page page = room(officer);
    light.expectNoBarriers(officer, "map");
    page.getByRole(AriaRole.RADIO, named("道と通行止め")).check();
    page.getByLabel("出発する場所").fill(HOME);
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.REGION, named("見つかった道"))).containsText("分（");
    page.getByRole(AriaRole.BUTTON, named("線")).click();
    light.expectNoBarriers(officer, "map-roads");
    page.getByRole(AriaRole.LINK, named("この範囲を印刷する")).click();
    light.expectNoBarriers(officer, "map-print");
  }

  @Test
  void onPaperTheMapIsOneSheetWithTitleScaleSourcesAndTerms() throws IOException {
    Page page = stage.visitor().signedIn(OFFICER).open(PLAIN.replace("map?", "map/print?"));
    page.getByLabel("題名").fill("狩野川の東");
    page.getByRole(AriaRole.RADIO, named("縦")).check();
    page.getByRole(AriaRole.RADIO, named("A3")).check();
    expectDrawn(page);
    var drawn = page.locator("canvas.maplibregl-canvas").boundingBox();
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
      assertThat(paper.getPage(0).getMediaBox().getHeight()).isBetween(1190f, 1192f);
      assertThat(new PDFTextStripper().getText(paper))
          .contains("狩野川の東", "縮尺 約1:", "2026-04-01", "Apache-2.0", "北")
          .containsPattern("[0-9]+.k?m\n")
          .doesNotContain("避難情報\n");
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("canvas.maplibregl-canvas").boundingBox().width)
        .as("the sheet is shown smaller than it is, never laid out anew")
        .isGreaterThanOrEqualTo(drawn.width);
  }

  @ParameterizedTest
  @EnumSource
  void theResidentsMapIsFreeOfBarriers(Light light) {
    Visitor resident = stage.visitor(light.context());
    Page page = resident.open("/map");
    resident.picture("public-map-list-" + light.words());
    Axe.expectNothingOn(page);
    page.getByRole(AriaRole.BUTTON, named("地図を開く")).click();
    light.expectNoBarriers(resident, "public-map");
    assertThat(resident.tilesAsked()).isZero();
  }

  /** By day and by night, each at a desk and in the hand. */
  enum Light {
    DAY(ColorScheme.LIGHT),
    NIGHT(ColorScheme.DARK);

    private final ColorScheme scheme;

    Light(ColorScheme scheme) {
      this.scheme = scheme;
    }

    private List<Screen> screens() {
      return switch (this) {
        case DAY -> List.of(new Screen(1440, 900), new Screen(820, 1180));
        case NIGHT -> List.of(new Screen(390, 844), new Screen(1440, 900));
      };
    }

    Browser.NewContextOptions context() {
      Screen first = screens().getFirst();
      return new Browser.NewContextOptions()
          .setViewportSize(first.width(), first.height())
          .setColorScheme(scheme);
    }

    /** Looks at a page with a map on every screen, without opening it anew. */
    void expectNoBarriers(Visitor visitor, String name) {
      Page page = visitor.page();
      for (Screen screen : screens()) {
        page.setViewportSize(screen.width(), screen.height());
        expectDrawn(page);
        visitor.picture(name + "-" + words() + "-" + screen.width());
        Axe.expectNothingOn(page);
      }
    }

    String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Pixels of a screen. */
  private record Screen(int width, int height) {}

  private static Page room(Visitor officer) {
    Page page = officer.open(PLAIN);
    expectDrawn(page);
    return page;
  }

  private static void expectDrawn(Page page) {
    assertThat(page.locator("[aria-busy=false]:has(.maplibregl-canvas)")).isVisible();
  }

  /** Does something that lets the console ask for the way anew, and returns what it is told. */
  private static JsonNode way(Page page, Runnable what) {
    Response answer = page.waitForResponse(each -> each.url().endsWith("/api/map/routes"), what);
    return Json.read(answer.text(), JsonNode.class);
  }

  /** Presses the map so many pixels east and south of its middle. */
  private static void press(Page page, int east, int south) {
    var box = page.locator("canvas.maplibregl-canvas").boundingBox();
    page.mouse().click(box.x + box.width / 2 + east, box.y + box.height / 2 + south);
  }

  /** Chooses the first entry whose words hold this. */
  private static void choose(Locator list, String words) {
    Locator entries = list.locator("option", new Locator.LocatorOptions().setHasText(words));
    list.selectOption(entries.first().getAttribute("value"));
  }

  private static Locator inside(Page page) {
    return page.getByRole(AriaRole.REGION, named("この範囲の人数"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}

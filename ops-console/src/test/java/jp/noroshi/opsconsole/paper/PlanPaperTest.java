package jp.noroshi.opsconsole.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.Assignment;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Exposure;
import jp.noroshi.gis.plan.PlanAuthor;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanMap;
import jp.noroshi.gis.plan.PlanReason;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.gis.plan.PlannedRoute;
import jp.noroshi.gis.plan.Provision;
import jp.noroshi.gis.plan.Rehearsal;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.plan.SupportRole;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.plan.Transport;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Identity;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonOutline;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.gis.register.Sex;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class PlanPaperTest {

  private static final LatLon HOME = new LatLon(35.033, 138.93);
  private static final LatLon HILL = new LatLon(35.036, 138.926);
  private static final Instant NOW = Instant.parse("2026-09-01T01:23:00Z");
  private static final PaperCopy COPY = new PaperCopy("12-1", "見本区 民生委員", NOW);

  @Test
  void aPlanStandsOnOneSideInTheOrderOfTheScreen() throws IOException {
    byte[] pdf = print(sheet("玄関に段差", 2));
    String text = text(pdf);
    assertThat(text)
        .contains("第12-1号", "見本区 民生委員 用", "警戒レベル3", "見本小学校", "約束するものではありません")
        .doesNotContain("＊印");
    assertThat(
            List.of("1 本人", "2 家の危険", "3 どこへ", "4 だれが", "5 同意", "6 見直し").stream()
                .map(text::indexOf)
                .toList())
        .isSorted()
        .doesNotContain(-1);
  }

  @Test
  void theTypefaceIsPartOfTheFile() throws IOException {
    try (PDDocument document = Loader.loadPDF(print(sheet("段差", 2)))) {
      PDPage page = document.getPage(0);
      assertThat(StreamSupport.stream(page.getResources().getFontNames().spliterator(), false))
          .isNotEmpty()
          .allSatisfy(
              name -> {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("BIZUDPGothic");
              });
    }
  }

  @Test
  void theLongestContentStillFitsAndWhatIsCutIsSaid() throws IOException {
    byte[] pdf = print(sheet("玄関の外に階段が十二段あり手すりは右側だけ。".repeat(40), 12));
    String text = text(pdf);
    assertThat(text).contains("＊印は書ききれなかった欄です", "ほかに7人", "次回確認日", "約束するものではありません");
  }

  @Test
  void aPlanWithoutPlacesSaysSo() throws IOException {
    byte[] pdf = print(sheet("段差", 0), Optional.empty());
    assertThat(text(pdf)).contains("地図はありません", "まだ決まっていません");
  }

  @Test
  void aListOfADistrictTakesAsManyPagesAsItNeeds() throws IOException {
    List<PlanWorklist.Line> lines =
        IntStream.range(0, 70)
            .mapToObj(
                _ ->
                    new PlanWorklist.Line(
                        UUID.randomUUID(),
                        PersonId.random(),
                        person().identity(),
                        Optional.of(new AreaCode("22225-01")),
                        HazardKind.FLOOD,
                        PlanState.AGREED,
                        1,
                        LocalDate.of(2027, 1, 1),
                        health()))
            .toList();
    byte[] pdf =
        new DistrictPaper().print(new DistrictPaper.Title("長岡", HazardKind.FLOOD), lines, COPY);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(document)).contains("全70人", "見本 花", "3／3");
    }
  }

  private static byte[] print(PlanSheet sheet) {
    return print(sheet, Optional.of(map()));
  }

  private static byte[] print(PlanSheet sheet, Optional<PlanMap> map) {
    return new PlanPaper().print(List.of(new PlanPaper.Page(sheet, map)), COPY, "伊豆の国市");
  }

  @Test
  void severalPlansTakeAPageEach() throws IOException {
    PlanPaper.Page page = new PlanPaper.Page(sheet("段差", 1), Optional.of(map()));
    byte[] pdf = new PlanPaper().print(List.of(page, page, page), COPY, "伊豆の国市");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
    }
  }

  private static String text(byte[] pdf) throws IOException {
    keep(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace('　', ' ');
    }
  }

  /** With -Dnoroshi.paper=FOLDER the sheets can be looked at. */
  private static void keep(byte[] pdf) {
    Optional.ofNullable(System.getProperty("noroshi.paper"))
        .map(Path::of)
        .ifPresent(
            folder -> {
              try {
                Files.write(folder.resolve(pdf.length + ".pdf"), pdf);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static PlanMap map() {
    GeometryFactory shapes = new GeometryFactory();
    return new PlanMap(
        new Envelope(138.922, 138.934, 35.030, 35.037),
        List.of(
            new PlanMap.Zone(
                1, "0.5m未満", shapes.createPoint(new Coordinate(138.931, 35.032)).buffer(0.0025)),
            new PlanMap.Zone(
                3, "3～5m", shapes.createPoint(new Coordinate(138.931, 35.032)).buffer(0.0015)),
            new PlanMap.Zone(
                5, "10～20m", shapes.createPoint(new Coordinate(138.932, 35.0315)).buffer(0.0006))),
        List.of(
            shapes.createLineString(
                new Coordinate[] {
                  new Coordinate(138.924, 35.030), new Coordinate(138.929, 35.037)
                })),
        List.of(
            shapes.createLineString(
                new Coordinate[] {
                  new Coordinate(138.922, 35.034), new Coordinate(138.934, 35.035)
                })),
        List.of(shapes.createPoint(new Coordinate(138.927, 35.033))),
        List.of(new PlanMap.Layer("狩野川", "想定最大規模", LocalDate.of(2026, 3, 1))));
  }

  private static PlanSheet sheet(String house, int supporters) {
    List<Supporters.Loaded> loaded = new ArrayList<>();
    for (int i = 0; i < supporters; i++) {
      loaded.add(new Supporters.Loaded(supporter("隣野 %d郎".formatted(i)), 1, false));
    }
    return new PlanSheet(
        plan(house, loaded),
        person(),
        List.of(new Exposure("狩野川", "想定最大規模", LocalDate.of(2026, 3, 1), 3, "3～5m")),
        loaded,
        new Provision(true, List.of()),
        Map.of(
            ConsentKind.PLAN_MAKING, ConsentAnswer.GIVEN,
            ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN,
            ConsentKind.REGISTER_PROVISION, ConsentAnswer.UNANSWERED),
        health(),
        List.of());
  }

  private static PlanWorklist.Health health() {
    return new PlanWorklist.Health(PlanReason.Severity.WELL, List.of(), Optional.of(NOW));
  }

  private static EvacuationPlan plan(String house, List<Supporters.Loaded> supporters) {
    return new EvacuationPlan(
        UUID.randomUUID(),
        PersonId.random(),
        HazardKind.FLOOD,
        PlanState.AGREED,
        3,
        content(house, supporters),
        Optional.of(LocalDate.of(2026, 8, 20)),
        NOW,
        List.of(),
        List.of(
            new Rehearsal(
                UUID.randomUUID(),
                LocalDate.of(2026, 8, 25),
                Optional.of(22),
                Optional.of("坂で休んだ"))),
        NOW,
        "welfare",
        NOW,
        "welfare");
  }

  private static PlanContent content(String house, List<Supporters.Loaded> supporters) {
    return new PlanContent(
        PlanAuthor.PROFESSIONAL,
        Optional.of("見本ケアプラン"),
        StartSignal.LEVEL_3,
        Optional.empty(),
        List.of(
            new Destination(
                Optional.of(UUID.randomUUID()), Optional.of("見本小学校"), Optional.of(HILL)),
            new Destination(Optional.empty(), Optional.of("親族宅"), Optional.empty())),
        false,
        Transport.WHEELCHAIR,
        2,
        Optional.of(30),
        List.of(
            new PlannedRoute(
                List.of(HOME, new LatLon(35.0345, 138.928), HILL),
                620,
                16,
                List.of("坂道", "幅の狭い道"),
                List.of(new LatLon(35.0325, 138.9285)),
                Optional.of(NOW)),
            new PlannedRoute(
                List.of(HOME, new LatLon(35.0362, 138.931), HILL),
                900,
                24,
                List.of(),
                List.of(),
                Optional.of(NOW))),
        Optional.of("公民館の前"),
        Optional.of(new LatLon(35.0338, 138.9295)),
        List.of("薬", "お薬手帳", "予備の電池"),
        Optional.of("猫1匹"),
        Optional.of(house),
        Optional.of("大きな声でゆっくり話す"),
        supporters.stream()
            .map(each -> new Assignment(each.supporter().id(), SupportRole.ACCOMPANY))
            .toList(),
        LocalDate.of(2027, 8, 20));
  }

  private static Supporter supporter(String name) {
    return new Supporter(
        UUID.randomUUID(),
        Supporter.Kind.PERSON,
        1,
        name,
        Optional.empty(),
        Optional.of("伊豆の国市見本3-4"),
        Optional.of("000-0000-0200"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("平日の日中"),
        Optional.empty(),
        Optional.empty(),
        2,
        ConsentAnswer.GIVEN,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Person person() {
    return new Person(
        new PersonOutline(
            PersonId.random(),
            Optional.of(new AreaCode("22225-01")),
            Optional.of(HOME),
            false,
            Mobility.WHEELCHAIR,
            PersonState.LISTED,
            NOW),
        new Identity(
            "0000123",
            "見本 花",
            "ミホン ハナ",
            Optional.of(LocalDate.of(1941, 4, 5)),
            Sex.FEMALE,
            "伊豆の国市見本町1-2",
            Optional.empty(),
            Optional.of("000-0000-0123"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("見本自治会"),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}

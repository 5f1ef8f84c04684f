package jp.noroshi.opsconsole.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Consideration;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.MedicalCare;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Sex;
import jp.noroshi.shelters.response.CaseNotes;
import jp.noroshi.shelters.response.CaseReason;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.HandOvers.Handed;
import jp.noroshi.shelters.response.Missing;
import jp.noroshi.shelters.response.Risk;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What the fire service and the police get in their hands. */
class HandOverPaperTest {

  private static final Instant NOW = Instant.parse("2026-09-01T11:30:00Z");

  private static final Pattern NUMBER = Pattern.compile("([0-9]+)番");

  private static Missing missing(String name) {
    return missing(12, name);
  }

  private static Missing missing(int number, String name) {
    return new Missing(
        number,
        List.of(new AreaCode("22225-08")),
        CaseState.STAFF,
        Optional.of(CaseReason.NOBODY_LEFT),
        true,
        new Risk(5, 4, 3, 3),
        name,
        "ミホン ハナ",
        Optional.of(LocalDate.of(1936, 9, 2)),
        Sex.FEMALE,
        "伊豆の国市南江間1",
        Optional.of("000-0000-1000"),
        Optional.of("南江間区"),
        Mobility.CARRIED,
        Set.of(Consideration.HEARING),
        Set.of(MedicalCare.Device.VENTILATOR),
        OptionalInt.of(6),
        Optional.empty(),
        Optional.of("ひとり暮らし"),
        List.of(new Contacts.EmergencyContact("見本 太", Optional.of("長男"), "000-0000-2000")),
        List.of(new CaseNotes.Note(new UUID(3, 3), NOW, "duty", true, "鍵は隣の家")),
        NOW);
  }

  private static Handed handed(List<Missing> rows) {
    Disclosure.Copy copy =
        new Disclosure.Copy(2, "見本隊長", Optional.empty(), Optional.empty(), Optional.empty());
    return new Handed(
        new Disclosure(
            new UUID(1, 1),
            7,
            Disclosure.Subject.NOT_YET_SAFE,
            Optional.empty(),
            Disclosure.RecipientKind.FIRE,
            "見本消防本部",
            "安否の確認と救助",
            LegalBasis.REGISTER_DISASTER,
            false,
            Optional.of(new UUID(2, 2)),
            List.of(),
            rows.size(),
            NOW,
            "duty",
            LocalDate.of(2026, 9, 8),
            List.of(copy),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        copy,
        rows,
        false);
  }

  private static String csv(Mode mode, String name) {
    return new String(
        HandOverCsv.write(mode, handed(List.of(missing(name)))), StandardCharsets.UTF_8);
  }

  @Test
  void aTableSaysWhoseCopyItIsByWhichProvisionAndHowToMovePeople() {
    assertThat(csv(Mode.LIVE, "見本 花"))
        .startsWith("\uFEFF第7-2号／見本消防本部（見本隊長）あて")
        .contains("災害対策基本法49条の11第3項", "担架・背負い／人工呼吸器（電源 6時間）／配慮 聞く", "守秘義務")
        .contains("助けを求めている・担い手が断ったか返事がない", "見本 太（長男） 000-0000-2000");
  }

  @Test
  void aDrillSaysSoFirst() {
    assertThat(csv(Mode.DRILL, "見本 花")).startsWith("\uFEFF【訓練】");
  }

  @Test
  void aNameThatIsAFormulaStaysAName() {
    assertThat(csv(Mode.LIVE, "=HYPERLINK(1)")).contains(",'=HYPERLINK(1),");
  }

  @Test
  void aPageHoldsTwelvePeople() throws Exception {
    byte[] pdf =
        new HandOverPaper()
            .print("伊豆の国市", Mode.DRILL, handed(Collections.nCopies(25, missing("見本 花"))), NOW);
    try (PdfReader reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(3);
    }
  }

  @Test
  void threeThousandPeopleStandOnTwoHundredAndFiftyPagesInTheirOrder() throws Exception {
    List<Missing> town = IntStream.rangeClosed(1, 3_000).mapToObj(i -> missing(i, "見本 花")).toList();
    byte[] pdf = new HandOverPaper().print("伊豆の国市", Mode.DRILL, handed(town), NOW);
    try (PdfReader reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(250);
      PdfTextExtractor text = new PdfTextExtractor(reader);
      for (int page : new int[] {1, 125, 250}) {
        assertThat(numbers(text.getTextFromPage(page)))
            .containsExactlyElementsOf(
                IntStream.rangeClosed(page * 12 - 11, page * 12).boxed().toList());
      }
    }
    assertThat(
            new String(HandOverCsv.write(Mode.DRILL, handed(town)), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("見本 花"))
                .count())
        .isEqualTo(3_000);
  }

  private static List<Integer> numbers(String page) {
    return NUMBER.matcher(page).results().map(each -> Integer.valueOf(each.group(1))).toList();
  }
}

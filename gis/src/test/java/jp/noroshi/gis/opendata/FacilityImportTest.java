package jp.noroshi.gis.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.RowChange;
import jp.noroshi.gis.population.FacilityImportTarget;
import jp.noroshi.gis.population.GaugeThresholds.Threshold;
import jp.noroshi.gis.population.Station;
import jp.noroshi.gis.population.Stations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a list of facilities to what stands, and back. */
class FacilityImportTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HOME = "狩野の里,南條720,35.0258,138.9462";
  private static final String SCHOOL = "古奈こども園,古奈255,35.0365,138.9405";

  private Imports imports;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("gis");
    imports =
        new Imports(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")),
            List.of(
                new ImportSource(
                    new FacilityImportReader(database.database(), new AreaCode("22225")),
                    new FacilityImportTarget())));
  }

  private ImportSummary propose(Map<String, String> facts, String... lines) {
    String text = "要配慮者利用施設名称,所在地,緯度,経度\n" + String.join("\n", lines);
    return imports.propose(
        ImportKind.FACILITIES, "care.csv", text.getBytes(StandardCharsets.UTF_8), facts, "officer");
  }

  private ImportSummary approved(String... lines) {
    return imports.approve(propose(Map.of(), lines).id(), "approver");
  }

  private List<String> standing() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select kind || ' ' || name from gis.facility order by name")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void anApprovedListIsWhatStandsAndNothingBefore() {
    ImportSummary proposal = propose(Map.of(), HOME, SCHOOL);
    assertThat(standing()).isEmpty();
    imports.approve(proposal.id(), "approver");
    assertThat(standing()).containsExactly("CARE 古奈こども園", "CARE 狩野の里");
  }

  @Test
  void aLaterEditionTakesAwayWhatItNoLongerHasAndUndoingBringsItBack() {
    approved(HOME, SCHOOL);
    ImportSummary second = approved(HOME.replace("35.0258", "35.0259"));
    assertThat(second.counts()).isEqualTo(Map.of(RowChange.CHANGED, 1, RowChange.MISSING, 1));
    assertThat(standing()).containsExactly("CARE 狩野の里");

    imports.undo(second.id(), "approver");
    assertThat(standing()).hasSize(2);
    assertThat(propose(Map.of(), HOME, SCHOOL).counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 2));
  }

  @Test
  void gaugesAreKnownByTheirThresholdsStandWithThemAndAreUndone() {
    String list =
        """
        観測所コード,氾濫危険水位(m),経度,緯度,名称,管理者,氾濫注意水位(m)
        9000001,3.80,138.9435,35.0360,見本橋水位観測所,見本河川事務所,2.50
        9000003,不明,138.9980,35.0390,見本山雨量観測所,見本市,
        """;
    ImportSummary proposal = proposed(list);
    assertThat(proposal.counts()).isEqualTo(Map.of(RowChange.ADDED, 2));
    assertThat(
            imports.rows(proposal.id(), EnumSet.allOf(RowChange.class), 0, 10).stream()
                .flatMap(row -> row.doubts().stream()))
        .containsExactly(new Doubt(DoubtCode.THRESHOLD_UNREADABLE, "氾濫危険水位(m)", "不明"));

    imports.approve(proposal.id(), "approver");
    assertThat(new Stations(database.database()).list())
        .extracting(Station::name, Station::number, each -> each.thresholds().metres())
        .containsExactly(
            tuple("見本山雨量観測所", Optional.of("9000003"), Map.of()),
            tuple(
                "見本橋水位観測所",
                Optional.of("9000001"),
                Map.of(Threshold.CAUTION, 2.5, Threshold.DANGER, 3.8)));
    assertThat(proposed(list).counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 2));

    imports.undo(proposal.id(), "approver");
    assertThat(new Stations(database.database()).list()).isEmpty();
  }

  private ImportSummary proposed(String list) {
    return imports.propose(
        ImportKind.FACILITIES,
        "list.csv",
        list.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        "officer");
  }

  @Test
  void listsOfOtherKindsAreLeftAlone() {
    approved(HOME);
    imports.approve(propose(Map.of("kind", "WELL"), "古い井戸,南條1,35.02,138.94").id(), "approver");
    assertThat(standing()).containsExactly("WELL 古い井戸", "CARE 狩野の里");
  }

  @Test
  void whatItsSenderSaysOfTheListIsKeptWithIt() {
    assertThat(
            propose(Map.of("source", "福祉課", "edition", "2026-04-01", "licence", "CC BY 4.0"), HOME)
                .description())
        .containsEntry("source", "福祉課")
        .containsEntry("edition", "2026-04-01")
        .containsEntry("licence", "CC BY 4.0");
  }

  @Test
  void anUnknownKindIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> propose(Map.of("kind", "CASTLE"), HOME))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("HELIPORT");
  }

  @Test
  void aRowWithoutAPositionIsRefusedAndTheOthersAreTaken() {
    assertThat(propose(Map.of(), HOME, "どこかの家,南條1,,").counts())
        .isEqualTo(Map.of(RowChange.ADDED, 1, RowChange.REFUSED, 1));
  }

  @Test
  void aFacilityFarOutsideTheDistrictsIsDoubted() {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into gis.district (code, municipality, name, kana, outline) values
                      ('22225-01', '22225', '南條', '', ST_Multi(ST_MakeEnvelope(138.93, 35.0, 138.96, 35.05, 4326)))
                    """));
    ImportSummary proposal = propose(Map.of(), HOME, "遠くの家,遠方1,36.0,140.0");
    assertThat(
            imports.rows(proposal.id(), EnumSet.allOf(RowChange.class), 0, 10).getLast().doubts())
        .extracting(Doubt::code)
        .containsExactly(DoubtCode.POSITION_OUTSIDE);
  }

  @Test
  void theSampleListsHaveNothingOddAboutThem() {
    for (Path file : SharedPlaces.files(ProjectFiles.find("config/sample/facilities"), ".csv")) {
      ImportSummary proposal =
          imports.propose(
              ImportKind.FACILITIES,
              file.getFileName().toString(),
              SharedPlaces.bytes(file),
              "officer");
      assertThat(proposal.doubtful()).as(file.toString()).isZero();
      assertThat(proposal.counts()).containsOnlyKeys(RowChange.ADDED);
    }
  }
}

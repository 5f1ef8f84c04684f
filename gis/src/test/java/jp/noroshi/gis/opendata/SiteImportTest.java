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
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportRefusal;
import jp.noroshi.gis.imports.ImportRefusedException;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.ProposedRow;
import jp.noroshi.gis.imports.RowChange;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.site.Sites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a file to what stands, and back. */
class SiteImportTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HEADERS = "共通ID,施設・場所名,住所,洪水,地震,緯度,経度";
  private static final String HALL = "E2222500001201,下畑の集会所,下畑1,1,1,35.0058,138.9790";
  private static final String SCHOOL = "E2222500002201,古奈の学校,古奈2,,1,35.0350,138.9400";

  private Imports imports;
  private Sites sites;
  private SiteDescriptions descriptions;

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
                    new SiteImportReader(database.database(), new AreaCode("22225")),
                    new SiteImportTarget())));
    descriptions =
        new SiteDescriptions(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));
    sites = new Sites(database.database(), 3.5);
  }

  private ImportSummary propose(String... lines) {
    byte[] bytes = (HEADERS + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
    return imports.propose(ImportKind.SITES, "22225_2.csv", bytes, "officer");
  }

  private ImportSummary approved(String... lines) {
    return imports.approve(propose(lines).id(), "approver");
  }

  private List<ProposedRow> rows(ImportSummary summary) {
    return imports.rows(summary.id(), EnumSet.allOf(RowChange.class), 0, 100);
  }

  private static void assertRefused(Runnable command, ImportRefusal refusal) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            ImportRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @Test
  void aProposalShowsWhatWouldChangeAndChangesNothing() {
    ImportSummary proposal = propose(HALL, SCHOOL);
    assertThat(proposal.counts()).isEqualTo(Map.of(RowChange.ADDED, 2));
    assertThat(sites.list()).isEmpty();
  }

  @Test
  void anApprovedProposalIsWhatStands() {
    approved(HALL, SCHOOL);
    assertThat(sites.list())
        .extracting(EvacuationSite::name)
        .containsExactlyInAnyOrder("下畑の集会所", "古奈の学校");
    EvacuationSite hall = sites.list().getFirst();
    assertThat(hall.designations()).hasSize(1);
    assertThat(hall.designations().getFirst().hazards())
        .isEqualTo(Set.of(HazardKind.FLOOD, HazardKind.EARTHQUAKE));
  }

  @Test
  void whoeverProposedCannotApprove() {
    ImportSummary proposal = propose(HALL);
    assertRefused(
        () -> imports.approve(proposal.id(), "officer"), ImportRefusal.IMPORT_PROPOSED_BY_APPROVER);
    assertThat(sites.list()).isEmpty();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    approved(HALL, SCHOOL);
    assertThat(propose(HALL, SCHOOL).counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 2));
  }

  @Test
  void aLaterEditionShowsTheChangedTheMissingAndTheRefusedWithReasons() {
    approved(HALL, SCHOOL);
    ImportSummary proposal =
        propose(HALL.replace("35.0058", "35.0060"), "E2222500003201,名なしの場所,,1,,,");
    assertThat(proposal.counts())
        .isEqualTo(Map.of(RowChange.CHANGED, 1, RowChange.MISSING, 1, RowChange.REFUSED, 1));
    assertThat(rows(proposal))
        .filteredOn(row -> row.change() == RowChange.REFUSED)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).contains(2);
              assertThat(row.doubts().getFirst().code()).isEqualTo(DoubtCode.POSITION_MISSING);
            });
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedTheSecondTime() {
    assertThat(propose(HALL, HALL).counts())
        .isEqualTo(Map.of(RowChange.ADDED, 1, RowChange.REFUSED, 1));
  }

  @Test
  void aSiteThatIsInNoListAnyMoreIsClosedAndKept() {
    approved(HALL, SCHOOL);
    approved(HALL);
    assertThat(sites.list()).hasSize(2);
    assertThat(sites.list())
        .filteredOn(EvacuationSite::closed)
        .extracting(EvacuationSite::name)
        .containsExactly("古奈の学校");
  }

  @Test
  void whatWasApprovedCanBeTakenBack() {
    approved(HALL, SCHOOL);
    List<EvacuationSite> before = sites.list();
    ImportSummary second = approved(HALL.replace("下畑の集会所", "下畑の新しい集会所"));
    imports.undo(second.id(), "approver");
    assertThat(sites.list()).isEqualTo(before);
    assertThat(propose(HALL, SCHOOL).counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 2));
  }

  @Test
  void whatSomethingLaterWasBuiltUponCannotBeTakenBack() {
    ImportSummary first = approved(HALL, SCHOOL);
    approved(HALL.replace("下畑の集会所", "下畑の新しい集会所"), SCHOOL);
    assertRefused(() -> imports.undo(first.id(), "approver"), ImportRefusal.IMPORT_BUILT_UPON);
  }

  @Test
  void aProposalThatComparedWithSomethingElseMustBeMadeAnew() {
    ImportSummary early = propose(HALL);
    approved(HALL.replace("35.0058", "35.0060"));
    assertRefused(() -> imports.approve(early.id(), "approver"), ImportRefusal.IMPORT_OUTDATED);
  }

  @Test
  void aDecidedProposalStaysDecided() {
    ImportSummary proposal = propose(HALL);
    imports.reject(proposal.id(), "approver");
    assertRefused(() -> imports.approve(proposal.id(), "approver"), ImportRefusal.IMPORT_DECIDED);
  }

  @Test
  void theOtherHalfOfAPlaceJoinsItAndIsDoubtedWhenFarAway() {
    approved(HALL);
    ImportSummary shelters = propose(HALL.replace("201,", "111,").replace("35.0058", "35.0158"));
    assertThat(rows(shelters).getFirst().doubts())
        .anyMatch(doubt -> doubt.code() == DoubtCode.HALVES_APART);
    imports.approve(shelters.id(), "approver");
    assertThat(sites.list())
        .singleElement()
        .satisfies(
            site -> {
              assertThat(site.location().latitude()).isEqualTo(35.0058);
              assertThat(site.designations())
                  .extracting(EvacuationSite.Designation::kind)
                  .containsExactly(DesignationKind.EMERGENCY_SITE, DesignationKind.SHELTER);
            });
  }

  @Test
  void floorAreaAndAccessAreKeptOverImportsAndGiveACapacity() {
    approved(HALL);
    EvacuationSite hall = sites.list().getFirst();
    descriptions.describe(hall.id(), Optional.of(350.0), Optional.of(true), "officer");
    approved(HALL.replace("下畑1", "下畑10"));
    EvacuationSite now = sites.find(hall.id()).orElseThrow();
    assertThat(now.wheelchair()).contains(true);
    assertThat(sites.capacityOf(now)).contains(100);
  }

  @Test
  void whoDescribedASiteAndWhatStoodBeforeIsInTheChronologyAndSavingTheSameSaysNothing() {
    approved(HALL);
    UUID hall = sites.list().getFirst().id();
    descriptions.describe(hall, Optional.of(350.0), Optional.empty(), "officer");
    descriptions.describe(hall, Optional.of(350.0), Optional.empty(), "officer");
    descriptions.describe(hall, Optional.of(420.0), Optional.of(false), "admin");
    assertThat(
            new ChronologyReader(database.database())
                .listAfter(0, 100, ChronologyFilter.ALL.about("site:" + hall)))
        .extracting(
            line -> line.entry().actor(), line -> line.entry().detail().get("floorAreaBefore"))
        .containsExactly(tuple("officer", ""), tuple("admin", "350.0"));
  }

  @Test
  void theHalvesOfAPlaceSayHowFarApartTheyAre() {
    approved(HALL);
    imports.approve(
        propose(HALL.replace("201,", "111,").replace("35.0058", "35.0158")).id(), "approver");
    assertThat(sites.list().getFirst().spread()).isBetween(1_100.0, 1_120.0);
  }

  @Test
  void aPrefecturesListIsImportedAndImportedAgainWithoutAnyChange() {
    for (int round = 1; round <= 2; round++) {
      int expected = round == 1 ? 192 : 0;
      Path file = SharedPlaces.orSkip("shelter/gsi_other/gsi_emergency_242161.json");
      ImportSummary proposal =
          imports.propose(
              ImportKind.SITES, file.getFileName().toString(), SharedPlaces.bytes(file), "officer");
      assertThat(proposal.counts().getOrDefault(RowChange.ADDED, 0)).isEqualTo(expected);
      imports.approve(proposal.id(), "approver");
    }
    // Building and ground of one school are two sites of one place, each for its own hazards.
    assertThat(sites.list().stream().mapToInt(site -> site.designations().size()).sum())
        .isEqualTo(192);
  }
}

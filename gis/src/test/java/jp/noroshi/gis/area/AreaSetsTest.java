package jp.noroshi.gis.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.ProposedRow;
import jp.noroshi.gis.imports.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Named sets of districts: by file and by hand. */
class AreaSetsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode CITY = new AreaCode("22225");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

  private Imports imports;
  private AreaSets areaSets;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("gis");
    Chronology chronology = new Chronology(database.database());
    new Districts(database.database(), CITY)
        .load(SharedPlaces.bytes(ProjectFiles.find("config/sample/districts.geojson")));
    imports =
        new Imports(
            database.database(),
            chronology,
            Mode.DRILL,
            CLOCK,
            List.of(
                new ImportSource(
                    new AreaSetImportReader(database.database(), CITY),
                    new AreaSetImportTarget(CITY))));
    areaSets = new AreaSets(database.database(), CITY, chronology, Mode.DRILL, CLOCK);
  }

  private ImportSummary propose(String text) {
    return imports.propose(
        ImportKind.AREA_SETS, "areas.csv", text.getBytes(StandardCharsets.UTF_8), "officer");
  }

  private List<ProposedRow> rows(ImportSummary summary) {
    return imports.rows(summary.id(), EnumSet.allOf(RowChange.class), 0, 100);
  }

  @Test
  void aSetIsReadFromOneCellOrFromSeveralLines() {
    ImportSummary proposal = propose("区域名,地区\n狩野川左岸,長岡、22225-02\n狩野川右岸,南條\n狩野川右岸,中\n");
    assertThat(areaSets.list()).isEmpty();
    imports.approve(proposal.id(), "approver");
    assertThat(areaSets.list())
        .extracting(set -> set.name() + " " + set.districts())
        .containsExactly("狩野川右岸 [22225-12, 22225-15]", "狩野川左岸 [22225-01, 22225-02]");
  }

  @Test
  void aListOfTownsOfAnAssociationCountsTheTownsThatAreDistrictsAndKeepsTheOthersAsWords() {
    ImportSummary proposal = propose("自治会名,町丁目\n第一自治会,長岡\n第一自治会,どこか1丁目\n");
    assertThat(rows(proposal).getFirst().doubts())
        .singleElement()
        .satisfies(doubt -> assertThat(doubt.code()).isEqualTo(DoubtCode.TOWN_UNKNOWN));
    imports.approve(proposal.id(), "approver");
    AreaSet set = areaSets.list().getFirst();
    assertThat(set.districts()).containsExactly("22225-01");
    assertThat(set.towns()).containsExactly("どこか1丁目");
  }

  @Test
  void aSetThatWouldSilentlyLackADistrictIsRefused() {
    ImportSummary proposal = propose("区域名,地区\n左岸,長岡、ありえない地区\n空,\n");
    assertThat(proposal.counts()).isEqualTo(Map.of(RowChange.REFUSED, 2));
    assertThat(rows(proposal).getFirst().doubts().getFirst().value()).isEqualTo("ありえない地区");
  }

  @Test
  void theSameListAgainChangesNothingAndALaterOneIsTakenBackWhole() {
    String first = "区域名,地区\n左岸,長岡\n右岸,南條\n";
    imports.approve(propose(first).id(), "approver");
    assertThat(propose(first).counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 2));
    ImportSummary second = imports.approve(propose("区域名,地区\n左岸,長岡、古奈\n").id(), "approver");
    assertThat(areaSets.list()).hasSize(1);
    imports.undo(second.id(), "approver");
    assertThat(areaSets.list()).extracting(AreaSet::name).containsExactly("右岸", "左岸");
  }

  @Test
  void byHandASetIsWrittenReplacedAndTakenAwayAndTheChronologySaysByWhom() {
    areaSets.save("左岸", Set.of("22225-01"), List.of(), "officer");
    AreaSet saved =
        areaSets.save("左岸", Set.of("22225-01", "22225-02"), List.of(), "officer").orElseThrow();
    assertThat(areaSets.list()).containsExactly(saved);
    assertThat(areaSets.remove(saved.id(), "admin")).isTrue();
    assertThat(areaSets.remove(saved.id(), "admin")).isFalse();
    assertThat(areaSets.list()).isEmpty();
    assertThat(new ChronologyReader(database.database()).listAfter(0, 100, ChronologyFilter.ALL))
        .extracting(line -> line.entry().kind())
        .containsExactly(
            ChronologyKind.AREA_SET_CHANGED,
            ChronologyKind.AREA_SET_CHANGED,
            ChronologyKind.AREA_SET_REMOVED);
  }

  @Test
  void byHandADistrictThatIsNotThereIsRefusedAndNothingIsWritten() {
    assertThat(areaSets.save("左岸", Set.of("22225-99"), List.of(), "officer")).isEmpty();
    assertThat(areaSets.save("左岸", Set.of(), List.of(), "officer")).isEmpty();
    assertThat(areaSets.list()).isEmpty();
  }

  @Test
  void aDistrictThatIsNoLongerOnTheMapIsSaidToBeGone() {
    areaSets.save("左岸", Set.of("22225-01", "22225-02"), List.of(), "officer");
    database
        .database()
        .useTransaction(h -> h.execute("delete from gis.district where code = '22225-02'"));
    assertThat(areaSets.list().getFirst().districts()).containsExactly("22225-01");
    assertThat(areaSets.list().getFirst().gone()).containsExactly("22225-02");
  }

  @Test
  void aFileWithoutTheColumnsSaysWhichAreNeeded() {
    assertThatThrownBy(() -> propose("名,値\n左岸,1\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("区域名");
  }
}

package jp.noroshi.gis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportRefusedException;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.ProposedRow;
import jp.noroshi.gis.imports.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a map to what it says of a place, and back. */
class HazardImportTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final LatLon BY_THE_RIVER = new LatLon(35.005, 138.948);
  private static final LatLon OUT_OF_REACH = new LatLon(35.005, 138.99999);

  private Imports imports;
  private HazardExposure exposure;

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
            List.of(new ImportSource(new HazardImportReader(), new HazardImportTarget())));
    exposure = new HazardExposure(database.database());
  }

  private ImportSummary approved(String name, byte[] bytes) {
    return imports.approve(
        imports.propose(ImportKind.HAZARDS, name, bytes, "officer").id(), "approver");
  }

  private List<ProposedRow> rows(ImportSummary summary) {
    return imports.rows(summary.id(), EnumSet.allOf(RowChange.class), 0, 1000);
  }

  private static byte[] sample(String name) {
    return SharedPlaces.bytes(ProjectFiles.find("config/sample/hazards").resolve(name));
  }

  private static byte[] flood(String edition, String... features) {
    return """
        {"type":"FeatureCollection","name":"川","kind":"FLOOD","scenario":"想定最大規模","edition":"%s","features":[%s]}
        """
        .formatted(edition, String.join(",", features))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String square(String depth, double west) {
    return """
        {"type":"Feature","properties":{"浸水深":"%s"},"geometry":{"type":"Polygon","coordinates":[[[%2$s,35.0],[%3$s,35.0],[%3$s,35.01],[%2$s,35.01],[%2$s,35.0]]]}}
        """
        .formatted(depth, west, west + 0.01);
  }

  @Test
  void theSampleMapsTellTheWorstOfEachKindAndScenarioAtAPlace() {
    approved("flood-l2.geojson", sample("flood-l2.geojson"));
    approved("flood-l1.geojson", sample("flood-l1.geojson"));
    approved("landslide.geojson", sample("landslide.geojson"));
    approved("inland.geojson", sample("inland.geojson"));

    assertThat(exposure.at(BY_THE_RIVER))
        .extracting(Exposure::scenario, Exposure::rank, Exposure::minDepth, Exposure::maxDepth)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("想定最大規模", 5, Optional.of(10.0), Optional.of(20.0)),
            org.assertj.core.groups.Tuple.tuple("計画規模", 3, Optional.of(3.0), Optional.of(5.0)));
    assertThat(exposure.at(OUT_OF_REACH)).isEmpty();
  }

  @Test
  void nothingIsShownBeforeASecondPersonApproves() {
    imports.propose(
        ImportKind.HAZARDS, "flood.geojson", flood("2026-01-01", square("3m以上5m未満", 138.9)), "a");
    assertThat(exposure.at(new LatLon(35.005, 138.905))).isEmpty();
  }

  @Test
  void theSameMapAgainChangesNothing() {
    approved("flood-l2.geojson", sample("flood-l2.geojson"));
    assertThat(
            imports
                .propose(ImportKind.HAZARDS, "x.geojson", sample("flood-l2.geojson"), "a")
                .counts())
        .containsOnlyKeys(RowChange.UNCHANGED);
  }

  @Test
  void aNewEditionTakesThePlaceAndTheOldOneIsKeptForPlansThatNameIt() {
    LatLon west = new LatLon(35.005, 138.905);
    LatLon east = new LatLon(35.005, 138.955);
    approved("a.geojson", flood("2025-01-01", square("3m以上5m未満", 138.9), square("0.5m未満", 138.95)));
    UUID old = exposure.at(west).getFirst().layer();

    approved("b.geojson", flood("2026-01-01", square("5m以上10m未満", 138.9)));

    assertThat(exposure.at(west).getFirst().edition()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(exposure.at(west).getFirst().rank()).isEqualTo(4);
    assertThat(exposure.at(east)).isEmpty();
    assertThat(zonesOf(old)).isEqualTo(2);
  }

  @Test
  void takenBackTheFormerEditionStandsAgain() {
    LatLon west = new LatLon(35.005, 138.905);
    approved("a.geojson", flood("2025-01-01", square("3m以上5m未満", 138.9), square("0.5m未満", 138.95)));
    ImportSummary second = approved("b.geojson", flood("2026-01-01", square("5m以上10m未満", 138.9)));

    imports.undo(second.id(), "officer");

    assertThat(exposure.at(west).getFirst().edition()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(exposure.at(west).getFirst().rank()).isEqualTo(3);
    assertThat(exposure.at(new LatLon(35.005, 138.955))).hasSize(1);
  }

  @Test
  void aMapTakenBackAltogetherShowsNothing() {
    ImportSummary first = approved("a.geojson", flood("2025-01-01", square("3m以上5m未満", 138.9)));
    imports.undo(first.id(), "officer");
    assertThat(exposure.at(new LatLon(35.005, 138.905))).isEmpty();
  }

  @Test
  void aRetiredMapShowsNothingIsKeptAndItsImportCannotBeTakenBack() {
    ImportSummary first = approved("a.geojson", flood("2025-01-01", square("3m以上5m未満", 138.9)));
    LatLon place = new LatLon(35.005, 138.905);
    UUID layer = exposure.at(place).getFirst().layer();
    HazardLayers layers =
        new HazardLayers(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    assertThat(layers.retire(layer, "approver")).isTrue();
    assertThat(layers.retire(layer, "approver")).isFalse();

    assertThat(exposure.at(place)).isEmpty();
    assertThat(zonesOf(layer)).isEqualTo(1);
    assertThatThrownBy(() -> imports.undo(first.id(), "approver"))
        .isInstanceOf(ImportRefusedException.class);
  }

  @Test
  void aMapWithoutItsDayIsNotTakenAndSaysWhatToDo() {
    byte[] bytes =
        "{\"features\":[%s],\"kind\":\"FLOOD\"}"
            .formatted(square("3m以上5m未満", 138.9))
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> imports.propose(ImportKind.HAZARDS, "洪水.geojson", bytes, "a"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("edition");
  }

  @Test
  void anOutlineThatCrossesItselfIsMendedAndSaid() {
    String bow =
        """
        {"type":"Feature","properties":{"浸水深":"0.5m未満"},"geometry":{"type":"Polygon","coordinates":[[[138.9,35.0],[138.91,35.01],[138.91,35.0],[138.9,35.01],[138.9,35.0]]]}}
        """;
    ImportSummary summary = approved("a.geojson", flood("2025-01-01", bow));
    assertThat(rows(summary).getFirst().doubts())
        .singleElement()
        .satisfies(
            doubt -> {
              assertThat(doubt.code()).isEqualTo(DoubtCode.OUTLINE_MENDED);
              assertThat(doubt.value()).contains("35.005").contains("138.905");
            });
  }

  @Test
  void aDepthThatIsNotUnderstoodIsRefusedAndNeverGuessed() {
    ImportSummary summary =
        imports.propose(
            ImportKind.HAZARDS,
            "a.geojson",
            flood(
                "2025-01-01",
                square("0.5m未満", 138.9),
                square("1m以上3m未満", 138.91),
                square("1m以上3m未満", 138.92),
                square("1m以上3m未満", 138.93),
                square("深い", 138.94)),
            "officer");
    assertThat(summary.counts()).containsEntry(RowChange.REFUSED, 1);
    assertThat(rows(summary).getLast().doubts().getFirst().code())
        .isEqualTo(DoubtCode.RANK_UNREADABLE);
  }

  private int zonesOf(UUID layer) {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from gis.hazard_zone where layer_id = :layer")
                    .bind("layer", layer)
                    .mapTo(Integer.class)
                    .one());
  }
}

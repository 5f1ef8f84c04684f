package jp.noroshi.gis.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
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
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DistrictImportTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode IZUNOKUNI = new AreaCode("22225");

  private Imports imports;
  private Districts districts;

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
                    new DistrictImportReader(database.database(), IZUNOKUNI),
                    new DistrictImportTarget(IZUNOKUNI))));
    districts = new Districts(database.database(), IZUNOKUNI);
    districts.load(SharedPlaces.bytes(ProjectFiles.find("config/sample/districts.geojson")));
  }

  private static byte[] map(String name) {
    return """
        {"features":[{"type":"Feature","properties":{"自治会名":"%s"},"geometry":{"type":"Polygon","coordinates":[[[138.9,35.0],[138.91,35.0],[138.91,35.01],[138.9,35.01],[138.9,35.0]]]}}]}
        """
        .formatted(name)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theSampleMapChangesNothingOfItself() {
    ImportSummary same =
        imports.propose(
            ImportKind.DISTRICTS,
            "districts.geojson",
            SharedPlaces.bytes(ProjectFiles.find("config/sample/districts.geojson")),
            "officer");
    assertThat(same.counts()).isEqualTo(Map.of(RowChange.UNCHANGED, 24));
  }

  @Test
  void aKnownDistrictKeepsItsCodeAndANewOneGetsTheNext() {
    ImportSummary known = imports.propose(ImportKind.DISTRICTS, "a.geojson", map("長岡"), "officer");
    assertThat(known.counts())
        .containsEntry(RowChange.CHANGED, 1)
        .containsEntry(RowChange.MISSING, 23);
    imports.approve(known.id(), "approver");
    assertThat(districts.list())
        .extracting(District::code)
        .containsExactly(new AreaCode("22225-01"));

    imports.approve(
        imports.propose(ImportKind.DISTRICTS, "b.geojson", map("新しい区"), "officer").id(),
        "approver");
    assertThat(districts.list()).extracting(District::name).containsExactly("新しい区");
    assertThat(districts.list())
        .extracting(District::code)
        .containsExactly(new AreaCode("22225-02"));
  }

  @Test
  void takenBackTheFormerDistrictsStandAgain() {
    String before = districts.toGeoJson();
    ImportSummary summary =
        imports.approve(
            imports.propose(ImportKind.DISTRICTS, "a.geojson", map("長岡"), "officer").id(),
            "approver");
    imports.undo(summary.id(), "officer");
    assertThat(districts.toGeoJson()).isEqualTo(before);
  }

  @Test
  void theAssociationAreasOfYaizuAreReadAndTheInvalidOneIsMended() {
    DistrictMap map = read("自治会区域");
    assertThat(map.rows()).hasSize(35);
    assertThat(map.nameColumn()).isEqualTo("SAFIELD000");
    assertThat(map.file().coordinates()).isEqualTo("EPSG:2450");
    assertThat(map.rows())
        .filteredOn(
            row ->
                row.doubts().stream().anyMatch(doubt -> doubt.code() == DoubtCode.OUTLINE_MENDED))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.label()).isEqualTo("小川第13自治会");
              assertThat(row.doubts().getFirst().code()).isEqualTo(DoubtCode.OUTLINE_MENDED);
              assertThat(row.doubts().getFirst().value())
                  .contains("34.85486")
                  .contains("138.32452");
            });
  }

  @Test
  void landBetweenTwoAssociationsThatBelongsToNoneIsSaidOfBoth() {
    DistrictMap map = read("自治会区域");
    assertThat(map.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.between()).containsExactly("大井川東自治会", "上新田自治会");
              assertThat(gap.squareMetres()).isEqualTo(113);
            });
    assertThat(map.rows())
        .filteredOn(
            row -> row.doubts().stream().anyMatch(doubt -> doubt.code() == DoubtCode.GAP_BESIDE))
        .hasSize(2);
  }

  @Test
  void theDisasterPreventionGroupsOfYaizuAreReadByTheirNames() {
    DistrictMap map = read("自主防災会境界");
    assertThat(map.rows()).hasSize(78);
    assertThat(map.nameColumn()).isEqualTo("SAFIELD001");
  }

  @Test
  void theBorderOfYaizuIsLinesAndNoneOfThemIsTaken() {
    Map<String, byte[]> parts = parts("行政区域界");
    parts.put("layer.json", "{\"column\":\"FID\"}".getBytes(StandardCharsets.UTF_8));
    DistrictMap map =
        DistrictMapReader.read(Optional.of(new AreaCode("22212")), Map.of(), parts, Map.of());
    assertThat(map.rows()).hasSize(123).allMatch(row -> row.entry().isEmpty());
  }

  @Test
  void aMapWithCodesTellsItsMunicipalityAndAnotherMustBeTold() {
    byte[] sample = SharedPlaces.bytes(ProjectFiles.find("config/sample/districts.geojson"));
    DistrictMap map =
        DistrictMapReader.read(
            Optional.empty(), Map.of(), Map.of("districts.geojson", sample), Map.of());
    assertThat(map.rows().getFirst().entry().orElseThrow().code()).startsWith("22225-");
    assertThatThrownBy(
            () -> DistrictMapReader.read(Optional.empty(), Map.of(), parts("自治会区域"), Map.of()))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("say the municipality");
  }

  private static DistrictMap read(String folder) {
    return DistrictMapReader.read(
        Optional.of(new AreaCode("22212")), Map.of(), parts(folder), Map.of());
  }

  private static Map<String, byte[]> parts(String folder) {
    Map<String, byte[]> parts = new HashMap<>();
    SharedPlaces.files(SharedPlaces.orSkip("community/yaizu/" + folder), "").stream()
        .filter(file -> !file.toString().endsWith(".csv"))
        .forEach(file -> parts.put(file.getFileName().toString(), SharedPlaces.bytes(file)));
    return parts;
  }
}

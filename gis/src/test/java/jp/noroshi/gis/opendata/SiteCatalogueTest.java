package jp.noroshi.gis.opendata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static jp.noroshi.gis.imports.DoubtCode.CAPACITY_SENTENCE;
import static jp.noroshi.gis.imports.DoubtCode.CODE_CHECK_WRONG;
import static jp.noroshi.gis.imports.DoubtCode.HALVES_APART;
import static jp.noroshi.gis.imports.DoubtCode.HAZARD_NONE;
import static jp.noroshi.gis.imports.DoubtCode.NAME_SPACED;
import static jp.noroshi.gis.imports.DoubtCode.POSITION_PROJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.table.TextEncoding;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.opendata.SiteList.Form;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.SiteEntry;
import org.junit.jupiter.api.Test;

/** Every real list of sites is read with the rows and the faults its catalogue states. */
class SiteCatalogueTest {

  private static SiteList read(String file) {
    Path path = SharedPlaces.orSkip("shelter/" + file);
    return SiteListReader.read(path.getFileName().toString(), SharedPlaces.bytes(path));
  }

  private static Map<DoubtCode, Integer> doubts(SiteList list) {
    Map<DoubtCode, Integer> counts = new TreeMap<>();
    list.rows()
        .forEach(row -> row.doubts().forEach(doubt -> counts.merge(doubt.code(), 1, Integer::sum)));
    return counts;
  }

  private static List<Path> gsi(String list) {
    return Stream.concat(
            SharedPlaces.files(SharedPlaces.orSkip("shelter/gsi_shizuoka"), ".json").stream(),
            SharedPlaces.files(SharedPlaces.orSkip("shelter/gsi_other"), ".json").stream())
        .filter(file -> file.getFileName().toString().contains(list + "_"))
        .toList();
  }

  /** The lists of one kind; wards whose city publishes for them are no lists at all. */
  private static List<SiteEntry> entries(String list, String folder, int unavailable) {
    List<SiteEntry> entries = new ArrayList<>();
    int refused = 0;
    for (Path file : gsi(list)) {
      if (file.getParent().endsWith(folder)) {
        try {
          SiteList read =
              SiteListReader.read(file.getFileName().toString(), SharedPlaces.bytes(file));
          assertThat(read.form()).isEqualTo(Form.GSI);
          assertThat(read.entries()).hasSameSizeAs(read.rows());
          entries.addAll(read.entries());
        } catch (UnreadableFileException e) {
          assertThat(e.fault()).isEqualTo(UnreadableFileException.Fault.WRONG_KIND);
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(unavailable);
    return entries;
  }

  @Test
  void theEmergencySitesOfAPrefectureAreReadWhole() {
    List<SiteEntry> sites = entries("emergency", "gsi_shizuoka", 6);
    assertThat(sites)
        .hasSize(2_883)
        .allMatch(site -> site.kind() == DesignationKind.EMERGENCY_SITE);
    assertThat(sites).extracting(SiteEntry::key).doesNotHaveDuplicates();
  }

  @Test
  void theSheltersOfAPrefectureAreGeneralOrForWelfare() {
    List<SiteEntry> shelters = entries("evacuation", "gsi_shizuoka", 6);
    assertThat(shelters).hasSize(1_702);
    assertThat(shelters)
        .filteredOn(site -> site.kind() == DesignationKind.WELFARE_SHELTER)
        .hasSize(253);
    assertThat(shelters).filteredOn(site -> site.kind() == DesignationKind.SHELTER).hasSize(1_449);
  }

  @Test
  void bothHalvesOfAPlaceAreJoinedAndThoseFarApartAreMarked() {
    List<SiteEntry> sites = entries("emergency", "gsi_shizuoka", 6);
    List<SiteEntry> shelters = entries("evacuation", "gsi_shizuoka", 6);
    Map<String, Long> sheltersAt =
        shelters.stream().collect(groupingBy(SiteEntry::place, counting()));
    assertThat(sites.stream().mapToLong(site -> sheltersAt.getOrDefault(site.place(), 0L)).sum())
        .as("pairs of a site and a shelter of one place")
        .isEqualTo(1_212);

    List<SiteList.Row> rows =
        sites.stream()
            .map(site -> new SiteList.Row(1, site.name(), Optional.of(site), List.of()))
            .toList();
    SiteList marked = HalvesApart.mark(new SiteList(Form.GSI, TextEncoding.UTF_8, rows), shelters);
    assertThat(doubts(marked)).containsExactly(Map.entry(HALVES_APART, 6));
    assertThat(marked.rows())
        .flatExtracting(SiteList.Row::doubts)
        .anyMatch(doubt -> doubt.value().matches("27\\d\\d m|28\\d\\d m"));
  }

  @Test
  void otherCitiesOfTheSameSourceAreReadAndOneHasSpacesAfterSevenNames() {
    assertThat(entries("emergency", "gsi_other", 1)).hasSize(192 + 204);
    assertThat(entries("evacuation", "gsi_other", 1)).hasSize(118 + 89);
    int spaced = 0;
    for (String list : List.of("emergency", "evacuation")) {
      spaced += doubts(read("gsi_other/gsi_" + list + "_242161.json")).getOrDefault(NAME_SPACED, 0);
    }
    assertThat(spaced).isEqualTo(7);
  }

  @Test
  void theRecommendedDataSetOfYaizuFlagsWithCircles() {
    SiteList list = read("222127_evacuation_space.csv");
    assertThat(list.form()).isEqualTo(Form.RECOMMENDED);
    assertThat(list.encoding()).isEqualTo(TextEncoding.UTF_8);
    assertThat(list.entries()).hasSize(31).allMatch(site -> site.municipality().equals("22212"));
    assertThat(list.entries()).allMatch(site -> site.capacity().isEmpty());
    assertThat(list.entries().stream().mapToInt(site -> site.hazards().size()).sum()).isEqualTo(57);
  }

  @Test
  void buildingsAgainstTsunamiAndAidStationsAreKindsOfTheirOwn() {
    SiteList buildings = read("222127_shiteitsunamihinanbiru.csv");
    assertThat(buildings.entries()).hasSize(125);
    assertThat(buildings.entries())
        .filteredOn(site -> site.kind() == DesignationKind.TSUNAMI_BUILDING)
        .hasSize(120);
    SiteList stations = read("222127_kyuugosho.csv");
    assertThat(stations.encoding()).isEqualTo(TextEncoding.UTF_8_BOM);
    assertThat(stations.entries())
        .hasSize(4)
        .allMatch(site -> site.kind() == DesignationKind.AID_STATION);
  }

  @Test
  void hamamatsusOwnListHasCapacitiesAndAWrongCheckDigitInEveryRow() {
    SiteList list = read("hamamatsu_hinanjo.csv");
    assertThat(list.entries())
        .hasSize(182)
        .allMatch(site -> site.kind() == DesignationKind.SHELTER)
        .allMatch(site -> site.capacity().isPresent())
        .allMatch(site -> site.municipality().isEmpty());
    assertThat(doubts(list)).containsExactly(Map.entry(CODE_CHECK_WRONG, 182));
    assertThat(list.entries().getFirst().details())
        .containsEntry("避難所No", "中央1")
        .containsKey("避難所運営協力自主防災組織");
  }

  @Test
  void aHandMadeListWithSpacesAfterItsNumbersIsRead() {
    SiteList list = read("hamamatsu_small_list.csv");
    assertThat(list.entries()).hasSize(5);
    assertThat(list.entries().getFirst().location().latitude()).isEqualTo(34.7051);
  }

  @Test
  void hazardsInOneCellAndInAnotherVocabularyAreUnderstood() {
    SiteList list = read("naruto_area_shelters.geojson");
    assertThat(list.entries()).hasSize(382).allMatch(site -> !site.hazards().isEmpty());
    assertThat(doubts(list)).isEmpty();
  }

  @Test
  void theSevenListsOfOpenSheltersOfNanaoHaveSentencesForCapacities() {
    List<Integer> rows = new ArrayList<>();
    for (Path file : SharedPlaces.files(SharedPlaces.orSkip("shelter/open_status_nanao"), ".csv")) {
      SiteList list = SiteListReader.read(file.getFileName().toString(), SharedPlaces.bytes(file));
      assertThat(list.form()).isEqualTo(Form.STANDARD);
      assertThat(doubts(list).keySet()).isSubsetOf(CAPACITY_SENTENCE, HAZARD_NONE);
      rows.add(list.entries().size());
    }
    assertThat(rows).containsExactly(29, 28, 26, 24, 19, 16, 8);
    SiteEntry first =
        read("open_status_nanao/open_shelter_Nanao-shi_2024-01-09-1800.csv").entries().getFirst();
    assertThat(first.capacity()).contains(480);
    assertThat(first.details()).containsEntry("人数_令和6年1月9日午後6時時点", "180");
  }

  @Test
  void pointsInMetresOfANamedSystemAreConverted() {
    SiteList list = read("open_status_nanao/open_shelter_Nanao-shi.geojson");
    assertThat(doubts(list)).containsKey(POSITION_PROJECTED);
    assertThat(list.entries().getFirst().location().latitude()).isEqualTo(37.03364, within(1e-5));
    assertThat(list.entries().getFirst().location().longitude()).isEqualTo(136.96987, within(1e-5));
  }

  @Test
  void aListThatSaysItIsUnavailableIsNoListOfSites() {
    Path file = SharedPlaces.orSkip("shelter/gsi_shizuoka/emergency_221015.json");
    assertThatThrownBy(() -> SiteListReader.read("x.json", SharedPlaces.bytes(file)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no features");
  }
}

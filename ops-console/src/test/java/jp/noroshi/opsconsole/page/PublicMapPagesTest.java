package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.tiles.PublicPlaces.Site;
import org.junit.jupiter.api.Test;

/** The residents' map of a municipality with few sites, and of one with eight hundred. */
class PublicMapPagesTest {

  private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
  private static final int MOST_BYTES = 50 * 1024;
  private static final Pattern PLACE = Pattern.compile("<strong lang=\"ja\">([^<]*)</strong>");

  private final MunicipalitySettings municipality =
      MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
  private final MessageTemplates texts =
      MessageTemplates.load(ProjectFiles.find("config/templates"), municipality.languages());
  private final PublicMapAssembler assembler = new PublicMapAssembler(municipality, texts);
  private final PublicMapTemplate template = new PublicMapTemplate();

  @Test
  void fewSitesStandOnOnePage() {
    List<Site> sites = sites(30);
    String page = page(request("ja", Optional.empty(), 1), sites, Map.of());
    assertThat(placesOn(page)).hasSize(30);
    assertThat(page).doesNotContain("地区を選ぶ").doesNotContain("次のページ");
  }

  @Test
  void ofManySitesTheFirstPageShowsWhatIsOpenAndWhereTheRestIs() {
    List<Site> sites = sites(800);
    Map<UUID, OpenSite> open = open(sites.subList(0, 3));
    String page = page(request("ja", Optional.empty(), 1), sites, open);
    assertThat(placesOn(page)).hasSize(3);
    assertThat(page).contains("いま開いている避難場所").contains("戸沢（160か所、開設中 0）");
  }

  @Test
  void everySiteStandsOnExactlyOnePageOfItsDistrict() {
    List<Site> sites = sites(800);
    Map<String, Integer> seen = new HashMap<>();
    for (int district = 1; district <= 5; district++) {
      for (int number = 1; number <= 4; number++) {
        PublicMapRequest request = request("ja", Optional.of("22225-0" + district), number);
        placesOn(page(request, sites, Map.of())).forEach(name -> seen.merge(name, 1, Integer::sum));
      }
    }
    assertThat(seen).hasSize(800).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void noPageIsLargerThanFiftyKilobytesInAnyLanguageThoughEverythingIsOpen() {
    List<Site> sites = sites(800);
    Map<UUID, OpenSite> open = open(sites);
    for (String language : texts.languages()) {
      for (String district : List.of("", "22225-01")) {
        Optional<String> only = Optional.of(district).filter(code -> !code.isEmpty());
        String page = page(request(language, only, 2), sites, open);
        assertThat(placesOn(page)).hasSize(PublicMapChoice.ON_A_PAGE);
        assertThat(page.getBytes(UTF_8).length).as(language + district).isLessThan(MOST_BYTES);
      }
    }
  }

  @Test
  void aPageOrDistrictThatIsNotThereIsAnsweredWithOneThatIs() {
    List<Site> sites = sites(800);
    assertThat(shown("22225-99", "1", sites)).isEqualTo(request("ja", Optional.empty(), 1));
    assertThat(shown("22225-01", "99", sites)).isEqualTo(request("ja", Optional.of("22225-01"), 4));
    assertThat(shown("22225-01", "-1", sites)).isEqualTo(request("ja", Optional.of("22225-01"), 1));
    assertThat(shown("<script>", "1e9", sites)).isEqualTo(request("ja", Optional.empty(), 1));
  }

  @Test
  void aPlaceAboutToCloseAndOneThePeopleOpenedSayWhatTheyAre() {
    Site school = sites(1).getFirst();
    Site hall =
        new Site(
            new UUID(1, 1),
            "見本公民館",
            "",
            new LatLon(35.0, 138.9),
            school.district(),
            List.of("SELF_OPENED"),
            List.of());
    String page =
        template.write(
            assembler.assemble(
                request("ja", Optional.empty(), 1),
                new PublicMapAssembler.Known(
                    Mode.DRILL,
                    NOW,
                    List.of(school, hall),
                    List.of(),
                    open(List.of(hall)),
                    Set.of(school.id()))));
    assertThat(page).contains("新しい受け入れを終えています", "自主避難所").doesNotContain("開いていません");
  }

  private static PublicMapRequest shown(String district, String page, List<Site> sites) {
    PublicMapRequest asked = PublicMapRequest.of("ja", Optional.of(district), Optional.of(page));
    return PublicMapChoice.of(asked, sites, Set.of()).request();
  }

  private static PublicMapRequest request(String language, Optional<String> district, int page) {
    return new PublicMapRequest(language, district, page);
  }

  private String page(PublicMapRequest request, List<Site> sites, Map<UUID, OpenSite> open) {
    return template.write(
        assembler.assemble(
            request,
            new PublicMapAssembler.Known(Mode.DRILL, NOW, sites, List.of(), open, Set.of())));
  }

  private static List<String> placesOn(String page) {
    return PLACE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static List<Site> sites(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new Site(
                    new UUID(0, number),
                    "見本市立ひだまり地域交流センター第%d体育館".formatted(number),
                    "静岡県見本市若葉台三丁目%d番地の12".formatted(number),
                    new LatLon(35.0 + number / 10_000.0, 138.9),
                    Optional.of(new AreaCode("22225-0" + (number % 5 + 1))),
                    List.of("EMERGENCY_SITE", "SHELTER"),
                    List.of(HazardKind.values())))
        .sorted(Comparator.comparing(site -> site.district().orElseThrow().value()))
        .toList();
  }

  private static Map<UUID, OpenSite> open(List<Site> sites) {
    Map<UUID, OpenSite> open = new HashMap<>();
    sites.forEach(
        site ->
            open.put(
                site.id(), new OpenSite(site.id(), NOW, OpenSite.Crowding.SOMEWHAT_CROWDED, NOW)));
    return open;
  }
}

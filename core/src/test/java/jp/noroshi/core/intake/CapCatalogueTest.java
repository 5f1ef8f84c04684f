package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.place.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every CAP message and feed of the catalogue reads as the catalogue says. */
class CapCatalogueTest {
  private static final Pattern HEADER =
      Pattern.compile(
          "CAP (?<version>1\\.\\d) (?<status>\\w+) / (?<type>\\w+) / (?<scope>\\w+); id (?<id>\\S+);"
              + " sender (?<sender>\\S+); sent (?<sent>\\S+); references (?<references>\\d+);");

  private static final Pattern INFO =
      Pattern.compile(
          "\\[(?<language>[^\\]]+)\\] (?<event>[^/]+?): (?<urgency>\\w+)/(?<severity>\\w+)/(?<certainty>\\w+),"
              + " responseType (?<response>\\S+), expires (?<expires>\\S+), areas (?<areas>\\d+)"
              + " \\(poly (?<poly>\\d+), circle (?<circle>\\d+), geocode (?<geocode>\\d+)\\)");

  private static final int NWS_GEOCODES = 50;
  private static final int CANADIAN_GEOCODES = 36;

  private final AlertReader readers = new AlertReaders();

  @TestFactory
  Stream<DynamicTest> readsEveryMessageAsCatalogued() throws IOException {
    Path catalogue = SharedAlerts.orSkip();
    Path folder = catalogue.resolve("cap");
    return SharedAlerts.rows(catalogue, folder).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(), () -> check(folder.resolve(row.getFirst()), row.get(1))));
  }

  @TestFactory
  Stream<DynamicTest> readsTheAlertsInsideEveryFeed() throws IOException {
    Path catalogue = SharedAlerts.orSkip();
    Path folder = catalogue.resolve("feeds");
    return SharedAlerts.rows(catalogue, folder).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(), () -> checkFeed(folder.resolve(row.getFirst()), row.get(1))));
  }

  @Test
  void theCatalogueHasEveryMessage() throws IOException {
    Path catalogue = SharedAlerts.orSkip();
    Path folder = catalogue.resolve("cap");
    assertThat(SharedAlerts.rows(catalogue, folder).stream().map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(
            SharedAlerts.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList());
  }

  private void check(Path file, String expected) throws IOException {
    List<Reading> readings = readers.read(Files.readAllBytes(file));
    assertThat(readings).hasSize(1);
    if (expected.startsWith("Must be refused: ")) {
      assertThat(readings.getFirst())
          .isInstanceOfSatisfying(
              Reading.Refused.class,
              refused -> assertThat(refused.refusal()).isEqualTo(Refusal.BREAKS_THE_FORMAT));
    } else {
      Alert alert = read(readings.getFirst());
      checkHeader(alert, expected);
      checkContent(alert, INFO.matcher(expected).results().toList());
    }
  }

  private void checkFeed(Path file, String expected) throws IOException {
    List<Reading> readings = readers.read(Files.readAllBytes(file));
    assertThat(readings).hasSize(1);
    if (HEADER.matcher(expected).find()) {
      checkHeader(read(readings.getFirst()), expected);
    } else {
      assertThat(readings.getFirst())
          .isInstanceOfSatisfying(
              Reading.Refused.class,
              refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_AN_ALERT));
    }
  }

  private static Alert read(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).alert();
  }

  private static void checkHeader(Alert alert, String expected) {
    Matcher header = HEADER.matcher(expected);
    assertThat(header.find()).isTrue();
    assertThat(alert.telegramType()).isEqualTo("CAP " + header.group("version"));
    assertThat(alert.status().name()).isEqualToIgnoringCase(header.group("status"));
    assertThat(alert.messageType().name()).isEqualToIgnoringCase(header.group("type"));
    assertThat(alert.restrictions().contains(Alert.Restriction.NOT_PUBLIC))
        .isEqualTo(!header.group("scope").equals("Public"));
    assertThat(alert.identifier()).isEqualTo(header.group("id"));
    assertThat(alert.sender()).isEqualTo(header.group("sender"));
    assertThat(alert.sent()).isEqualTo(time(header.group("sent")));
    assertThat(alert.references()).hasSize(Integer.parseInt(header.group("references")));
  }

  private static void checkContent(Alert alert, List<MatchResult> infos) {
    assertThat(infos).isNotEmpty();
    assertThat(infos).anyMatch(info -> info.group("event").equals(alert.event()));
    assertThat(alert.threat())
        .contains(
            new Threat(
                worst(infos, "urgency", Threat.Urgency::valueOf),
                worst(infos, "severity", Threat.Severity::valueOf),
                worst(infos, "certainty", Threat.Certainty::valueOf)));
    assertThat(alert.expires())
        .isEqualTo(
            infos.stream()
                .map(info -> info.group("expires"))
                .filter(expires -> !expires.equals("-"))
                .map(CapCatalogueTest::time)
                .max(Comparator.naturalOrder()));
    boolean over = infos.stream().allMatch(info -> info.group("response").equals("AllClear"));
    assertThat(alert.areas())
        .allMatch(area -> area.kinds().getFirst().state().isInForce() == !over)
        .allMatch(area -> area.kinds().getFirst().level().isEmpty());
    checkAreas(alert, isOneLanguage(infos) ? infos : infos.subList(0, 1));
  }

  private static <E extends Enum<E>> E worst(
      List<MatchResult> infos, String group, Function<String, E> value) {
    return infos.stream()
        .map(info -> value.apply(info.group(group).toUpperCase(Locale.ROOT)))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean isOneLanguage(List<MatchResult> infos) {
    return infos.stream().map(info -> info.group("language")).distinct().count() == 1;
  }

  /**
   * The languages of a message share its areas, which count once; aspects in one language add up.
   */
  private static void checkAreas(Alert alert, List<MatchResult> infos) {
    List<Shape> shapes = alert.areas().stream().flatMap(area -> area.shapes().stream()).toList();
    List<AlertArea> coded = alert.areas().stream().filter(area -> !area.layer().isEmpty()).toList();
    int geocodes = total(infos, "geocode");
    // The NWS writes an empty polygon where it has none.
    assertThat(shapes.stream().filter(Shape.Polygon.class::isInstance))
        .hasSize(geocodes == NWS_GEOCODES ? 0 : total(infos, "poly"));
    assertThat(new HashSet<>(shapes.stream().filter(Shape.Circle.class::isInstance).toList()))
        .hasSize(Math.min(1, total(infos, "circle")));
    // Both areas of one message name the same place once more.
    assertThat(coded).hasSize(geocodes == CANADIAN_GEOCODES ? geocodes - 1 : geocodes);
    if (coded.isEmpty()) {
      assertThat(alert.areas()).hasSize(total(infos, "areas"));
    }
  }

  private static int total(List<MatchResult> infos, String group) {
    return infos.stream().mapToInt(info -> Integer.parseInt(info.group(group))).sum();
  }

  private static Instant time(String value) {
    return OffsetDateTime.parse(value.replaceAll("-00:00$", "Z")).toInstant();
  }
}

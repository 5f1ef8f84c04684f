package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.intake.CatalogueEntries.Entry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every telegram of the catalogue reads as the catalogue says. */
class JmaCatalogueTest {
  private static final Set<String> READ_WHOLE =
      Set.of(
          "VPWW53", "VPWW54", "VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", "VPWW61",
          "VXSE51", "VXSE53", "VTSE41", "VFVO50", "VXKO51", "VXKOii");

  /** What a tsunami kind is after the kind before it, written down by hand. */
  private static final Map<String, KindState> TSUNAMI_STATES =
      Map.ofEntries(
          Map.entry("53 after 00", KindState.ISSUED),
          Map.entry("52 after 00", KindState.ISSUED),
          Map.entry("51 after 00", KindState.ISSUED),
          Map.entry("62 after 00", KindState.ISSUED),
          Map.entry("71 after 00", KindState.ISSUED),
          Map.entry("53 after 51", KindState.RAISED),
          Map.entry("51 after 62", KindState.RAISED),
          Map.entry("62 after 71", KindState.RAISED),
          Map.entry("52 after 52", KindState.CONTINUED),
          Map.entry("51 after 51", KindState.CONTINUED),
          Map.entry("62 after 62", KindState.CONTINUED),
          Map.entry("71 after 71", KindState.CONTINUED),
          Map.entry("71 after 72", KindState.CONTINUED),
          Map.entry("72 after 62", KindState.LOWERED));

  /** The catalogue lists no more than this many changes of a tsunami telegram. */
  private static final int TSUNAMI_ENTRIES = 7;

  private final AlertReader readers = new AlertReaders();

  @TestFactory
  Stream<DynamicTest> readsEveryTelegramAsCatalogued() throws IOException {
    Path catalogue = SharedAlerts.orSkip();
    Path folder = catalogue.resolve("jma");
    return SharedAlerts.rows(catalogue, folder).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(), () -> check(folder.resolve(row.getFirst()), row)));
  }

  @Test
  void theCatalogueHasEveryFile() throws IOException {
    Path catalogue = SharedAlerts.orSkip();
    Path folder = catalogue.resolve("jma");
    assertThat(SharedAlerts.rows(catalogue, folder).stream().map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(
            SharedAlerts.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList());
  }

  private void check(Path file, List<String> row) throws IOException {
    List<Reading> readings = readers.read(Files.readAllBytes(file));
    assertThat(readings).hasSize(1);
    String type = row.get(1).substring(0, 6);
    switch (readings.getFirst()) {
      case Reading.Read(Alert alert) -> {
        assertThat(READ_WHOLE).contains(type);
        checkHeader(alert, row);
        checkAreas(type, alert, row.get(5));
      }
      case Reading.NotRead(Alert alert, String reason) -> {
        assertThat(READ_WHOLE).as(reason).doesNotContain(type);
        checkHeader(alert, row);
        assertThat(alert.areas()).isEmpty();
      }
      case Reading.Refused refused -> assertThat(refused).as("a reading").isNull();
    }
  }

  private static void checkHeader(Alert alert, List<String> row) {
    List<String> status = List.of(row.get(2).split(" / ", -1));
    List<String> identity = List.of(row.get(3).split(" / ", -1));
    assertThat(row.get(1)).startsWith(alert.telegramType()).endsWith("(" + alert.event() + ")");
    assertThat(alert.status())
        .isEqualTo(status.get(0).equals("訓練") ? AlertStatus.EXERCISE : AlertStatus.ACTUAL);
    assertThat(alert.messageType())
        .isIn(
            switch (status.get(1)) {
              case "取消" -> Set.of(MessageType.CANCEL);
              case "訂正" -> Set.of(MessageType.UPDATE);
              default -> Set.of(MessageType.ALERT, MessageType.UPDATE);
            });
    if (identity.get(0).equals("(empty)")) {
      assertThat(alert.identifier()).startsWith(alert.telegramType() + "-");
    } else {
      assertThat(alert.identifier()).isEqualTo(identity.get(0));
    }
    assertThat(alert.serial()).isEqualTo(identity.get(1).replace("(empty)", ""));
    assertThat(alert.sent()).isEqualTo(OffsetDateTime.parse(row.get(4)).toInstant());
    assertThat(alert.restrictions().contains(Alert.Restriction.TEST_SAMPLE))
        .isEqualTo(row.get(5).contains("test sample"));
    assertThat(alert.restrictions().contains(Alert.Restriction.PLACEHOLDER_AREA))
        .isEqualTo(row.get(5).contains("placeholder") && alert.telegramType().equals("VXKO"));
  }

  private static void checkAreas(String type, Alert alert, String reading) {
    if (alert.messageType() == MessageType.CANCEL) {
      assertThat(alert.areas()).isEmpty();
    } else if (type.startsWith("VPWW")) {
      checkWarning(alert, reading.substring(reading.indexOf("」: ") + 3));
    } else if (type.startsWith("VXSE")) {
      checkIntensity(alert, reading);
    } else if (type.equals("VTSE41")) {
      checkTsunami(alert, reading.substring(reading.indexOf("tsunami forecast: ")));
    } else if (type.equals("VFVO50")) {
      checkLayers(alert, reading.substring(reading.indexOf("VolcanoInfo")), area -> true);
    } else {
      checkLayers(alert, reading, area -> !area.layer().equals("浸水想定地区"));
      assertThat(alert.areas()).anyMatch(AlertArea::municipal);
    }
  }

  /** The municipal layer alone: its kinds by status, their municipalities and how many they are. */
  private static void checkWarning(Alert alert, String reading) {
    CatalogueEntries expected = CatalogueEntries.parse(reading);
    Map<String, Set<String>> actual = areasByKind(alert, AlertArea::municipal, kind -> true);
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (Entry entry : expected.entries()) {
      String key = key(entry.code(), entry.name(), entry.status());
      assertThat(actual.get(key)).as(key).containsAll(entry.listed());
      totals.merge(key, entry.total(), Integer::sum);
    }
    if (!expected.cutOff()) {
      assertThat(actual.keySet()).isEqualTo(totals.keySet());
      totals.forEach((key, total) -> assertThat(actual.get(key)).as(key).hasSize(total));
    }
    assertThat(totals).isNotEmpty();
  }

  private static Map<String, Set<String>> areasByKind(
      Alert alert, Predicate<AlertArea> inLayer, Predicate<AlertKind> kinds) {
    Map<String, Set<String>> areas = new LinkedHashMap<>();
    alert.areas().stream()
        .filter(inLayer)
        .forEach(
            area ->
                area.kinds().stream()
                    .filter(kinds)
                    .forEach(
                        kind ->
                            areas
                                .computeIfAbsent(
                                    key(kind.code(), kind.name(), status(kind.state())),
                                    key -> new TreeSet<>())
                                .add(area.code().orElseThrow().value())));
    return areas;
  }

  private static String key(String code, String name, String status) {
    return code + " " + name + " " + status;
  }

  private static String status(KindState state) {
    return switch (state) {
      case ISSUED, RAISED -> "発表";
      case CONTINUED -> "継続";
      case LIFTED -> "解除";
      case NONE -> "発表警報・注意報はなし";
      case LOWERED -> "引下げ";
    };
  }

  /** The headline lists intensity 3 and above; the reader takes it from the body. */
  private static void checkIntensity(Alert alert, String reading) {
    CatalogueEntries expected = CatalogueEntries.parse(reading);
    for (Entry entry : expected.entries()) {
      boolean municipal = entry.label().endsWith("（市町村等）");
      Set<String> areas =
          alert.areas().stream()
              .filter(area -> area.municipal() == municipal)
              .filter(area -> area.kinds().getFirst().name().equals(entry.name()))
              .map(area -> area.code().orElseThrow().value())
              .collect(Collectors.toSet());
      assertThat(areas).as(entry.toString()).containsAll(entry.listed()).hasSize(entry.total());
    }
    int from = reading.indexOf("observed MaxInt ");
    assertThat(alert.areas().isEmpty()).isEqualTo(from < 0);
    if (from >= 0) {
      String highest = reading.substring(from + 16).split(" ", 2)[0];
      assertThat(alert.areas())
          .anyMatch(area -> area.kinds().getFirst().code().equals(highest))
          .allMatch(area -> area.kinds().getFirst().level().isEmpty());
    }
  }

  private static void checkTsunami(Alert alert, String reading) {
    CatalogueEntries expected = CatalogueEntries.parse(reading);
    assertThat(expected.entries()).isNotEmpty();
    int total = 0;
    for (Entry entry : expected.entries()) {
      KindState state = TSUNAMI_STATES.get(entry.code() + " after " + entry.last());
      for (String coast : entry.listed()) {
        AlertKind kind = onlyKind(alert, coast);
        assertThat(kind.code()).isEqualTo(entry.code());
        assertThat(kind.name()).isEqualTo(entry.name());
        assertThat(kind.state()).as(entry.toString()).isEqualTo(state);
        assertThat(kind.level()).isEmpty();
      }
      total += entry.total();
    }
    if (expected.entries().size() < TSUNAMI_ENTRIES) {
      assertThat(alert.areas()).hasSize(total);
    }
  }

  private static AlertKind onlyKind(Alert alert, String code) {
    List<AlertArea> areas =
        alert.areas().stream()
            .filter(area -> area.code().orElseThrow().value().equals(code))
            .toList();
    assertThat(areas).hasSize(1);
    assertThat(areas.getFirst().kinds()).hasSize(1);
    return areas.getFirst().kinds().getFirst();
  }

  private static void checkLayers(Alert alert, String reading, Predicate<AlertArea> counted) {
    CatalogueEntries expected = CatalogueEntries.parse(reading);
    int total = 0;
    for (Entry entry : expected.entries()) {
      String label = entry.label().replaceAll("VolcanoInfo「|」", "");
      Set<String> areas =
          alert.areas().stream()
              .filter(area -> area.layer().endsWith(label))
              .filter(area -> area.kinds().stream().anyMatch(kind -> isKind(kind, entry)))
              .map(area -> area.code().orElseThrow().value())
              .collect(Collectors.toSet());
      assertThat(areas).as(entry.toString()).containsAll(entry.listed()).hasSize(entry.total());
      total += entry.total();
    }
    assertThat(alert.areas().stream().filter(counted)).hasSize(total);
  }

  private static boolean isKind(AlertKind kind, Entry entry) {
    return kind.code().equals(entry.code()) && kind.name().equals(entry.name());
  }
}

package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives, a reader answers: 136,000 spoiled messages made of invented and, where the
 * catalogue is at hand, real ones. A failing case is named by its seed and number.
 */
class SpoiledMessagesTest {
  private static final int CASES = 34_000;
  private static final int LARGEST_SEED = 6_000;
  private static final int LARGEST_DETAIL = 400;
  private static final Duration FAR_TOO_LONG = Duration.ofMinutes(10);

  private final AlertReader readers = new AlertReaders();

  @Test
  void answersToEverySpoiledTelegram() {
    Map<Answer, Integer> answers = spoil(0x4A4D41, seeds("jma"));

    assertThat(answers)
        .containsOnlyKeys(Answer.values())
        .allSatisfy((answer, count) -> assertThat(count).isPositive());
  }

  @Test
  void answersToEverySpoiledCapMessage() {
    assertThat(spoil(0x434150, seeds("cap"))).containsKeys(Answer.READ, Answer.REFUSED);
  }

  @Test
  void answersToEverySpoiledFireNotice() {
    assertThat(spoil(0x46495245, seeds("fire"))).containsOnlyKeys(Answer.READ, Answer.REFUSED);
  }

  @Test
  void answersToAllSpoiledNewsOfShelters() {
    assertThat(spoil(0x4F50454E, seeds("opening"))).containsOnlyKeys(Answer.READ, Answer.REFUSED);
  }

  /** What a reader may answer. */
  private enum Answer {
    READ,
    NOT_READ,
    REFUSED
  }

  private Map<Answer, Integer> spoil(long seed, List<byte[]> seeds) {
    return assertTimeoutPreemptively(
        FAR_TOO_LONG,
        () -> {
          Mutator mutator = new Mutator(seed, seeds);
          Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
          for (int i = 0; i < CASES; i++) {
            for (Reading reading : answer(mutator.next(), seed, i)) {
              answers.merge(check(reading), 1, Integer::sum);
            }
          }
          return answers;
        });
  }

  private List<Reading> answer(byte[] bytes, long seed, int number) {
    try {
      List<Reading> readings = readers.read(bytes);
      assertThat(readings).isNotEmpty();
      return readings;
    } catch (RuntimeException | StackOverflowError e) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      throw new AssertionError("seed " + seed + ", case " + number + ": " + text, e);
    }
  }

  private static Answer check(Reading reading) {
    return switch (reading) {
      case Reading.Read(var alert) -> {
        assertThat(alert.identifier()).isNotEmpty();
        assertThat(alert.areas()).allSatisfy(area -> assertThat(area.kinds()).isNotEmpty());
        yield Answer.READ;
      }
      case Reading.NotRead(var alert, String reason) -> {
        assertThat(alert.areas()).isEmpty();
        assertThat(reason).isNotEmpty();
        yield Answer.NOT_READ;
      }
      case Reading.Refused(Refusal refusal, String detail) -> {
        assertThat(detail).as(refusal.name()).isNotEmpty().hasSizeLessThan(LARGEST_DETAIL);
        yield Answer.REFUSED;
      }
    };
  }

  private static List<byte[]> seeds(String format) {
    List<byte[]> seeds = new ArrayList<>(invented(format));
    SharedAlerts.find()
        .map(catalogue -> catalogue.resolve(format))
        .filter(Files::isDirectory)
        .ifPresent(
            folder ->
                SharedAlerts.files(folder).stream()
                    .map(SpoiledMessagesTest::bytes)
                    .filter(bytes -> bytes.length <= LARGEST_SEED)
                    .forEach(seeds::add));
    return seeds;
  }

  private static List<byte[]> invented(String format) {
    return Stream.of(
            "jma/heat.xml",
            "jma/intensity.xml",
            "jma/landslide_cancelled.xml",
            "jma/landslide_level4.xml",
            "jma/landslide_lifted.xml",
            "jma/old_levels.xml",
            "jma/rain_lowered.xml",
            "jma/river_level4.xml",
            "jma/surge_level4.xml",
            "jma/tsunami.xml",
            "jma/volcano.xml",
            "cap/edxl.xml",
            "cap/landslide_two_languages.cap",
            "cap/list.xml",
            "cap/update.cap",
            "fire/broken_out.json",
            "fire/false_alarm.json",
            "fire/out.json",
            "opening/opened.json")
        .filter(name -> name.startsWith(format))
        .map(name -> Sample.of(name).bytes())
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

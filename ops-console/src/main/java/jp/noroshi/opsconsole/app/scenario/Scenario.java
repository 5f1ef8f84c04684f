package jp.noroshi.opsconsole.app.scenario;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jp.noroshi.core.config.SettingsFile;

/**
 * An evening that is played.
 *
 * @param title for people
 * @param minutes how long it lasts
 * @param steps what happens, by minute
 */
public record Scenario(String title, int minutes, List<Step> steps) {

  /**
   * Puts the steps in order.
   *
   * @throws IllegalArgumentException when a step is outside the evening; it says which
   */
  public Scenario {
    if (title == null || minutes < 1 || steps == null || steps.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs a title, minutes and steps");
    }
    for (Step step : steps) {
      if (step.at() < 0 || step.at() > minutes) {
        throw new IllegalArgumentException(
            "a step at minute %d lies outside the %d minutes".formatted(step.at(), minutes));
      }
    }
    steps = steps.stream().sorted(Comparator.comparingInt(Step::at)).toList();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is no scenario; the message says what to change
   */
  public static Scenario load(Path file) {
    return SettingsFile.read(file, Scenario.class);
  }
}

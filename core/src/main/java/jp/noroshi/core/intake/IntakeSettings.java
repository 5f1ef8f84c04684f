package jp.noroshi.core.intake;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.core.config.SettingsFile;

/**
 * {@code intake-rules.yaml}: which areas mean us, what lasts how long, and what is told.
 *
 * @param widerAreas areas wider than the municipality that mean it
 * @param oldWarnings whether VPWW53/54 count
 * @param lasting how long kinds last whose sender states no end
 * @param rules the first that fits decides
 */
public record IntakeSettings(
    WiderAreas widerAreas,
    OldWarnings oldWarnings,
    List<Lasting.Span> lasting,
    List<IntakeRule> rules) {

  /**
   * What to do with the warnings of the old scheme (VPWW53/54), which say the same as VPWW55–61
   * less exactly and later. Both together would count every hazard twice.
   */
  public enum OldWarnings {
    /** They count while the office has sent none of VPWW55–61 to this hub. */
    AUTO,
    /** They count: for the time of an outage of the new ones. */
    USE,
    /** They never count. */
    IGNORE
  }

  /**
   * Completes what is not written.
   *
   * @throws IllegalArgumentException when two rules have one name
   */
  public IntakeSettings {
    widerAreas = widerAreas == null ? WiderAreas.NONE : widerAreas;
    oldWarnings = oldWarnings == null ? OldWarnings.AUTO : oldWarnings;
    lasting = lasting == null ? List.of() : List.copyOf(lasting);
    rules = rules == null ? List.of() : List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (IntakeRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("規則「" + rule.name() + "」が二つあります");
      }
    }
  }

  /**
   * Returns the keys of the texts that the rules name, so that a missing text is found at start.
   */
  public Set<String> templates() {
    return rules.stream()
        .map(IntakeRule::template)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it is missing or wrong; the message says where and what
   */
  public static IntakeSettings load(Path file) {
    return SettingsFile.read(file, IntakeSettings.class);
  }
}

package jp.noroshi.core.intake.cap;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.intake.UnreadableException;

/**
 * Times of CAP. Version 1.2 allows {@code 2011-09-02T11:36:50-00:00} alone: no {@code Z}, no
 * fraction (CAP 1.2, 3.3.2). Version 1.1 allows any time of XML Schema that has a zone.
 */
final class CapTime {
  private static final Pattern V1_2 =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[-+]\\d{2}:\\d{2}");

  private CapTime() {}

  static Instant parse(CapVersion version, String name, String value) throws UnreadableException {
    if (version == CapVersion.V1_2 && !V1_2.matcher(value).matches()) {
      throw wrong(name, value);
    }
    try {
      // XML writes UTC as -00:00, which Java's own offsets do not know.
      return OffsetDateTime.parse(
              value.endsWith("-00:00") ? value.substring(0, value.length() - 6) + "Z" : value)
          .toInstant();
    } catch (DateTimeException e) {
      throw wrong(name, value);
    }
  }

  static Optional<Instant> parseOptional(CapVersion version, String name, String value)
      throws UnreadableException {
    return value.isEmpty() ? Optional.empty() : Optional.of(parse(version, name, value));
  }

  private static UnreadableException wrong(String name, String value) {
    return breaksTheFormat(name + quote(value) + "は日時として正しくありません(例: 2026-08-13T20:01:00+09:00)。");
  }
}

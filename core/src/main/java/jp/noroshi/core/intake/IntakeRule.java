package jp.noroshi.core.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.message.Medium;

/**
 * One rule of {@code intake-rules.yaml}: for what, and what then.
 *
 * @param name what staff call it; unique
 * @param when what it is about
 * @param then ignore, draft or send
 * @param because why it is ignored, Japanese
 * @param media on which media it is told
 * @param template key of the texts
 * @param validFor how long after the message it may still be told
 * @param repeatLimit the same stream and kind are not told again within this time, unless the level
 *     rises
 * @param quietHours when it is not told; never applied to level 3 and above
 */
record IntakeRule(
    String name,
    Condition when,
    Action then,
    String because,
    Set<Medium> media,
    String template,
    Duration validFor,
    Optional<Duration> repeatLimit,
    Optional<QuietHours> quietHours) {

  /** What a rule does. */
  enum Action {
    /** Nobody is told. */
    IGNORE,
    /** A draft is made. */
    DRAFT,
    /** It goes out at once. */
    SEND
  }

  /** Hazards of which people are told at any hour. */
  private static final Set<Hazard> NEVER_QUIET =
      EnumSet.of(Hazard.TSUNAMI, Hazard.EARTHQUAKE, Hazard.VOLCANO, Hazard.CIVIL_PROTECTION);

  IntakeRule {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("規則に name がありません");
    }
    when = when == null ? Condition.ANYTHING : when;
    because = because == null ? "規則「" + name + "」により、記録だけしました。" : because;
    media = media == null ? Set.of() : Set.copyOf(media);
    repeatLimit = repeatLimit == null ? Optional.empty() : repeatLimit;
    quietHours = quietHours == null ? Optional.empty() : quietHours;
    require(then != null, name, "then（IGNORE・DRAFT・SEND のどれか）がありません");
    if (then != Action.IGNORE) {
      require(!media.isEmpty(), name, "media（どの手段で伝えるか）がありません");
      require(Medium.FOR_MANY.containsAll(media), name, "media の VOICE（電話）はひとりずつの連絡にだけ使えます");
      require(template != null && !template.isBlank(), name, "template（文面の名前）がありません");
      require(validFor != null && validFor.isPositive(), name, "validFor（いつまで伝えるか。PT6H など）がありません");
    }
    require(
        then != Action.SEND || !when.hazards().isEmpty(),
        name,
        "自動で送る規則(SEND)には、when の hazards を必ず書いてください");
    require(
        quietHours.isEmpty()
            || (!when.hazards().isEmpty()
                && when.hazards().stream().noneMatch(NEVER_QUIET::contains)),
        name,
        "quietHours は、津波・地震・火山・国民保護を含まない hazards を書いた規則でだけ使えます");
  }

  private static void require(boolean holds, String name, String message) {
    if (!holds) {
      throw new IllegalArgumentException("規則「" + name + "」: " + message);
    }
  }

  boolean fits(Alert alert, KindChange change) {
    return when.fits(alert, change);
  }

  boolean isQuietAt(Instant time, AlertKind kind) {
    boolean mayBeQuiet = kind.level().filter(level -> level.isAtLeast(AlertLevel.THREE)).isEmpty();
    return mayBeQuiet && quietHours.filter(hours -> hours.include(time)).isPresent();
  }

  /**
   * What a rule is about. An empty set means everything, except for {@code changes}, where it means
   * what is new or worse.
   *
   * @param telegrams telegram types
   * @param codes kind codes, as the sender spells them
   * @param levels 警戒レベル
   * @param severities how bad a CAP sender says it is
   */
  record Condition(
      Set<Hazard> hazards,
      Set<String> telegrams,
      Set<String> codes,
      Set<Integer> levels,
      Set<Change> changes,
      Set<Threat.Severity> severities) {

    static final Condition ANYTHING = new Condition(null, null, null, null, null, null);

    Condition {
      hazards = copy(hazards);
      telegrams = copy(telegrams);
      codes = copy(codes);
      levels = copy(levels);
      changes =
          changes == null || changes.isEmpty()
              ? Set.of(Change.BEGAN, Change.RAISED)
              : Set.copyOf(changes);
      severities = copy(severities);
      for (int level : levels) {
        AlertLevel.of(level);
      }
    }

    private static <T> Set<T> copy(Set<T> set) {
      return set == null ? Set.of() : Set.copyOf(set);
    }

    boolean fits(Alert alert, KindChange change) {
      AlertKind kind = change.concerned().kind();
      return holds(hazards, Optional.of(kind.hazard()))
          && holds(telegrams, Optional.of(alert.telegramType()))
          && holds(codes, Optional.of(kind.code()))
          && holds(levels, kind.level().map(AlertLevel::number))
          && holds(changes, Optional.of(change.change()))
          && holds(severities, alert.threat().map(Threat::severity));
    }

    private static <T> boolean holds(Set<T> allowed, Optional<T> value) {
      return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }
  }

  /**
   * Hours of the night, Japan time; may cross midnight.
   *
   * @param from first quiet minute
   * @param to first minute that is not quiet any more
   */
  record QuietHours(
      @JsonProperty(required = true) LocalTime from, @JsonProperty(required = true) LocalTime to) {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    boolean include(Instant time) {
      LocalTime clock = time.atZone(TOKYO).toLocalTime();
      boolean afterFrom = !clock.isBefore(from);
      boolean beforeTo = clock.isBefore(to);
      return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
  }
}

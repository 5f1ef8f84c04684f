package jp.noroshi.core.evacuation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;

/**
 * A change of the orders for one hazard, proposed until a second person approves its dispatch.
 *
 * @param id its identity
 * @param mode live or drill
 * @param hazard why
 * @param reason in words for residents; empty for the usual words of the hazard
 * @param districts whom it concerns, sorted
 * @param before the levels when it was proposed; districts without an order are absent. The texts
 *     speak of this step, so the change is refused once the state is another
 * @param after the levels it brings; districts without an order are absent
 * @param proposedBy account
 * @param proposedAt when
 * @param effectiveAt when it took effect, empty until approved
 */
public record EvacuationChange(
    UUID id,
    Mode mode,
    Hazard hazard,
    String reason,
    List<AreaCode> districts,
    Map<AreaCode, AlertLevel> before,
    Map<AreaCode, AlertLevel> after,
    String proposedBy,
    Instant proposedAt,
    Optional<Instant> effectiveAt) {

  /** What happens to one district. */
  public enum Step {
    /** From no order to one. */
    ISSUED,
    /** To a higher level. */
    RAISED,
    /** To a lower level. */
    LOWERED,
    /** To no order. */
    LIFTED,
    /** Stays as it is. */
    UNCHANGED
  }

  /** Copies and sorts. */
  public EvacuationChange {
    districts = districts.stream().distinct().sorted().toList();
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** Returns what happens to a district. */
  public Step stepOf(AreaCode district) {
    AlertLevel from = before.get(district);
    AlertLevel to = after.get(district);
    if (from == to) {
      return Step.UNCHANGED;
    }
    if (from == null) {
      return Step.ISSUED;
    }
    if (to == null) {
      return Step.LIFTED;
    }
    return to.isAtLeast(from) ? Step.RAISED : Step.LOWERED;
  }

  /** Returns the districts to which this happens, by the level they come from or go to. */
  public Map<AlertLevel, List<AreaCode>> districtsBy(Step step) {
    Map<AlertLevel, List<AreaCode>> found = new TreeMap<>();
    for (AreaCode district : districts) {
      if (stepOf(district) == step) {
        AlertLevel level = step == Step.LIFTED ? before.get(district) : after.get(district);
        if (level != null) {
          found.merge(level, List.of(district), EvacuationChange::join);
        }
      }
    }
    return found;
  }

  /** Tells whether nothing would be different. */
  public boolean changesNothing() {
    return before.equals(after);
  }

  /** Returns the highest level after the change, empty where everything is lifted. */
  public Optional<AlertLevel> highestAfter() {
    return after.values().stream().max(AlertLevel::compareTo);
  }

  private static List<AreaCode> join(List<AreaCode> left, List<AreaCode> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }
}

package jp.noroshi.core.evacuation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::step)
          .thenComparing(group -> group.to().map(AlertLevel::number).orElse(0))
          .thenComparing(group -> group.from().map(AlertLevel::number).orElse(0));

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

  /** Returns the districts grouped by what happens to them, in the order in which it is told. */
  public List<Group> groups() {
    Map<Group, List<AreaCode>> found = new TreeMap<>(ORDER);
    for (AreaCode district : districts) {
      Group group =
          new Group(
              stepOf(district),
              Optional.ofNullable(before.get(district)),
              Optional.ofNullable(after.get(district)),
              List.of());
      found.computeIfAbsent(group, _ -> new ArrayList<>()).add(district);
    }
    return found.entrySet().stream().map(each -> each.getKey().with(each.getValue())).toList();
  }

  /** Tells whether nothing would be different. */
  public boolean changesNothing() {
    return before.equals(after);
  }

  /** Returns the highest level after the change, empty where everything is lifted. */
  public Optional<AlertLevel> highestAfter() {
    return after.values().stream().max(AlertLevel::compareTo);
  }

  /**
   * Districts to which the same happens.
   *
   * @param step what happens
   * @param from the level before, empty = none
   * @param to the level after, empty = none
   * @param districts which
   */
  public record Group(
      Step step, Optional<AlertLevel> from, Optional<AlertLevel> to, List<AreaCode> districts) {
    private Group with(List<AreaCode> found) {
      return new Group(step, from, to, List.copyOf(found));
    }
  }
}

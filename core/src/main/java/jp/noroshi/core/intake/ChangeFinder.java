package jp.noroshi.core.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.StreamState.KindInForce;
import jp.noroshi.core.intake.StreamState.KindKey;

/** Compares what was in force before a message with what is in force after it. */
final class ChangeFinder {
  private static final Comparator<KindChange> GRAVEST_FIRST =
      Comparator.comparing(
              (KindChange change) -> change.concerned().kind().level(),
              Comparator.comparing(
                  (Optional<AlertLevel> level) -> level.map(AlertLevel::number).orElse(0)))
          .reversed()
          .thenComparing(KindChange::change);

  private final StreamState before;
  private final StreamState after;
  private final boolean cancels;

  private ChangeFinder(StreamState before, StreamState after, boolean cancels) {
    this.before = before;
    this.after = after;
    this.cancels = cancels;
  }

  /** Finds what became of every kind, the gravest first. */
  static List<KindChange> find(StreamState before, StreamState after, boolean cancels) {
    ChangeFinder finder = new ChangeFinder(before, after, cancels);
    List<KindChange> changes = new ArrayList<>();
    finder.after.entries().forEach((key, entry) -> changes.add(finder.nowInForce(key, entry)));
    finder
        .before
        .entries()
        .forEach((key, entry) -> finder.ended(key, entry).ifPresent(changes::add));
    changes.sort(GRAVEST_FIRST);
    return changes;
  }

  private KindChange nowInForce(KindKey key, KindInForce entry) {
    Change change =
        before.entries().containsKey(key)
            ? Change.CONTINUED
            : findReplaced(key).map(former -> compare(former, entry)).orElse(Change.BEGAN);
    return new KindChange(entry.concerned(), change, entry.since());
  }

  private Optional<KindChange> ended(KindKey key, KindInForce entry) {
    if (after.entries().containsKey(key) || (!cancels && isReplaced(key))) {
      return Optional.empty();
    }
    Change change = cancels ? Change.CANCELLED : Change.LIFTED;
    return Optional.of(new KindChange(entry.concerned(), change, entry.since()));
  }

  private Optional<KindInForce> findReplaced(KindKey key) {
    return before.entries().entrySet().stream()
        .filter(former -> isSameScale(former.getKey(), key))
        .filter(former -> !after.entries().containsKey(former.getKey()))
        .map(java.util.Map.Entry::getValue)
        .findFirst();
  }

  private boolean isReplaced(KindKey key) {
    return after.entries().keySet().stream().anyMatch(now -> isSameScale(key, now));
  }

  /**
   * Tells whether one kind takes the place of the other. Thunder and dense fog are told under one
   * hazard and have nothing to do with each other.
   */
  private static boolean isSameScale(KindKey one, KindKey other) {
    return one.area().equals(other.area())
        && one.hazard() == other.hazard()
        && one.hazard() != Hazard.OTHER_WEATHER
        && one.hazard() != Hazard.OTHER;
  }

  private static Change compare(KindInForce former, KindInForce now) {
    Optional<AlertLevel> from = former.concerned().kind().level();
    Optional<AlertLevel> to = now.concerned().kind().level();
    if (from.isPresent() && to.isPresent()) {
      int difference = to.get().compareTo(from.get());
      return difference > 0 ? Change.RAISED : difference < 0 ? Change.LOWERED : Change.CONTINUED;
    }
    KindState state = now.concerned().kind().state();
    return switch (state) {
      case RAISED -> Change.RAISED;
      case LOWERED -> Change.LOWERED;
      case ISSUED, CONTINUED, LIFTED, NONE -> Change.BEGAN;
    };
  }
}

package jp.noroshi.shelters.lalert;

import java.util.Map;
import java.util.UUID;

/** Answers what the tally knows of every shelter. Thread-safe, blocking. */
@FunctionalInterface
public interface Counts {

  /** Returns the figures of every shelter at which something was counted. */
  Map<UUID, Count> now();

  /**
   * The figures of a shelter.
   *
   * @param selfPeople of the people: those at a place that opened by itself
   * @param selfHouseholds of the households
   */
  record Count(int people, int households, int selfPeople, int selfHouseholds) {}
}

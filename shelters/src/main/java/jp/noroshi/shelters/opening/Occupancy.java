package jp.noroshi.shelters.opening;

import java.util.Map;
import java.util.UUID;

/** Answers how many people are where. Implemented by the tally. Thread-safe, blocking. */
@FunctionalInterface
public interface Occupancy {

  /** Returns the head-count of every shelter of which one is known. */
  Map<UUID, Headcount> now();
}

package jp.noroshi.shelters.opening;

import java.util.List;

/**
 * What was found when a shelter was looked at before its opening.
 *
 * @param checks each item at most once
 */
public record Inspection(List<Check> checks) {

  /** What is looked at. The name is stored. */
  public enum Item {
    /** 建物. */
    BUILDING,
    /** 周りの道路. */
    ROAD,
    /** 電気. */
    POWER,
    /** 水道. */
    WATER,
    /** トイレ. */
    TOILETS,
    /** 電話・通信. */
    COMMUNICATION
  }

  /**
   * One item.
   *
   * @param note what was seen, at most 200 characters, may be empty
   */
  public record Check(Item item, boolean ok, String note) {
    /** Completes what is not written. */
    public Check {
      note = note == null ? "" : note.strip();
    }
  }

  /** Copies the list. */
  public Inspection {
    checks = List.copyOf(checks);
  }

  /** Tells whether the building was looked at, and nothing twice. */
  boolean isComplete() {
    return checks.stream().anyMatch(check -> check.item() == Item.BUILDING)
        && checks.stream().map(Check::item).distinct().count() == checks.size();
  }

  /**
   * Tells whether people may be let in: what else is missing can be brought, a safe building not.
   */
  public boolean isSafe() {
    return checks.stream().noneMatch(check -> check.item() == Item.BUILDING && !check.ok());
  }
}

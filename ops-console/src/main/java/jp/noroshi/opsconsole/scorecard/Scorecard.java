package jp.noroshi.opsconsole.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.message.Medium;

/**
 * How an event or a drill went: the same figures for both, so that a drill can be held against a
 * real night. Durations are seconds.
 */
public record Scorecard(
    Mode mode,
    Instant from,
    Instant to,
    List<Decision> decisions,
    List<Reach> reach,
    Shelters shelters,
    List<ResponseScore> responses,
    List<Mistake> mistakes) {

  /** Copies the lists. */
  public Scorecard {
    decisions = List.copyOf(decisions);
    reach = List.copyOf(reach);
    responses = List.copyOf(responses);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * The clock of a decision.
   *
   * @param toRequest from the draft until somebody asked for approval
   * @param toApproval from asking until it was approved; empty = it was not
   */
  public record Decision(
      UUID dispatch,
      long number,
      String title,
      Optional<AlertLevel> level,
      Instant createdAt,
      Optional<Long> toRequest,
      Optional<Long> toApproval) {}

  /**
   * Whom an approved dispatch reached on a medium, as the medium answered.
   *
   * @param toFirst from the approval until the medium took the first
   * @param toLast from the approval until the last had an outcome
   */
  public record Reach(
      UUID dispatch,
      String title,
      Medium medium,
      int recipients,
      int accepted,
      int refused,
      int unknown,
      Optional<Long> toFirst,
      Optional<Long> toLast) {}

  /**
   * The shelters.
   *
   * @param opened how many opened
   * @param toOpen from the instruction until it opened, the middle of those told to open
   * @param mostPeople the most there ever were
   */
  public record Shelters(
      int opened, Optional<Long> toOpen, Optional<Integer> mostPeople, Optional<Instant> mostAt) {}

  /**
   * A response: how long it took until people were known to be safe.
   *
   * @param people who were called up
   * @param safe of them with evidence
   * @param half until half of all were safe; empty = never so many
   * @param nine until nine of ten were safe
   */
  public record ResponseScore(
      int number,
      Instant startedAt,
      Optional<Instant> endedAt,
      int people,
      int safe,
      Optional<Long> half,
      Optional<Long> nine) {}

  /**
   * Something that went wrong, or nearly: what the next drill is for.
   *
   * @param detail the facts of the line in the chronology
   */
  public record Mistake(
      Instant at, ChronologyKind kind, String subject, String actor, Map<String, Object> detail) {

    /** Copies the facts. */
    public Mistake {
      detail = Map.copyOf(detail);
    }
  }
}

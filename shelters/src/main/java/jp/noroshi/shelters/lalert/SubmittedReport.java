package jp.noroshi.shelters.lalert;

import java.time.Instant;
import java.util.Optional;

/**
 * A report and what became of it.
 *
 * @param detail the receipt, or why it was refused; may be empty
 */
public record SubmittedReport(
    SheltersReport report, State state, String detail, Optional<Instant> answeredAt) {

  /** What became of a report. The name is stored. */
  public enum State {
    /** Not answered yet. */
    WAITING,
    /** Taken. */
    TAKEN,
    /** Refused: a person has to look. */
    REFUSED,
    /** A newer one went instead. */
    OVERTAKEN
  }
}

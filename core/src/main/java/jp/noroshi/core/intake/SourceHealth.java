package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source is.
 *
 * @param state its state
 * @param asOf when it was last looked at
 * @param lastMessage when the last new message came, if any
 * @param detail one sentence for staff, Japanese; empty when all is well
 */
public record SourceHealth(
    State state, Instant asOf, Optional<Instant> lastMessage, String detail) {

  /** The state of a source. */
  public enum State {
    /** Working. */
    WELL,
    /** Answers, but its content has not been renewed for too long. */
    STALE,
    /** Cannot be reached or refuses. */
    FAILING,
    /** Switched off in the settings. */
    OFF
  }
}

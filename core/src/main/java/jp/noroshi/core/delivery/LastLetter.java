package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import org.jdbi.v3.core.Handle;

/**
 * What became of the last message that was written to one address alone.
 *
 * @param sentAt when it was handed to the outbox
 * @param outcome what the medium answered
 */
public record LastLetter(Instant sentAt, Outcome outcome) {

  /** What the medium answered. */
  public enum Outcome {
    /** Not handed over yet. */
    WAITING,
    /** The medium has it. */
    ACCEPTED,
    /** The medium refused it, or the address is gone. */
    REFUSED,
    /** Nobody knows. */
    UNKNOWN
  }

  /** Finds it; the address is used for looking only. */
  public static Optional<LastLetter> find(Handle handle, Mode mode, Medium medium, String address) {
    return handle
        .createQuery(
            """
            select d.created_at, d.state, d.accepted_count, d.refused_count
            from core.delivery d join core.dispatch x on x.id = d.dispatch_id
            where x.individual and x.mode = :mode and d.medium = :medium and d.recipients = array[:address]::text[]
            order by d.seq desc limit 1
            """)
        .bind("mode", mode)
        .bind("medium", medium)
        .bind("address", address)
        .map(
            (row, _) ->
                new LastLetter(
                    row.getTimestamp("created_at").toInstant(),
                    outcome(
                        row.getString("state"),
                        row.getInt("accepted_count"),
                        row.getInt("refused_count"))))
        .findOne();
  }

  private static Outcome outcome(String state, int accepted, int refused) {
    if (!state.equals("DONE")) {
      return Outcome.WAITING;
    }
    if (accepted > 0) {
      return Outcome.ACCEPTED;
    }
    return refused > 0 ? Outcome.REFUSED : Outcome.UNKNOWN;
  }
}

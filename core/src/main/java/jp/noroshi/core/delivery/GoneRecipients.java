package jp.noroshi.core.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import org.jdbi.v3.core.Handle;

/**
 * Who left a medium, as the medium answered to a message that was written to them alone: for those
 * who keep address books of their own. Thread-safe, blocking.
 */
public final class GoneRecipients {

  private GoneRecipients() {}

  /**
   * An address the medium does not know any more.
   *
   * @param sentAt when the message was handed to the outbox: who registered afterwards is not meant
   * @param at when the medium answered
   */
  public record Gone(String address, Instant sentAt, Instant at) {
    /** Hides the address: it is personal data. */
    @Override
    public String toString() {
      return "Gone[" + at + "]";
    }
  }

  /** Lists them, the oldest first. */
  public static List<Gone> since(Handle handle, Mode mode, Medium medium, Instant since) {
    return handle
        .createQuery(
            """
            select d.recipients[1] as address, d.created_at, o.at
            from core.delivery_outcome o
            join core.delivery d on d.id = o.delivery_id
            join core.dispatch x on x.id = d.dispatch_id
            where o.outcome = 'RECIPIENT_GONE' and o.at >= :since
              and x.individual and d.mode = :mode and d.medium = :medium
            order by o.at
            """)
        .bind("since", Timestamp.from(since))
        .bind("mode", mode)
        .bind("medium", medium)
        .map(
            (row, _) ->
                new Gone(
                    row.getString("address"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("at").toInstant()))
        .list();
  }
}

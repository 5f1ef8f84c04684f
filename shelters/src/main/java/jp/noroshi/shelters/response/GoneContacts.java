package jp.noroshi.shelters.response;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.GoneRecipients;
import jp.noroshi.core.delivery.GoneRecipients.Gone;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Takes addresses out of the address book that the push service does not know any more, and keeps
 * in mind whose they were, so that staff see who has to be asked for a new way. Thread-safe,
 * blocking.
 */
public final class GoneContacts {

  /** Looking again does no harm; whatever is answered is looked at many times within it. */
  private static final Duration LOOK_BACK = Duration.ofHours(2);

  private final Database database;
  private final Mode mode;
  private final InstantSource clock;

  GoneContacts(Database database, Mode mode, InstantSource clock) {
    this.database = database;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * A way that does not lead to somebody any more.
   *
   * @param at when the medium said so
   */
  public record Lost(Medium medium, Instant at) {}

  /** Takes out what is gone. Who registered again since the message was written stays. */
  public void work() {
    database.useTransaction(
        handle ->
            GoneRecipients.since(handle, mode, Medium.FCM, clock.instant().minus(LOOK_BACK))
                .forEach(gone -> forget(handle, gone)));
  }

  private void forget(Handle handle, Gone gone) {
    handle
        .createUpdate(
            """
            with lost as (
              delete from shelters.contact
              where mode = :mode and medium = 'FCM' and address = :address and since <= :sent
              returning mode, kind, subject, medium)
            insert into shelters.contact_gone (mode, kind, subject, medium, at)
            select mode, kind, subject, medium, :at from lost
            on conflict (mode, kind, subject, medium) do update set at = excluded.at
            """)
        .bind("mode", mode)
        .bind("address", gone.address())
        .bind("sent", Timestamp.from(gone.sentAt()))
        .bind("at", Timestamp.from(gone.at()))
        .execute();
  }

  /** Lists what somebody lost and did not register anew. */
  List<Lost> list(Handle handle, ContactKind kind, UUID subject) {
    return handle
        .createQuery(
            """
            select medium, at from shelters.contact_gone
            where mode = :mode and kind = :kind and subject = :subject order by medium
            """)
        .bind("mode", mode)
        .bind("kind", kind)
        .bind("subject", subject)
        .map(
            (row, _) ->
                new Lost(
                    Medium.valueOf(row.getString("medium")), row.getTimestamp("at").toInstant()))
        .list();
  }
}

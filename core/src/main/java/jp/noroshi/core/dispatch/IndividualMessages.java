package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/**
 * The decisions under which messages go out that are written for one recipient each: outbox, ledger
 * and figures treat them like any other. Who decided is on the record once. Thread-safe.
 */
public final class IndividualMessages {

  private final Mode mode;

  /** Keeps the decisions of one mode. */
  public IndividualMessages(Mode mode) {
    this.mode = mode;
  }

  /**
   * Finds the decision of a thread, or writes it down.
   *
   * @param thread what the messages belong to
   * @param title what staff call them
   * @param decidedBy the account that answers for them
   * @param at now
   * @param expiresAt after this nothing of the message about to be enqueued may be handed over
   */
  public DispatchFacts under(
      Handle handle,
      String thread,
      Hazard hazard,
      String title,
      String decidedBy,
      Instant at,
      Instant expiresAt) {
    handle
        .createUpdate(
            """
            insert into core.dispatch
              (id, mode, state, reason, thread, hazard, urgent, title, texts, media, audience,
               expires_at, author, editor, approver, created_at, updated_at, approved_at, version, individual)
            values
              (:id, :mode, 'APPROVED', 'FIRST', :thread, :hazard, true, :title, '[]', '{LINE,FCM,VOICE}',
               cast(:audience as jsonb), :expiresAt, 'hub', 'hub', :by, :at, :at, :at, 1, true)
            on conflict (mode, thread) where individual do nothing
            """)
        .bind("id", UUID.randomUUID())
        .bind("mode", mode)
        .bind("thread", thread)
        .bind("hazard", hazard)
        .bind("title", title)
        .bind("audience", Json.write(new Audience.Everyone()))
        .bind("expiresAt", expiresAt)
        .bind("by", decidedBy)
        .bind("at", at)
        .execute();
    return handle
        .createQuery(
            "select id, number from core.dispatch where mode = :mode and thread = :thread and individual")
        .bind("mode", mode)
        .bind("thread", thread)
        .map(
            (row, _) ->
                new DispatchFacts(
                    row.getObject("id", UUID.class),
                    row.getLong("number"),
                    mode,
                    thread,
                    true,
                    expiresAt))
        .one();
  }
}

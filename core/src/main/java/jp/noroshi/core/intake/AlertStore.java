package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.StreamState.KindInForce;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The alerts, the messages of each stream and what is in force by them. */
final class AlertStore {
  /** More than a stream ever has while one kind stays in force. */
  private static final int MESSAGES_OF_A_STREAM = 200;

  private static final Duration TELLINGS_REMEMBERED = Duration.ofDays(2);

  private final Mode mode;

  AlertStore(Mode mode) {
    this.mode = mode;
  }

  /** An alert as it is written down. */
  record Row(
      UUID id,
      UUID originalId,
      int ordinal,
      Alert alert,
      Instant takenInAt,
      Disposition disposition,
      String reason) {}

  /**
   * Lets one message in at a time, in this hub and in every other one on the database: the state of
   * a stream is computed from all its messages.
   */
  void lock(Handle handle) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtext('core.intake'), hashtext(?))", mode.name());
  }

  /** Writes an alert down; it counts in its stream if a message is given. */
  void insert(Handle handle, Row row, Optional<StreamMessage> message) {
    handle
        .createUpdate(
            """
            insert into core.alert
              (id, original_id, ordinal, mode, disposition, reason, stream, sent, written,
               taken_in_at, content, message)
            values (:id, :original, :ordinal, :mode, :disposition, :reason, :stream, :sent, :written,
               :takenInAt, cast(:content as jsonb), cast(:message as jsonb))
            """)
        .bind("id", row.id())
        .bind("original", row.originalId())
        .bind("ordinal", row.ordinal())
        .bind("mode", mode)
        .bind("disposition", row.disposition())
        .bind("reason", row.reason())
        .bind("stream", row.alert().stream())
        .bind("sent", row.alert().sent())
        .bind("written", row.alert().written())
        .bind("takenInAt", row.takenInAt())
        .bind("content", Json.write(row.alert()))
        .bind("message", message.map(Json::write).orElse(null))
        .execute();
  }

  /** Notes what was made of the alert. */
  void note(
      Handle handle,
      UUID alertId,
      Disposition disposition,
      String reason,
      Optional<PastTelling> told) {
    handle
        .createUpdate(
            """
            update core.alert
            set disposition = :disposition, reason = :reason, told = cast(:told as jsonb)
            where id = :id
            """)
        .bind("id", alertId)
        .bind("disposition", disposition)
        .bind("reason", reason)
        .bind("told", told.map(Json::write).orElse(null))
        .execute();
  }

  /** Lists the messages of a stream in the order in which they count. */
  List<StreamMessage> listMessages(Handle handle, String stream) {
    List<StreamMessage> messages =
        new ArrayList<>(
            handle
                .createQuery(
                    """
                    select message from core.alert
                    where mode = :mode and stream = :stream and message is not null
                    order by sent desc, written desc, seq desc limit :limit
                    """)
                .bind("mode", mode)
                .bind("stream", stream)
                .bind("limit", MESSAGES_OF_A_STREAM)
                .map((row, context) -> Json.read(row.getString("message"), StreamMessage.class))
                .list());
    Collections.reverse(messages);
    messages.sort(StreamMessage.ORDER);
    return messages;
  }

  /** Lists what messages of a stream were told about lately. */
  List<PastTelling> listTellings(Handle handle, String stream, Instant now) {
    return handle
        .createQuery(
            """
            select told from core.alert
            where mode = :mode and stream = :stream and told is not null and taken_in_at > :since
            """)
        .bind("mode", mode)
        .bind("stream", stream)
        .bind("since", now.minus(TELLINGS_REMEMBERED))
        .map((row, context) -> Json.read(row.getString("told"), PastTelling.class))
        .list();
  }

  /** Tells whether a telegram of one of these types from this office counts already. */
  boolean hasAny(Handle handle, String sender, Set<String> telegramTypes) {
    return handle
        .createQuery(
            """
            select exists (
              select from core.alert
              where mode = :mode and sender = :sender and telegram_type = any(:types)
                and message is not null)
            """)
        .bind("mode", mode)
        .bind("sender", sender)
        .bindArray("types", String.class, telegramTypes)
        .mapTo(boolean.class)
        .one();
  }

  /** Writes down what is in force by a stream, instead of what was before. */
  void replaceInForce(Handle handle, String stream, StreamState state, Duration shift) {
    handle
        .createUpdate("delete from core.in_force where mode = :mode and stream = :stream")
        .bind("mode", mode)
        .bind("stream", stream)
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into core.in_force
              (mode, stream, area_code, area_name, municipal, districts, kind_code, kind_name,
               hazard, level, since, alert_id, expires_at)
            values (:mode, :stream, :area, :areaName, :municipal, :districts, :code, :name,
               :hazard, :level, :since, :alert, :expires)
            """);
    for (KindInForce entry : state.entries().values()) {
      ConcernedKind concerned = entry.concerned();
      batch
          .bind("mode", mode)
          .bind("stream", stream)
          .bind("area", concerned.area().value())
          .bind("areaName", concerned.areaName())
          .bind("municipal", concerned.municipal())
          .bindArray(
              "districts",
              String.class,
              concerned.districts().stream().map(district -> district.value()).toList())
          .bind("code", concerned.kind().code())
          .bind("name", concerned.kind().name())
          .bind("hazard", concerned.kind().hazard())
          .bind("level", concerned.kind().level().map(level -> level.number()).orElse(null))
          .bind("since", entry.since())
          .bind("alert", entry.alertId())
          .bind("expires", entry.expires().map(end -> end.plus(shift)).orElse(null))
          .add();
    }
    batch.execute();
  }

  /** Takes what an office said by telegrams of these types out of force. */
  void endInForceOf(Handle handle, String sender, Set<String> telegramTypes) {
    handle
        .createUpdate(
            """
            delete from core.in_force using core.alert
            where alert.id = in_force.alert_id and in_force.mode = :mode
              and alert.sender = :sender and alert.telegram_type = any(:types)
            """)
        .bind("mode", mode)
        .bind("sender", sender)
        .bindArray("types", String.class, telegramTypes)
        .execute();
  }
}

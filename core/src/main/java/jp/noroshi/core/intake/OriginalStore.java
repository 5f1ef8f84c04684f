package jp.noroshi.core.intake;

import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import org.jdbi.v3.core.Handle;

/** The original bytes and the entries they came as. */
final class OriginalStore {
  private final Mode mode;

  OriginalStore(Mode mode) {
    this.mode = mode;
  }

  /** Finds the message that was taken in before as this entry or with these bytes. */
  Optional<UUID> findEarlier(Handle handle, Original original) {
    return handle
        .createQuery(
            """
            select original_id from core.source_entry
            where mode = :mode and source = :source and entry_id = :entry
            union all
            select id from core.original where mode = :mode and sha256 = :sha256
            limit 1
            """)
        .bind("mode", mode)
        .bind("source", original.message().source())
        .bind("entry", original.message().entryId().orElse(null))
        .bind("sha256", original.sha256())
        .mapTo(UUID.class)
        .findOne();
  }

  /** Remembers that the entry was taken in as this original. */
  void rememberEntry(Handle handle, IncomingMessage message, UUID originalId) {
    message
        .entryId()
        .ifPresent(
            entry ->
                handle
                    .createUpdate(
                        """
                        insert into core.source_entry (mode, source, entry_id, original_id)
                        values (:mode, :source, :entry, :original) on conflict do nothing
                        """)
                    .bind("mode", mode)
                    .bind("source", message.source())
                    .bind("entry", entry)
                    .bind("original", originalId)
                    .execute());
  }

  void keep(Handle handle, Original original) {
    handle
        .createUpdate(
            """
            insert into core.original
              (id, mode, sha256, source, entry_id, received_at, byte_count, bytes)
            values (:id, :mode, :sha256, :source, :entry, :receivedAt, :byteCount, :bytes)
            """)
        .bind("id", original.id())
        .bind("mode", mode)
        .bind("sha256", original.sha256())
        .bind("source", original.message().source())
        .bind("entry", original.message().entryId().orElse(null))
        .bind("receivedAt", original.message().receivedAt())
        .bind("byteCount", (long) original.message().bytes().length)
        .bind("bytes", original.kept())
        .execute();
  }

  /** Puts the message into quarantine; of several faults the first stands. */
  void refuse(Handle handle, UUID originalId, Reading.Refused refused) {
    handle
        .createUpdate(
            """
            update core.original set refusal = :refusal, refusal_detail = :detail
            where id = :id and refusal is null
            """)
        .bind("id", originalId)
        .bind("refusal", refused.refusal())
        .bind("detail", refused.detail())
        .execute();
  }
}

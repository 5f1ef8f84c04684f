package jp.noroshi.core.chronology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/**
 * The memory of decisions and milestones: append-only, each line holding the hash of the one
 * before. Thread-safe; several hubs may write to one database.
 *
 * <p>A line's number is given while the head of the chain is locked, so that numbers follow the
 * order of the commits and have no gaps. The lock is held until the caller commits: append last in
 * a transaction, and never from a hot path.
 */
public final class Chronology {

  private static final ObjectWriter SORTED =
      Json.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final Database database;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  /** Writes to this database. */
  public Chronology(Database database) {
    this.database = database;
  }

  /**
   * Appends a line within the caller's transaction: it stands exactly if the transaction commits.
   *
   * @return the line's number
   * @throws IllegalStateException when the handle is in no transaction
   */
  public long append(Handle handle, ChronologyEntry entry) {
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("a line stands or falls with a transaction");
    }
    String detail = detailOf(entry.detail());
    Instant at = entry.at().truncatedTo(ChronoUnit.MICROS);
    Head head = lockHead(handle);
    byte[] hash =
        ChronologyHash.of(
            head.hash(),
            at,
            entry.mode().name(),
            entry.kind().name(),
            entry.actor(),
            entry.subject(),
            detail);
    long seq = head.seq() + 1;
    handle
        .createUpdate(
            """
            with line as (
              insert into core.chronology
                (seq, at, mode, kind, actor, subject, detail, previous_hash, hash)
              values (:seq, :at, :mode, :kind, :actor, :subject, :detail, :previousHash, :hash))
            update core.chronology_head set seq = :seq, hash = :hash
            """)
        .bind("seq", seq)
        .bind("at", at)
        .bind("mode", entry.mode())
        .bind("kind", entry.kind())
        .bind("actor", entry.actor())
        .bind("subject", entry.subject())
        .bind("detail", detail)
        .bind("previousHash", head.hash())
        .bind("hash", hash)
        .execute();
    handle.afterCommit(() -> listeners.forEach(listener -> listener.accept(seq)));
    return seq;
  }

  /**
   * Appends a line in a transaction of its own.
   *
   * @return the line's number
   */
  public long append(ChronologyEntry entry) {
    return database.inTransaction(handle -> append(handle, entry));
  }

  /**
   * Appends a line unless one of the same kind about the same subject stands, in a transaction of
   * its own: what may be tried again after a crash is written once.
   *
   * @return the number of the line that stands
   */
  public long appendOnce(ChronologyEntry entry) {
    return database.inTransaction(
        handle -> {
          lockHead(handle); // two at once would both find nothing
          return handle
              .createQuery(
                  "select seq from core.chronology where subject = :subject and kind = :kind limit 1")
              .bind("subject", entry.subject())
              .bind("kind", entry.kind())
              .mapTo(Long.class)
              .findOne()
              .orElseGet(() -> append(handle, entry));
        });
  }

  /**
   * Calls the listener with a line's number after its commit. It is called on the writer's thread
   * and must be quick; lines written by other hubs are not announced here.
   */
  public void onAppended(LongConsumer listener) {
    listeners.add(listener);
  }

  private static Head lockHead(Handle handle) {
    return handle
        .createQuery("select seq, hash from core.chronology_head for update")
        .map((row, context) -> new Head(row.getLong("seq"), row.getBytes("hash")))
        .one();
  }

  private static String detailOf(Map<String, Object> detail) {
    try {
      return SORTED.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a detail that is no JSON value: " + detail.keySet(), e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Head(long seq, byte[] hash) {}
}

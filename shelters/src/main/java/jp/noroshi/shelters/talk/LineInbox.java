package jp.noroshi.shelters.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What LINE handed in: stored before LINE is answered, worked on afterwards, each event once
 * however often it comes, and those of one account in their order. Thread-safe, blocking.
 */
public final class LineInbox {

  private static final Logger LOG = LoggerFactory.getLogger(LineInbox.class);
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(20);
  private static final int MOST_ATTEMPTS = 5;

  private final Database database;
  private final Mode mode;
  private final InstantSource clock;
  private final TalkDesk desk;

  LineInbox(Database database, Mode mode, InstantSource clock, TalkDesk desk) {
    this.database = database;
    this.mode = mode;
    this.clock = clock;
    this.desk = desk;
  }

  /** Keeps events; after this they are safe. */
  public void keep(List<LineEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    database.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into shelters.line_event (mode, id, event, received_at, not_before)
                  values (:mode, :id, cast(:event as jsonb), :now, :now) on conflict (mode, id) do nothing
                  """);
          for (LineEvent event : events) {
            batch
                .bind("mode", mode)
                .bind("id", event.id())
                .bind("event", Json.write(event))
                .bind("now", clock.instant())
                .add();
          }
          batch.execute();
        });
  }

  /** Works on everything that is due. What fails is tried again later, a few times. */
  public void work() {
    boolean more = true;
    while (more) {
      more = one();
    }
  }

  private record Row(long number, Instant receivedAt, LineEvent event) {}

  private boolean one() {
    return database.inTransaction(
        handle -> {
          Optional<Row> next = next(handle);
          next.ifPresent(row -> take(handle, row));
          return next.isPresent();
        });
  }

  private Optional<Row> next(Handle handle) {
    return handle
        .createQuery(
            """
            select number, received_at, event::text as event from shelters.line_event e
            where mode = :mode and done_at is null and not_before <= :now and not exists (
              select 1 from shelters.line_event earlier
              where earlier.mode = e.mode and earlier.done_at is null and earlier.number < e.number
                and earlier.event ->> 'user' = e.event ->> 'user')
            order by number limit 1 for update skip locked
            """)
        .bind("mode", mode)
        .bind("now", clock.instant())
        .map(
            (row, _) ->
                new Row(
                    row.getLong("number"),
                    row.getTimestamp("received_at").toInstant(),
                    Json.read(row.getString("event"), LineEvent.class)))
        .findOne();
  }

  private void take(Handle handle, Row row) {
    handle.savepoint("before");
    try {
      desk.take(handle, row.event(), row.receivedAt());
      done(handle, row);
    } catch (RuntimeException e) {
      handle.rollbackToSavepoint("before");
      LOG.error("an event of LINE could not be worked on", e);
      later(handle, row);
    }
  }

  private void done(Handle handle, Row row) {
    handle
        .createUpdate(
            "update shelters.line_event set event = null, done_at = :now where number = :number")
        .bind("now", clock.instant())
        .bind("number", row.number())
        .execute();
  }

  private void later(Handle handle, Row row) {
    handle
        .createUpdate(
            """
            update shelters.line_event set attempts = attempts + 1, not_before = :later,
              event = case when attempts + 1 >= :most then null else event end,
              done_at = case when attempts + 1 >= :most then :now end
            where number = :number
            """)
        .bind("later", clock.instant().plus(BEFORE_TRYING_AGAIN))
        .bind("most", MOST_ATTEMPTS)
        .bind("now", clock.instant())
        .bind("number", row.number())
        .execute();
  }
}

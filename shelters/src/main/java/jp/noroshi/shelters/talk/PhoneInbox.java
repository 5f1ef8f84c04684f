package jp.noroshi.shelters.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.shelters.response.SecretText;
import jp.noroshi.shelters.response.Verdict;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is handed in about telephone calls: stored first, then worked on, each event once however
 * often it comes. Thread-safe, blocking.
 */
public final class PhoneInbox {

  private static final Logger LOG = LoggerFactory.getLogger(PhoneInbox.class);
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(20);
  private static final int MOST_ATTEMPTS = 5;

  private final Database database;
  private final Mode mode;
  private final InstantSource clock;
  private final PhoneDesk desk;

  PhoneInbox(Database database, Mode mode, InstantSource clock, PhoneDesk desk) {
    this.database = database;
    this.mode = mode;
    this.clock = clock;
    this.desk = desk;
  }

  /**
   * Takes an event.
   *
   * @param token of the address it was handed in at
   * @param language of who is on the telephone, where the token tells nothing any more
   * @return what is said next
   */
  public Rendering.Voice take(String token, CallEvent event, String language) {
    byte[] hash = SecretText.hash(token);
    boolean known = database.inTransaction(handle -> keep(handle, hash, event));
    if (!known) {
      return desk.tooLate(language);
    }
    work();
    return database.inTransaction(
        handle -> desk.reply(handle, token, event, verdict(handle, event)));
  }

  private boolean keep(Handle handle, byte[] token, CallEvent event) {
    Instant now = clock.instant();
    boolean known = desk.knows(handle, token, now);
    if (known) {
      handle
          .createUpdate(
              """
              insert into shelters.phone_event (mode, id, token, event, received_at, not_before)
              values (:mode, :id, :token, cast(:event as jsonb), :now, :now) on conflict (mode, id) do nothing
              """)
          .bind("mode", mode)
          .bind("id", event.id())
          .bind("token", token)
          .bind("event", Json.write(event))
          .bind("now", now)
          .execute();
    }
    return known;
  }

  private Optional<Verdict> verdict(Handle handle, CallEvent event) {
    return handle
        .createQuery(
            "select verdict from shelters.phone_event where mode = :mode and id = :id and verdict is not null")
        .bind("mode", mode)
        .bind("id", event.id())
        .mapTo(Verdict.class)
        .findOne();
  }

  /**
   * Works on everything that is due: what was handed in, and calls to be made again. What fails is
   * tried again later, a few times.
   */
  public void work() {
    boolean more = true;
    while (more) {
      more = database.inTransaction(this::one);
    }
    database.useTransaction(handle -> desk.callAgain(handle, clock.instant()));
  }

  private record Row(long number, CallEvent event) {}

  private boolean one(Handle handle) {
    Optional<Row> next =
        handle
            .createQuery(
                """
                select number, event::text as event from shelters.phone_event
                where mode = :mode and done_at is null and not_before <= :now
                order by number limit 1 for update skip locked
                """)
            .bind("mode", mode)
            .bind("now", clock.instant())
            .map(
                (row, _) ->
                    new Row(
                        row.getLong("number"), Json.read(row.getString("event"), CallEvent.class)))
            .findOne();
    next.ifPresent(row -> take(handle, row));
    return next.isPresent();
  }

  private void take(Handle handle, Row row) {
    handle.savepoint("before");
    try {
      Optional<Verdict> verdict = desk.take(handle, token(handle, row), row.event());
      handle
          .createUpdate(
              "update shelters.phone_event set verdict = :verdict, done_at = :now where number = :number")
          .bind("verdict", verdict.map(Enum::name).orElse(null))
          .bind("now", clock.instant())
          .bind("number", row.number())
          .execute();
    } catch (RuntimeException e) {
      handle.rollbackToSavepoint("before");
      LOG.error("what happened in a telephone call could not be worked on", e);
      later(handle, row);
    }
  }

  private static byte[] token(Handle handle, Row row) {
    return handle
        .createQuery("select token from shelters.phone_event where number = :number")
        .bind("number", row.number())
        .mapTo(byte[].class)
        .one();
  }

  private void later(Handle handle, Row row) {
    handle
        .createUpdate(
            """
            update shelters.phone_event set attempts = attempts + 1, not_before = :later,
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

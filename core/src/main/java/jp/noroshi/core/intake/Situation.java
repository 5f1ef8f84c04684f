package jp.noroshi.core.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.opening.ShelterNotice;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.statement.Query;

/**
 * What has come in and what is in force, for people to look at. Reads only; thread-safe, blocking.
 */
public final class Situation {
  private static final String SUMMARY =
      """
      select a.id, a.seq, a.original_id, a.disposition, a.reason, a.telegram_type, a.sender,
        a.content ->> 'status' as status, a.content ->> 'messageType' as message_type,
        a.content ->> 'event' as event, a.content ->> 'headline' as headline,
        a.sent, a.taken_in_at, o.source
      from core.alert a left join core.original o on o.id = a.original_id
      """;

  private final Mode mode;
  private final Database database;
  private final InstantSource clock;

  /** Reads what one hub has taken in. */
  public Situation(Mode mode, Database database, InstantSource clock) {
    this.mode = mode;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A kind in force here.
   *
   * @param publisher who says it: JMA's level is an equivalent, an order is the municipality's
   *     alone
   * @param since since when, in the words of the telegrams received
   * @param asOf the official time of the message that says so
   * @param expiresAt when it ends by itself
   * @param municipal false where it was said of a wider area
   */
  public record InForce(
      AreaCode area,
      String areaName,
      boolean municipal,
      List<AreaCode> districts,
      String code,
      String name,
      Hazard hazard,
      Optional<AlertLevel> level,
      String publisher,
      String telegramType,
      String event,
      Instant since,
      Instant asOf,
      Optional<Instant> expiresAt,
      UUID alertId) {}

  /** One line of the list of alerts. */
  public record AlertSummary(
      UUID id,
      long seq,
      Optional<UUID> originalId,
      Disposition disposition,
      String reason,
      String telegramType,
      String sender,
      String status,
      String messageType,
      String event,
      String headline,
      Instant sent,
      Instant takenInAt,
      String source) {}

  /** Everything about one alert. */
  public record AlertDetail(AlertSummary summary, Alert alert) {}

  /** Bytes that could not be read. */
  public record Quarantined(
      UUID originalId,
      String source,
      Optional<String> entryId,
      Instant receivedAt,
      long byteCount,
      Refusal refusal,
      String detail) {}

  /**
   * Lists what is in force now, the highest level first and of one level the newest first. News
   * about shelters is told and then over: how they stand is known where they are kept.
   */
  public List<InForce> listInForce() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select f.*, a.sender, a.telegram_type, a.content ->> 'event' as event, a.sent
                    from core.in_force f join core.alert a on a.id = f.alert_id
                    where f.mode = :mode and (f.expires_at is null or f.expires_at > :now)
                      and a.telegram_type <> :shelters
                    order by f.level desc nulls last, f.since desc, f.hazard, f.area_code, f.kind_code
                    """)
                .bind("mode", mode)
                .bind("now", clock.instant())
                .bind("shelters", ShelterNotice.TELEGRAM_TYPE)
                .map((row, context) -> inForce(row))
                .list());
  }

  /**
   * Lists the latest alerts, newest first.
   *
   * @param before only those with a lower sequence number, for the next page
   * @param limit at most so many
   */
  public List<AlertSummary> listLatest(Optional<Long> before, int limit) {
    return summaries("", before, limit);
  }

  /** Lists those that concern this municipality and count, newest first. */
  public List<AlertSummary> listConcerning(Optional<Long> before, int limit) {
    return summaries("and a.disposition in ('RECORDED', 'DRAFTED', 'SENT')", before, limit);
  }

  /** Lists those that are held, or of a type the hub does not read: for people to look at. */
  public List<AlertSummary> listKept(Optional<Long> before, int limit) {
    return summaries("and a.disposition in ('HELD', 'NOT_READ')", before, limit);
  }

  private List<AlertSummary> summaries(String condition, Optional<Long> before, int limit) {
    return database.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      SUMMARY
                          + " where a.mode = :mode and a.seq < :before "
                          + condition
                          + " order by a.seq desc limit :limit")
                  .bind("mode", mode)
                  .bind("before", before.orElse(Long.MAX_VALUE))
                  .bind("limit", limit);
          return query.map((row, context) -> summary(row)).list();
        });
  }

  /** Finds one alert with all it says. */
  public Optional<AlertDetail> findAlert(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    SUMMARY.replace("o.source", "o.source, a.content")
                        + " where a.mode = :mode and a.id = :id")
                .bind("mode", mode)
                .bind("id", id)
                .map(
                    (row, context) ->
                        new AlertDetail(
                            summary(row), Json.read(row.getString("content"), Alert.class)))
                .findOne());
  }

  /** Lists what is in quarantine, newest first. */
  public List<Quarantined> listQuarantine(int limit) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from core.original
                    where mode = :mode and refusal is not null
                    order by received_at desc limit :limit
                    """)
                .bind("mode", mode)
                .bind("limit", limit)
                .map((row, context) -> quarantined(row))
                .list());
  }

  /** Finds the bytes of a message as they came in; of an over-large one its beginning. */
  public Optional<byte[]> findOriginalBytes(UUID originalId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select bytes from core.original where mode = :mode and id = :id")
                .bind("mode", mode)
                .bind("id", originalId)
                .map((row, context) -> row.getBytes("bytes"))
                .findOne());
  }

  private static InForce inForce(ResultSet row) throws SQLException {
    return new InForce(
        new AreaCode(row.getString("area_code")),
        row.getString("area_name"),
        row.getBoolean("municipal"),
        List.of((String[]) row.getArray("districts").getArray()).stream()
            .map(AreaCode::new)
            .toList(),
        row.getString("kind_code"),
        row.getString("kind_name"),
        Hazard.valueOf(row.getString("hazard")),
        AlertLevel.find(row.getInt("level")),
        row.getString("sender"),
        row.getString("telegram_type"),
        row.getString("event"),
        time(row, "since"),
        time(row, "sent"),
        findTime(row, "expires_at"),
        row.getObject("alert_id", UUID.class));
  }

  private static AlertSummary summary(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new AlertSummary(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        Optional.ofNullable(row.getObject("original_id", UUID.class)),
        Disposition.valueOf(row.getString("disposition")),
        row.getString("reason"),
        row.getString("telegram_type"),
        row.getString("sender"),
        row.getString("status"),
        row.getString("message_type"),
        row.getString("event"),
        row.getString("headline"),
        time(row, "sent"),
        time(row, "taken_in_at"),
        source == null ? "" : source);
  }

  private static Quarantined quarantined(ResultSet row) throws SQLException {
    return new Quarantined(
        row.getObject("id", UUID.class),
        row.getString("source"),
        Optional.ofNullable(row.getString("entry_id")),
        time(row, "received_at"),
        row.getLong("byte_count"),
        Refusal.valueOf(row.getString("refusal")),
        row.getString("refusal_detail"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> findTime(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

package jp.noroshi.core.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Takes batches out of the outbox for a while. Rows that another hub is taking at this moment are
 * passed over; a lease that ended without a recorded answer is taken over, and the ledger says so.
 * Thread-safe, blocking.
 */
final class Leases {

  /** Within a thread and medium an earlier dispatch leaves completely before a later one begins. */
  private static final String HANDED_OVER_IN_ORDER =
      """
      not exists (
        select 1 from core.delivery earlier
        where earlier.mode = d.mode and earlier.medium = d.medium and earlier.thread = d.thread
          and earlier.dispatch_number < d.dispatch_number and earlier.state <> 'DONE')
      """;

  private final Database database;
  private final Chronology chronology;
  private final UUID hub;
  private final Clock clock;

  Leases(Database database, Chronology chronology, UUID hub, Clock clock) {
    this.database = database;
    this.chronology = chronology;
    this.hub = hub;
    this.clock = clock;
  }

  /** Leases what may be handed over now, urgent first, then in the order of the outbox. */
  List<Lease> claim(Mode mode, Medium medium, int most, Duration duration) {
    return claim(
        """
        d.mode = :mode and d.medium = :medium and d.not_before <= :now and d.expires_at > :now
          and not d.withdrawn and\s"""
            + HANDED_OVER_IN_ORDER,
        Map.of("mode", mode, "medium", medium),
        most,
        duration);
  }

  /** Leases what may not be handed over any more, of every medium: also of one nobody serves. */
  List<Lease> claimOver(int most, Duration duration) {
    return claim("(d.expires_at <= :now or d.withdrawn)", Map.of(), most, duration);
  }

  /** Ends the leases this hub held before it was restarted, so that they are taken over at once. */
  void endThoseOfMyPredecessor() {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update core.delivery set lease_until = :now
                    where leased_by = :hub and state = 'LEASED' and lease_until > :now
                    """)
                .bind("hub", hub)
                .bind("now", clock.instant())
                .execute());
  }

  private List<Lease> claim(
      String condition, Map<String, Object> arguments, int most, Duration duration) {
    Instant now = clock.instant();
    return database.inTransaction(
        handle -> {
          List<Claimed> claimed = claim(handle, condition, arguments, most, now, duration);
          List<Lease> interrupted =
              claimed.stream().filter(Claimed::interrupted).map(Claimed::lease).toList();
          if (!interrupted.isEmpty()) {
            noteInterrupted(handle, interrupted, now);
          }
          return claimed.stream()
              .map(Claimed::lease)
              .sorted(Comparator.comparing(Lease::urgent).reversed().thenComparingLong(Lease::seq))
              .toList();
        });
  }

  private List<Claimed> claim(
      Handle handle,
      String condition,
      Map<String, Object> arguments,
      int most,
      Instant now,
      Duration duration) {
    Query query =
        handle.createQuery(
            """
            with open as (
              select d.id, d.state = 'LEASED' as interrupted from core.delivery d
              where d.state <> 'DONE' and (d.state = 'WAITING' or d.lease_until <= :now)
                and <condition>
              order by d.urgent desc, d.seq
              limit :most
              for update of d skip locked)
            update core.delivery d
            set state = 'LEASED', leased_by = :hub, lease_until = :until,
                attempts = d.attempts + 1,
                may_have_been_handed_over = d.may_have_been_handed_over or open.interrupted
            from open, core.rendering r
            where d.id = open.id and r.id = d.rendering_id
            returning d.id, d.seq, d.dispatch_id, d.dispatch_number, d.mode, d.medium, d.urgent,
              r.content::text as rendering, d.remaining, d.remaining_count, d.attempts,
              d.may_have_been_handed_over, d.withdrawn, d.created_at, d.expires_at, d.lease_until,
              open.interrupted
            """);
    return query
        .define("condition", condition)
        .bindMap(arguments)
        .bind("now", now)
        .bind("most", most)
        .bind("hub", hub)
        .bind("until", now.plus(duration))
        .map(Claimed::read)
        .list();
  }

  private void noteInterrupted(Handle handle, List<Lease> interrupted, Instant now) {
    Ledger.insert(
        handle, interrupted.stream().map(lease -> Ledger.Line.interrupted(lease, now)).toList());
    interrupted.stream()
        .collect(Collectors.groupingBy(lease -> lease.lane().mode()))
        .forEach(
            (mode, ofMode) ->
                ofMode.stream()
                    .collect(Collectors.groupingBy(lease -> lease.lane().medium()))
                    .forEach((medium, leases) -> noteRecovered(handle, mode, medium, leases, now)));
  }

  private void noteRecovered(
      Handle handle, Mode mode, Medium medium, List<Lease> leases, Instant now) {
    chronology.append(
        handle,
        new ChronologyEntry(
            now,
            mode,
            ChronologyKind.DELIVERY_RECOVERED,
            "hub",
            "medium:" + medium,
            Map.of(
                "batches", leases.size(),
                "recipients", leases.stream().mapToInt(Lease::remainingCount).sum())));
  }

  private record Claimed(Lease lease, boolean interrupted) {

    static Claimed read(ResultSet row, StatementContext context) throws SQLException {
      Lease.Lane lane =
          new Lease.Lane(
              row.getObject("dispatch_id", UUID.class),
              row.getLong("dispatch_number"),
              Mode.valueOf(row.getString("mode")),
              Medium.valueOf(row.getString("medium")));
      Optional<List<String>> remaining = Optional.empty();
      if (row.getArray("remaining") != null) {
        remaining = Optional.of(Arrays.asList((String[]) row.getArray("remaining").getArray()));
      }
      return new Claimed(
          new Lease(
              row.getObject("id", UUID.class),
              row.getLong("seq"),
              lane,
              row.getBoolean("urgent"),
              row.getString("rendering"),
              remaining,
              row.getInt("remaining_count"),
              row.getInt("attempts"),
              row.getBoolean("may_have_been_handed_over"),
              row.getBoolean("withdrawn"),
              row.getTimestamp("created_at").toInstant(),
              row.getTimestamp("expires_at").toInstant(),
              row.getTimestamp("lease_until").toInstant()),
          row.getBoolean("interrupted"));
    }
  }
}

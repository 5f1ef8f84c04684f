package jp.noroshi.core.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.MediumFigures.Progress;
import jp.noroshi.core.delivery.MediumFigures.ReasonCount;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * Reads what became of dispatches. {@link DeliveryWorkers#onChange} tells when it is worth reading
 * again. Thread-safe, blocking.
 */
public final class DeliveryBoard {

  private final Database database;
  private final Clock clock;

  /** Reads from this database; figures are as of this clock. */
  public DeliveryBoard(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the figures of a dispatch; without media where nothing of it was enqueued. */
  public DispatchFigures getDispatch(UUID dispatchId) {
    return new DispatchFigures(
        dispatchId, database.withHandle(handle -> listMedia(handle, dispatchId)), clock.instant());
  }

  /**
   * Returns how far each of these dispatches came on each medium it goes out on, in the order of
   * {@link Medium}; a dispatch of which nothing was enqueued is not in it.
   */
  public Map<UUID, List<MediumReach>> getReach(Collection<UUID> dispatchIds) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select dispatch_id, medium, sum(accepted_count) as accepted,
                      sum(refused_count) as refused, sum(unknown_count) as unknown,
                      sum(remaining_count) as waiting
                    from core.delivery where dispatch_id = any(:dispatches)
                    group by dispatch_id, medium
                    """)
                .bindArray("dispatches", UUID.class, dispatchIds)
                .reduceRows(new HashMap<>(), DeliveryBoard::addReach));
  }

  private static Map<UUID, List<MediumReach>> addReach(
      Map<UUID, List<MediumReach>> all, RowView row) {
    List<MediumReach> media =
        all.computeIfAbsent(row.getColumn("dispatch_id", UUID.class), _ -> new ArrayList<>());
    media.add(
        new MediumReach(
            Medium.valueOf(row.getColumn("medium", String.class)),
            row.getColumn("accepted", Integer.class),
            row.getColumn("refused", Integer.class),
            row.getColumn("unknown", Integer.class),
            row.getColumn("waiting", Integer.class)));
    media.sort(Comparator.comparing(MediumReach::medium));
    return all;
  }

  /**
   * Lists recipients who were not reached and why, for those who may see addresses. A medium as a
   * whole has no addresses and is not listed.
   */
  public List<Undelivered> listUndelivered(UUID dispatchId, Medium medium, int limit) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select unnest(o.recipients) as address, o.outcome, o.reason, o.at
                    from core.delivery d join core.delivery_outcome o on o.delivery_id = d.id
                    where d.dispatch_id = :dispatch and d.medium = :medium
                      and o.outcome in ('REFUSED', 'RECIPIENT_GONE', 'UNKNOWN')
                    order by o.at, address limit :limit
                    """)
                .bind("dispatch", dispatchId)
                .bind("medium", medium)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Undelivered(
                            row.getString("address"),
                            OutcomeKind.valueOf(row.getString("outcome")),
                            DeliveryReason.valueOf(row.getString("reason")),
                            row.getTimestamp("at").toInstant()))
                .list());
  }

  /** Lists how media fare, given the channels of this hub. */
  public List<MediumHealth> listHealth(List<ChannelState> channels) {
    return database.withHandle(
        handle -> channels.stream().map(channel -> health(handle, channel)).toList());
  }

  /**
   * A recipient who was not reached.
   *
   * @param address the address on the medium: personal data
   */
  public record Undelivered(String address, OutcomeKind kind, DeliveryReason reason, Instant at) {}

  private static List<MediumFigures> listMedia(Handle handle, UUID dispatchId) {
    Map<Medium, List<ReasonCount>> reasons =
        Stream.concat(
                listFinal(handle, dispatchId).stream(), listWaiting(handle, dispatchId).stream())
            .collect(
                Collectors.groupingBy(
                    Reason::medium, Collectors.mapping(Reason::count, Collectors.toList())));
    return handle
        .createQuery(
            """
            select r.medium, coalesce(sum(d.recipient_count), 0) as recipients,
              coalesce(sum(d.accepted_count), 0) as accepted,
              coalesce(sum(d.refused_count), 0) as refused,
              coalesce(sum(d.unknown_count), 0) as unknown,
              coalesce(sum(d.remaining_count), 0) as waiting,
              min(d.first_handed_over_at) as first_handed_over_at, max(d.done_at) as done_at,
              coalesce(sum(d.attempts), 0) as attempts,
              coalesce(bool_and(d.state = 'DONE'), true) as done, max(p.expires_at) as deadline
            from core.rendering r
            join core.dispatch p on p.id = r.dispatch_id
            left join core.delivery d on d.dispatch_id = r.dispatch_id and d.rendering_id = r.id
            where r.dispatch_id = :dispatch
            group by r.medium
            """)
        .bind("dispatch", dispatchId)
        .map((row, context) -> figures(row, reasons))
        .stream()
        .sorted(Comparator.comparing(MediumFigures::medium))
        .toList();
  }

  private static MediumFigures figures(ResultSet row, Map<Medium, List<ReasonCount>> all)
      throws SQLException {
    Medium medium = Medium.valueOf(row.getString("medium"));
    List<ReasonCount> reasons = all.getOrDefault(medium, List.of());
    int recipients = row.getInt("recipients");
    int waiting = row.getInt("waiting");
    return new MediumFigures(
        medium,
        recipients,
        recipients - waiting - neverHandedOver(reasons),
        row.getInt("accepted"),
        row.getInt("refused"),
        row.getInt("unknown"),
        waiting,
        moment(row, "first_handed_over_at"),
        moment(row, "done_at"),
        row.getTimestamp("deadline").toInstant(),
        progress(row.getBoolean("done"), row.getInt("attempts")),
        reasons);
  }

  private static int neverHandedOver(List<ReasonCount> reasons) {
    return reasons.stream()
        .filter(reason -> reason.kind() == OutcomeKind.REFUSED)
        .filter(
            reason ->
                reason.reason() == DeliveryReason.EXPIRED
                    || reason.reason() == DeliveryReason.REPLACED)
        .mapToInt(ReasonCount::count)
        .sum();
  }

  private static Progress progress(boolean done, int attempts) {
    if (done) {
      return Progress.COMPLETE;
    }
    return attempts == 0 ? Progress.WAITING : Progress.UNDER_WAY;
  }

  /**
   * An attempt that ended without an answer is no outcome: its recipients wait or got one later.
   */
  private static List<Reason> listFinal(Handle handle, UUID dispatchId) {
    return listReasons(
        handle,
        dispatchId,
        """
        select d.medium, o.outcome, o.reason, sum(o.recipient_count) as count
        from core.delivery d join core.delivery_outcome o on o.delivery_id = d.id
        where d.dispatch_id = :dispatch and o.outcome in ('REFUSED', 'RECIPIENT_GONE', 'UNKNOWN')
          and o.reason <> 'INTERRUPTED'
        group by d.medium, o.outcome, o.reason
        order by count desc, o.reason
        """);
  }

  private static List<Reason> listWaiting(Handle handle, UUID dispatchId) {
    return listReasons(
        handle,
        dispatchId,
        """
        select medium, 'RETRY_LATER' as outcome, reason, sum(remaining_count) as count
        from (
          select distinct on (d.id) d.medium, d.remaining_count, o.reason
          from core.delivery d join core.delivery_outcome o on o.delivery_id = d.id
          where d.dispatch_id = :dispatch and d.state <> 'DONE' and o.outcome = 'RETRY_LATER'
          order by d.id, o.attempt desc) as latest
        group by medium, reason
        order by count desc, reason
        """);
  }

  private static List<Reason> listReasons(Handle handle, UUID dispatchId, String sql) {
    return handle
        .createQuery(sql)
        .bind("dispatch", dispatchId)
        .map(
            (row, context) ->
                new Reason(
                    Medium.valueOf(row.getString("medium")),
                    new ReasonCount(
                        OutcomeKind.valueOf(row.getString("outcome")),
                        DeliveryReason.valueOf(row.getString("reason")),
                        row.getInt("count"))))
        .list();
  }

  private MediumHealth health(Handle handle, ChannelState channel) {
    Mode mode = channel.mode();
    return handle
        .createQuery(
            """
            select count(*) as batches, coalesce(sum(remaining_count), 0) as recipients,
              min(created_at) as oldest
            from core.delivery
            where mode = :mode and medium = :medium and state <> 'DONE'
            """)
        .bind("mode", mode)
        .bind("medium", channel.medium())
        .map(
            (row, context) ->
                new MediumHealth(
                    channel,
                    row.getInt("batches"),
                    row.getInt("recipients"),
                    moment(row, "oldest"),
                    clock.instant()))
        .one();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private record Reason(Medium medium, ReasonCount count) {}
}

package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.delivery.Lease.Lane;
import jp.noroshi.core.message.Medium;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The few moments of a delivery that belong into the chronology: the first hand-over of a dispatch
 * on a medium, its last, and each new reason for which a medium refused or could not tell. Every
 * one is written exactly once, whatever hub records it: they are derived from the rows while the
 * dispatch's renderings for that medium are locked, in the transaction that reaches them.
 */
final class Milestones {

  private final Chronology chronology;

  Milestones(Chronology chronology) {
    this.chronology = chronology;
  }

  /** A line to be written about a dispatch on a medium. */
  record Milestone(Lane lane, Instant at, ChronologyKind kind, Map<String, Object> detail) {

    ChronologyEntry entry() {
      Map<String, Object> all = new LinkedHashMap<>(detail);
      all.put("number", lane.dispatchNumber());
      all.put("medium", lane.medium());
      return new ChronologyEntry(
          at, lane.mode(), kind, "hub", "dispatch:" + lane.dispatchId(), all);
    }
  }

  /**
   * Lets one transaction at a time reach milestones of the same dispatch and medium. To be called
   * before batches are updated.
   *
   * @return those of which somebody was reached before
   */
  Set<Lane> lockAndListBegun(Handle handle, List<Finished> group) {
    List<Lane> lanes =
        group.stream()
            .map(finished -> finished.lease().lane())
            .distinct()
            .sorted(Comparator.comparing(Lane::dispatchId).thenComparing(Lane::medium))
            .toList();
    Set<Lane> begun = new HashSet<>();
    for (Lane lane : lanes) {
      lock(handle, lane);
      if (hasBegun(handle, lane)) {
        begun.add(lane);
      }
    }
    return begun;
  }

  /** Finds what a group reaches, after its batches are updated and before the ledger is. */
  List<Milestone> find(Handle handle, List<Finished> group, Set<Lane> begun) {
    List<Milestone> reached = new ArrayList<>();
    group.stream()
        .collect(
            Collectors.groupingBy(
                finished -> finished.lease().lane(), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (lane, ofLane) -> {
              if (!begun.contains(lane)) {
                first(lane, ofLane).ifPresent(reached::add);
              }
              reached.addAll(listTroubles(handle, lane, ofLane));
              last(handle, lane, ofLane).ifPresent(reached::add);
            });
    return reached;
  }

  /** Writes them, last in the transaction: from here on the head of the chain is locked. */
  void write(Handle handle, List<Milestone> reached) {
    reached.forEach(milestone -> chronology.append(handle, milestone.entry()));
  }

  /** Holds back everything that records outcomes of a dispatch until the transaction ends. */
  static void lock(Handle handle, UUID dispatchId) {
    handle
        .createQuery(
            """
            select id from core.rendering where dispatch_id = :dispatch
            order by array_position(:media, medium), id for no key update
            """)
        .bind("dispatch", dispatchId)
        .bind("media", Stream.of(Medium.values()).map(Enum::name).toArray(String[]::new))
        .mapTo(UUID.class)
        .list();
  }

  private static void lock(Handle handle, Lane lane) {
    about(
            handle,
            lane,
            """
            select id from core.rendering where dispatch_id = :dispatch and medium = :medium
            order by id for no key update
            """)
        .mapTo(UUID.class)
        .list();
  }

  private static boolean hasBegun(Handle handle, Lane lane) {
    return about(
            handle,
            lane,
            """
            select exists (
              select 1 from core.delivery
              where dispatch_id = :dispatch and medium = :medium
                and first_handed_over_at is not null)
            """)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Milestone> first(Lane lane, List<Finished> group) {
    return group.stream()
        .map(Finished::account)
        .filter(account -> account.count(OutcomeKind.ACCEPTED) > 0)
        .map(Account::at)
        .min(Comparator.naturalOrder())
        .map(at -> new Milestone(lane, at, ChronologyKind.FIRST_HANDED_OVER, Map.of()));
  }

  private static List<Milestone> listTroubles(Handle handle, Lane lane, List<Finished> group) {
    Map<Trouble, Integer> recipients = new LinkedHashMap<>();
    for (Finished finished : group) {
      if (!finished.account().interrupted()) {
        for (Account.Share share : finished.account().shares()) {
          Trouble.of(share.outcome())
              .ifPresent(trouble -> recipients.merge(trouble, share.count(), Integer::sum));
        }
      }
    }
    Instant at = group.getFirst().account().at();
    return recipients.keySet().stream()
        .filter(trouble -> !isKnown(handle, lane, trouble))
        .map(
            trouble ->
                new Milestone(
                    lane,
                    at,
                    trouble.kind(),
                    Map.of("reason", trouble.reason(), "recipients", recipients.get(trouble))))
        .toList();
  }

  private static boolean isKnown(Handle handle, Lane lane, Trouble trouble) {
    return about(
            handle,
            lane,
            """
            select exists (
              select 1 from core.delivery_outcome o join core.delivery d on d.id = o.delivery_id
              where d.dispatch_id = :dispatch and d.medium = :medium
                and o.outcome = :outcome and o.reason = :reason)
            """)
        .bind("outcome", trouble.outcome())
        .bind("reason", trouble.reason())
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Milestone> last(Handle handle, Lane lane, List<Finished> group) {
    Optional<Instant> at =
        group.stream()
            .map(Finished::account)
            .filter(Account::isDone)
            .map(Account::at)
            .max(Comparator.naturalOrder());
    return at.flatMap(
        moment ->
            findTotals(handle, lane)
                .map(
                    totals ->
                        new Milestone(lane, moment, ChronologyKind.LAST_HANDED_OVER, totals)));
  }

  /** Returns what became of everybody; empty while a batch is still open. */
  private static Optional<Map<String, Object>> findTotals(Handle handle, Lane lane) {
    return about(
            handle,
            lane,
            """
            select sum(accepted_count) as accepted, sum(refused_count) as refused,
              sum(unknown_count) as unknown
            from core.delivery where dispatch_id = :dispatch and medium = :medium
            having bool_and(state = 'DONE')
            """)
        .mapToMap()
        .findOne();
  }

  private static Query about(Handle handle, Lane lane, String sql) {
    return handle
        .createQuery(sql)
        .bind("dispatch", lane.dispatchId())
        .bind("medium", lane.medium());
  }

  /** A kind of answer after which somebody has to look; people who left are not one. */
  private record Trouble(OutcomeKind outcome, DeliveryReason reason) {

    static Optional<Trouble> of(DeliveryOutcome outcome) {
      OutcomeKind kind = OutcomeKind.of(outcome);
      return kind == OutcomeKind.REFUSED || kind == OutcomeKind.UNKNOWN
          ? Ledger.reasonOf(outcome).map(reason -> new Trouble(kind, reason))
          : Optional.empty();
    }

    ChronologyKind kind() {
      return outcome == OutcomeKind.REFUSED
          ? ChronologyKind.DELIVERY_REFUSED
          : ChronologyKind.DELIVERY_UNKNOWN;
    }
  }
}

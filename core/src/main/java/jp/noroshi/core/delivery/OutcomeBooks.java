package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a group of outcomes in one transaction: the ledger, the counts of their batches, the
 * milestones they reach, and the recipients who left. Thread-safe, blocking.
 */
final class OutcomeBooks {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeBooks.class);

  private final Database database;
  private final Milestones milestones;
  private final UUID hub;

  OutcomeBooks(Database database, Chronology chronology, UUID hub) {
    this.database = database;
    this.milestones = new Milestones(chronology);
    this.hub = hub;
  }

  /** Records a group; all of it or nothing. */
  void record(List<Finished> group) {
    database.useTransaction(
        handle -> {
          Set<Lease.Lane> begun = milestones.lockAndListBegun(handle, group);
          Set<UUID> ours = updateBatches(handle, group);
          List<Finished> counted =
              group.stream().filter(finished -> ours.contains(finished.lease().id())).toList();
          List<Milestones.Milestone> reached = milestones.find(handle, counted, begun);
          Ledger.insert(handle, group.stream().flatMap(OutcomeBooks::lines).toList());
          forgetGone(handle, counted);
          milestones.write(handle, reached);
          warnOfLate(group, ours);
        });
  }

  private static Stream<Ledger.Line> lines(Finished finished) {
    return finished.account().shares().stream()
        .map(share -> Ledger.Line.of(finished.lease(), finished.account().at(), share));
  }

  /**
   * Counts only what is still ours. Where the lease ended and another hub took over, the answer is
   * kept in the ledger alone: it explains a duplicate.
   */
  private Set<UUID> updateBatches(Handle handle, List<Finished> group) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                update core.delivery d set
                  accepted_count = d.accepted_count + change.accepted,
                  refused_count = d.refused_count + change.refused,
                  unknown_count = d.unknown_count + change.unknown,
                  remaining = change.remaining,
                  remaining_count = change.open,
                  state = case when change.done then 'DONE' else 'WAITING' end,
                  not_before = coalesce(change.later, d.not_before),
                  may_have_been_handed_over = d.may_have_been_handed_over or change.interrupted,
                  first_handed_over_at = case when change.accepted > 0
                    then coalesce(d.first_handed_over_at, change.at)
                    else d.first_handed_over_at end,
                  done_at = case when change.done then change.at end,
                  leased_by = null,
                  lease_until = null
                from jsonb_to_recordset(:changes::jsonb) as change(
                  id uuid, attempt int, at timestamptz, accepted int, refused int, unknown int,
                  remaining text[], open int, done boolean, later timestamptz, interrupted boolean)
                where d.id = change.id and d.attempts = change.attempt and d.leased_by = :hub
                  and d.state = 'LEASED'
                returning d.id
                """)
            .bind("changes", Json.write(group.stream().map(Change::of).toList()))
            .bind("hub", hub)
            .mapTo(UUID.class)
            .list());
  }

  /** A recipient who came back since keeps the new registration. */
  private static void forgetGone(Handle handle, List<Finished> counted) {
    List<Gone> gone =
        counted.stream()
            .flatMap(
                finished ->
                    finished.account().gone(finished.lease()).stream()
                        .map(address -> Gone.of(finished.lease(), address)))
            .toList();
    if (gone.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            delete from core.subscriber s
            using jsonb_to_recordset(:gone::jsonb) as gone(
              mode text, medium text, address text, since timestamptz)
            where s.mode = gone.mode and s.medium = gone.medium and s.address = gone.address
              and s.registered_at <= gone.since
            """)
        .bind("gone", Json.write(gone))
        .execute();
  }

  private static void warnOfLate(List<Finished> group, Set<UUID> ours) {
    group.stream()
        .map(Finished::lease)
        .filter(lease -> !ours.contains(lease.id()))
        .forEach(
            lease ->
                LOG.warn(
                    "attempt {} of batch {} on {} was answered after its lease had ended",
                    lease.attempt(),
                    lease.id(),
                    lease.lane().medium()));
  }

  private record Gone(String mode, String medium, String address, Instant since) {
    static Gone of(Lease lease, String address) {
      Lease.Lane lane = lease.lane();
      return new Gone(lane.mode().name(), lane.medium().name(), address, lease.createdAt());
    }
  }

  /** A row's change; the names are those of the statement above. */
  private record Change(
      UUID id,
      int attempt,
      Instant at,
      int accepted,
      int refused,
      int unknown,
      Optional<List<String>> remaining,
      int open,
      boolean done,
      Optional<Instant> later,
      boolean interrupted) {

    static Change of(Finished finished) {
      Lease lease = finished.lease();
      Account account = finished.account();
      return new Change(
          lease.id(),
          lease.attempt(),
          account.at(),
          account.count(OutcomeKind.ACCEPTED),
          account.count(OutcomeKind.REFUSED, OutcomeKind.RECIPIENT_GONE),
          account.count(OutcomeKind.UNKNOWN),
          lease.remaining().map(all -> account.remaining()),
          account.remainingCount(),
          account.isDone(),
          account.notBefore(),
          account.interrupted());
    }
  }
}

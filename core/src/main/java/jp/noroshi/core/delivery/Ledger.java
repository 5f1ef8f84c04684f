package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/**
 * The delivery ledger's rows: what the medium answered to every attempt, part by part. Many are
 * written in one statement, as one JSON value, because lists of different lengths fit no array.
 */
final class Ledger {

  private Ledger() {}

  /**
   * One row.
   *
   * @param recipients who was not reached, or who of a divided batch waits; those accepted are all
   *     the others
   */
  record Line(
      UUID delivery,
      int attempt,
      Instant at,
      OutcomeKind outcome,
      Optional<DeliveryReason> reason,
      int count,
      Optional<List<String>> recipients,
      Optional<String> reference) {

    static Line of(Lease lease, Instant at, Account.Share share) {
      OutcomeKind kind = OutcomeKind.of(share.outcome());
      return new Line(
          lease.id(),
          lease.attempt(),
          at,
          kind,
          reasonOf(share.outcome()),
          share.count(),
          names(lease, kind, share.names()),
          referenceOf(share.outcome()));
    }

    private static Optional<List<String>> names(
        Lease lease, OutcomeKind kind, List<String> divided) {
      Optional<List<String>> named = Optional.of(divided).filter(names -> !names.isEmpty());
      return switch (kind) {
        case ACCEPTED -> Optional.empty();
        case RETRY_LATER -> named;
        case REFUSED, RECIPIENT_GONE, UNKNOWN -> named.or(lease::remaining);
      };
    }

    /** The attempt before this lease ended without an answer, so duplicates can be explained. */
    static Line interrupted(Lease takenOver, Instant at) {
      return new Line(
          takenOver.id(),
          takenOver.attempt() - 1,
          at,
          OutcomeKind.UNKNOWN,
          Optional.of(DeliveryReason.INTERRUPTED),
          takenOver.remainingCount(),
          Optional.empty(),
          Optional.empty());
    }
  }

  static void insert(Handle handle, List<Line> lines) {
    handle
        .createUpdate(
            """
            insert into core.delivery_outcome
              (delivery_id, attempt, at, outcome, reason, recipient_count, recipients, reference)
            select delivery, attempt, at, outcome, reason, count, recipients, reference
            from jsonb_to_recordset(:lines::jsonb) as line(
              delivery uuid, attempt int, at timestamptz, outcome text, reason text, count int,
              recipients text[], reference text)
            """)
        .bind("lines", Json.write(lines))
        .execute();
  }

  static Optional<DeliveryReason> reasonOf(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted accepted -> Optional.empty();
      case DeliveryOutcome.RetryLater later -> Optional.of(later.reason());
      case DeliveryOutcome.Refused refused -> Optional.of(refused.reason());
      case DeliveryOutcome.RecipientGone gone -> Optional.of(gone.reason());
      case DeliveryOutcome.Unknown unknown -> Optional.of(unknown.reason());
    };
  }

  /** PostgreSQL stores no NUL; a provider's id that holds one must not cost the outcome. */
  private static Optional<String> referenceOf(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.Accepted accepted
        ? accepted.reference().map(reference -> reference.replace("\0", ""))
        : Optional.empty();
  }
}

package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one attempt means for its batch, so that every recipient is counted exactly once: pure
 * bookkeeping, whatever the channel answered.
 *
 * @param at when the answer came
 * @param shares who got which answer; together all that remained
 * @param remaining those who are to be tried again; empty = the medium as a whole, or nobody
 * @param notBefore when to try again; empty = nobody remains
 * @param interrupted whether the attempt ended without an answer because the hub stopped
 */
record Account(
    Instant at,
    List<Share> shares,
    List<String> remaining,
    Optional<Instant> notBefore,
    boolean interrupted) {

  /**
   * Some recipients and their common answer.
   *
   * @param names none = all that remained
   */
  record Share(DeliveryOutcome outcome, int count, List<String> names) {}

  /** Accounts for what a channel answered. */
  static Account of(Lease lease, DeliveryResult result, Backoff backoff, Instant now) {
    return of(lease, shares(lease, result), backoff, now);
  }

  /**
   * Accounts for a batch that may not be handed over any more. Where an earlier attempt may have
   * reached somebody, nobody can tell.
   */
  static Account over(Lease lease, Instant now) {
    DeliveryReason reason = lease.withdrawn() ? DeliveryReason.REPLACED : DeliveryReason.EXPIRED;
    DeliveryOutcome outcome =
        lease.mayHaveBeenHandedOver()
            ? new DeliveryOutcome.Unknown(reason)
            : new DeliveryOutcome.Refused(reason);
    return new Account(now, List.of(whole(lease, outcome)), List.of(), Optional.empty(), false);
  }

  /** Accounts for an attempt that the stopping hub broke off: all that remained still remains. */
  static Account interrupted(Lease lease, Instant now) {
    DeliveryOutcome unknown = new DeliveryOutcome.Unknown(DeliveryReason.INTERRUPTED);
    return new Account(
        now,
        List.of(whole(lease, unknown)),
        lease.remaining().orElse(List.of()),
        Optional.of(now),
        true);
  }

  /** Returns how many got an outcome of one of these kinds for good. */
  int count(OutcomeKind... kinds) {
    Set<OutcomeKind> wanted = Set.of(kinds);
    return interrupted
        ? 0
        : shares.stream()
            .filter(share -> wanted.contains(OutcomeKind.of(share.outcome())))
            .mapToInt(Share::count)
            .sum();
  }

  /** Returns how many are to be tried again. */
  int remainingCount() {
    return interrupted
        ? shares.stream().mapToInt(Share::count).sum()
        : count(OutcomeKind.RETRY_LATER);
  }

  /** Tells whether everybody has an outcome. */
  boolean isDone() {
    return notBefore.isEmpty();
  }

  /** Lists those who left the medium. */
  List<String> gone(Lease lease) {
    return shares.stream()
        .filter(share -> share.outcome() instanceof DeliveryOutcome.RecipientGone)
        .flatMap(
            share ->
                (share.names().isEmpty() ? lease.remaining().orElse(List.of()) : share.names())
                    .stream())
        .toList();
  }

  private static Account of(Lease lease, List<Share> shares, Backoff backoff, Instant now) {
    List<String> remaining = new ArrayList<>();
    Optional<Instant> notBefore = Optional.empty();
    for (Share share : shares) {
      if (share.outcome() instanceof DeliveryOutcome.RetryLater later) {
        remaining.addAll(
            share.names().isEmpty() ? lease.remaining().orElse(List.of()) : share.names());
        Instant moment = backoff.notBefore(later, lease.attempt(), now);
        notBefore = notBefore.filter(moment::isBefore).or(() -> Optional.of(moment));
      }
    }
    return new Account(now, shares, List.copyOf(remaining), notBefore, false);
  }

  private static List<Share> shares(Lease lease, DeliveryResult result) {
    List<DeliveryResult.Part> parts = result.parts();
    if (parts.size() == 1
        && (parts.getFirst().recipients().isEmpty() || lease.remaining().isEmpty())) {
      return List.of(whole(lease, parts.getFirst().outcome()));
    }
    if (lease.remaining().isEmpty()) {
      return List.of(whole(lease, unexpected()));
    }
    return divided(lease.remaining().get(), parts);
  }

  /** Whoever is named twice counts where named first; whoever is not named has no known outcome. */
  private static List<Share> divided(List<String> remaining, List<DeliveryResult.Part> parts) {
    Set<String> unanswered = new LinkedHashSet<>(remaining);
    List<Share> shares = new ArrayList<>();
    for (DeliveryResult.Part part : parts) {
      addShare(
          shares, part.outcome(), part.recipients().stream().filter(unanswered::remove).toList());
    }
    addShare(shares, unexpected(), List.copyOf(unanswered));
    return List.copyOf(shares);
  }

  private static void addShare(List<Share> shares, DeliveryOutcome outcome, List<String> names) {
    if (!names.isEmpty()) {
      shares.add(new Share(outcome, names.size(), names));
    }
  }

  private static Share whole(Lease lease, DeliveryOutcome outcome) {
    return new Share(outcome, lease.remainingCount(), List.of());
  }

  private static DeliveryOutcome unexpected() {
    return new DeliveryOutcome.Unknown(DeliveryReason.UNEXPECTED_ANSWER);
  }
}

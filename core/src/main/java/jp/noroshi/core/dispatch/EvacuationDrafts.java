package jp.noroshi.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationChange.Step;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.evacuation.EvacuationProposal;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/**
 * From a proposed change of evacuation orders to the draft that says so. Nothing is ordered before
 * a second person approves it. Thread-safe, blocking.
 */
public final class EvacuationDrafts {

  /** How long it may still be handed over; the order itself stays until it is lifted. */
  static final Duration VALID_FOR = Duration.ofHours(24);

  /** All orders leave each medium in the order they were made. */
  static final String THREAD = "evacuation-orders";

  private static final Set<AlertLevel> ORDERED =
      EnumSet.of(AlertLevel.THREE, AlertLevel.FOUR, AlertLevel.FIVE);

  private final Desk desk;
  private final EvacuationOrders orders;
  private final EvacuationTexts texts;

  EvacuationDrafts(Desk desk, EvacuationOrders orders, EvacuationTexts texts) {
    this.desk = desk;
    this.orders = orders;
    this.texts = texts;
  }

  /** Proposes a change and writes its draft, for all media. */
  public DispatchResult propose(EvacuationProposal proposal, Officer officer) {
    Optional<DispatchRefusal> fault = findFault(proposal, officer);
    if (fault.isPresent()) {
      return Desk.refused(fault.get());
    }
    return desk.database().inTransaction(handle -> draft(handle, proposal, officer));
  }

  private DispatchResult draft(Handle handle, EvacuationProposal proposal, Officer officer) {
    Instant now = desk.clock().instant();
    TreeMap<AreaCode, Optional<AlertLevel>> after = new TreeMap<>();
    districts(proposal).forEach(district -> after.put(district, proposal.level()));
    EvacuationChange change =
        orders.propose(handle, proposal.hazard(), proposal.reason(), after, officer.account(), now);
    if (change.changesNothing()) {
      return Desk.refused(DispatchRefusal.NOTHING_CHANGES);
    }
    NewDispatch draft =
        new NewDispatch(
            reasonOf(change),
            THREAD,
            NewDispatch.Origin.change(change.id()),
            change.hazard(),
            shownLevel(change),
            isUrgent(change),
            NewDispatch.content(
                texts.write(change, orders.listInForce(handle)),
                Medium.FOR_MANY,
                desk.rules().audienceOf(change.districts()),
                sirenFor(change),
                now.plus(VALID_FOR)),
            officer.account());
    return desk.create(handle, draft);
  }

  private Optional<DispatchRefusal> findFault(EvacuationProposal proposal, Officer officer) {
    if (!officer.may(Right.DRAFT)) {
      return Optional.of(DispatchRefusal.MAY_NOT_DRAFT);
    }
    if (!desk.rules().isOurs(new Audience.InAreas(proposal.districts()))) {
      return Optional.of(DispatchRefusal.UNKNOWN_AREA);
    }
    boolean ordered =
        proposal
            .level()
            .map(
                level ->
                    proposal.hazard() == Hazard.TSUNAMI
                        ? level == AlertLevel.FOUR
                        : ORDERED.contains(level))
            .orElse(true);
    return ordered ? Optional.empty() : Optional.of(DispatchRefusal.LEVEL_NOT_ORDERED);
  }

  private List<AreaCode> districts(EvacuationProposal proposal) {
    return desk.rules().districtsOf(new Audience.InAreas(proposal.districts()));
  }

  private static DispatchReason reasonOf(EvacuationChange change) {
    if (change.after().isEmpty()) {
      return DispatchReason.LIFTED;
    }
    return change.before().isEmpty() ? DispatchReason.FIRST : DispatchReason.UPDATED;
  }

  /** A tsunami order has no number to show. */
  static Optional<AlertLevel> shownLevel(EvacuationChange change) {
    return change.highestAfter().filter(_ -> change.hazard() != Hazard.TSUNAMI);
  }

  static boolean isUrgent(EvacuationChange change) {
    boolean rises =
        change.groups().stream()
            .map(EvacuationChange.Group::step)
            .anyMatch(step -> step == Step.ISSUED || step == Step.RAISED);
    return rises && change.highestAfter().filter(l -> l.isAtLeast(AlertLevel.FOUR)).isPresent();
  }

  private Optional<String> sirenFor(EvacuationChange change) {
    return isUrgent(change) || change.after().isEmpty()
        ? desk.rules()
            .sirens()
            .findFor(
                new SirenTable.Occasion(
                    change.hazard(),
                    Optional.empty(),
                    change.highestAfter(),
                    change.after().isEmpty()))
        : Optional.empty();
  }
}

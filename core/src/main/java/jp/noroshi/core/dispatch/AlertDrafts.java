package jp.noroshi.core.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.intake.AlertFollowUp;
import jp.noroshi.core.intake.Change;
import jp.noroshi.core.intake.KindChange;
import jp.noroshi.core.intake.RuleDecision;
import jp.noroshi.core.intake.RuleDecision.Telling;
import jp.noroshi.core.intake.StoredAlert;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.SirenTable;
import org.jdbi.v3.core.Handle;

/**
 * From an alert that was taken in to its draft, or to its dispatch where a rule sends by itself. It
 * never makes an evacuation order. Thread-safe, blocking.
 */
final class AlertDrafts implements AlertFollowUp {

  private static final Set<Change> ENDS = EnumSet.of(Change.LIFTED, Change.CANCELLED);
  private static final Set<Change> LESS =
      EnumSet.of(Change.LIFTED, Change.CANCELLED, Change.LOWERED);
  private static final Set<Hazard> ALWAYS_URGENT =
      EnumSet.of(Hazard.TSUNAMI, Hazard.CIVIL_PROTECTION);

  private final Desk desk;
  private final WaitingDrafts waiting;
  private final AlertTexts texts;
  private final ApprovalService approvals;

  AlertDrafts(Desk desk, WaitingDrafts waiting, AlertTexts texts, ApprovalService approvals) {
    this.desk = desk;
    this.waiting = waiting;
    this.texts = texts;
    this.approvals = approvals;
  }

  @Override
  public Optional<UUID> follow(Handle handle, StoredAlert alert, RuleDecision decision) {
    return switch (decision) {
      case RuleDecision.Ignore _ -> {
        dropWhatIsOver(handle, alert);
        yield Optional.empty();
      }
      case RuleDecision.Draft(Telling telling) -> draft(handle, alert, telling).map(Dispatch::id);
      case RuleDecision.SendByItself(Telling telling) -> {
        Optional<Dispatch> draft = draft(handle, alert, telling);
        draft.ifPresent(each -> approvals.releaseByRule(handle, each));
        yield draft.map(Dispatch::id);
      }
    };
  }

  /**
   * Drops drafts that a message nobody needs to hear of has overtaken. Only where all that the
   * message changes here became less: a draft that may still be true is better than none.
   */
  private void dropWhatIsOver(Handle handle, StoredAlert alert) {
    boolean less =
        !alert.changes().isEmpty()
            && alert.changes().stream().map(KindChange::change).allMatch(LESS::contains);
    if (less) {
      waiting.replace(handle, threadOf(alert), Long.MAX_VALUE, desk.clock().instant());
    }
  }

  private Optional<Dispatch> draft(Handle handle, StoredAlert alert, Telling telling) {
    String thread = threadOf(alert);
    List<Dispatch> told = desk.dispatches().listApproved(handle, thread);
    if (ENDS.contains(telling.leading().change()) && told.isEmpty()) {
      // Who never heard of the alert need not hear of its end.
      waiting.replace(handle, thread, Long.MAX_VALUE, desk.clock().instant());
      return Optional.empty();
    }
    NewDispatch draft = write(alert, telling, thread, told);
    return switch (desk.create(handle, draft)) {
      case DispatchResult.Done(Dispatch written) -> {
        waiting.replace(handle, thread, written.number(), desk.clock().instant());
        yield Optional.of(written);
      }
      case DispatchResult.Refused(DispatchRefusal reason, _) ->
          throw new IllegalStateException(
              "rule " + telling.rule() + " makes drafts nobody can send: " + reason);
    };
  }

  private NewDispatch write(
      StoredAlert stored, Telling telling, String thread, List<Dispatch> told) {
    Alert alert = stored.alert();
    AlertKind kind = telling.leading().concerned().kind();
    boolean over = ENDS.contains(telling.leading().change());
    return new NewDispatch(
        reasonOf(telling.leading().change(), told),
        thread,
        NewDispatch.Origin.alert(stored.id()),
        kind.hazard(),
        kind.level().filter(_ -> !over),
        !over && isUrgent(kind),
        NewDispatch.content(
            texts.write(alert, telling),
            telling.media(),
            desk.rules().audienceOf(telling.districts()),
            sirenFor(telling, kind, over),
            desk.rules().inRange(telling.expiresAt(), desk.clock().instant())),
        authorOf(alert, telling));
  }

  private static DispatchReason reasonOf(Change change, List<Dispatch> told) {
    return switch (change) {
      case CANCELLED -> DispatchReason.CANCELLED;
      case LIFTED -> DispatchReason.LIFTED;
      case BEGAN, RAISED, LOWERED, CONTINUED ->
          told.isEmpty() ? DispatchReason.FIRST : DispatchReason.UPDATED;
    };
  }

  private static boolean isUrgent(AlertKind kind) {
    return ALWAYS_URGENT.contains(kind.hazard())
        || kind.level().filter(level -> level.isAtLeast(AlertLevel.FOUR)).isPresent();
  }

  private Optional<String> sirenFor(Telling telling, AlertKind kind, boolean over) {
    return telling.media().contains(Medium.RADIO)
        ? desk.rules()
            .sirens()
            .findFor(
                new SirenTable.Occasion(
                    kind.hazard(), Optional.of(kind.name()), Optional.empty(), over))
        : Optional.empty();
  }

  /** Who wrote a notice by hand is its author, so that another person has to approve it. */
  private static String authorOf(Alert alert, Telling telling) {
    return alert.format() == AlertFormat.NOTICE && !alert.sender().isBlank()
        ? alert.sender()
        : "rule:" + telling.rule();
  }

  private static String threadOf(StoredAlert alert) {
    return "alert:" + alert.thread();
  }
}

package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.intake.AlertStore.Row;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.intake.IntakeSettings.OldWarnings;
import org.jdbi.v3.core.Handle;

/** Writes one alert down, brings its stream up to date and lets the rules decide. */
final class AlertRecorder {
  private static final Set<String> NEW_WARNINGS =
      Set.of("VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", "VPWW61");

  /** Which telegrams say the same as this one, and better. */
  private static final Map<String, Set<String>> BETTER =
      Map.of("VPWW53", plus(NEW_WARNINGS, "VPWW54"), "VPWW54", NEW_WARNINGS);

  private final Mode mode;
  private final AlertStore store;
  private final StreamKeys streams;
  private final ConcernFinder concerns;
  private final Admission admission;
  private final Lasting lasting;
  private final OldWarnings oldWarnings;
  private final IntakeRules rules;
  private final AlertFollowUp followUp;
  private final Chronology chronology;

  AlertRecorder(
      Mode mode,
      ConcernFinder concerns,
      IntakeSettings settings,
      AlertFollowUp followUp,
      Chronology chronology) {
    this.mode = mode;
    this.store = new AlertStore(mode);
    this.streams = new StreamKeys(mode);
    this.concerns = concerns;
    this.admission = new Admission(mode);
    this.lasting = new Lasting(settings.lasting());
    this.oldWarnings = settings.oldWarnings();
    this.rules = new IntakeRules(settings);
    this.followUp = followUp;
    this.chronology = chronology;
  }

  /** Where an alert came from. */
  record Origin(UUID originalId, int ordinal, String source, Instant takenInAt) {}

  /** Keeps an alert of a type the hub does not read. */
  Item keepUnread(Handle handle, Reading.NotRead notRead, Origin origin) {
    return keep(handle, notRead.alert(), origin, Disposition.NOT_READ, notRead.reason());
  }

  /** Takes an alert in. */
  Item record(Handle handle, Alert alert, Origin origin) {
    Optional<String> hold = admission.findReasonToHold(alert);
    if (hold.isPresent()) {
      return keep(handle, alert, origin, Disposition.HELD, hold.get());
    }
    if (alert.messageType() == MessageType.ACK || alert.messageType() == MessageType.ERROR) {
      return keep(handle, alert, origin, Disposition.RECORDED, "受領・エラーの通知のため、記録だけしました。");
    }
    if (isSaidBetter(handle, alert)) {
      return keep(handle, alert, origin, Disposition.RECORDED, "同じ内容を新しい形式の電文で扱うため、記録だけしました。");
    }
    return follow(handle, alert.withStream(streams.join(handle, alert)), origin);
  }

  private Item keep(
      Handle handle, Alert alert, Origin origin, Disposition disposition, String reason) {
    UUID id = UUID.randomUUID();
    store.insert(handle, row(id, alert, origin, disposition, reason), Optional.empty());
    if (disposition != Disposition.RECORDED) {
      write(handle, ChronologyKind.ALERT_KEPT, id, alert, origin, reason);
    }
    return new Item(disposition, Optional.of(id), Optional.empty(), alert.event(), reason);
  }

  private boolean isSaidBetter(Handle handle, Alert alert) {
    Set<String> better = BETTER.getOrDefault(alert.telegramType(), Set.of());
    return switch (oldWarnings) {
      case AUTO -> !better.isEmpty() && store.hasAny(handle, alert.sender(), better);
      // Of the two old ones still only one may count.
      case USE ->
          alert.telegramType().equals("VPWW53")
              && store.hasAny(handle, alert.sender(), Set.of("VPWW54"));
      case IGNORE -> !better.isEmpty();
    };
  }

  private void endWhatItSaysBetter(Handle handle, Alert alert) {
    BETTER.forEach(
        (worse, better) -> {
          if (better.contains(alert.telegramType()) && oldWarnings != OldWarnings.USE) {
            store.endInForceOf(handle, alert.sender(), Set.of(worse));
          }
        });
  }

  private Item follow(Handle handle, Alert alert, Origin origin) {
    UUID id = UUID.randomUUID();
    StreamMessage message = StreamMessage.of(id, alert, concerns.find(alert));
    List<StreamMessage> earlier = store.listMessages(handle, alert.stream());
    List<StreamMessage> all = new ArrayList<>(earlier);
    all.add(message);
    all.sort(StreamMessage.ORDER);
    StreamState after = StreamState.after(all, lasting);
    List<KindChange> changes =
        ChangeFinder.find(
            StreamState.after(earlier, lasting).at(alert.sent()), after, message.isCancel());
    boolean outdated = !all.getLast().alertId().equals(id);
    Verdict verdict = verdict(message, changes, outdated);
    store.insert(
        handle,
        row(id, alert, origin, verdict.disposition(), verdict.reason()),
        Optional.of(message));
    store.replaceInForce(handle, alert.stream(), after, shift(all.getLast(), origin));
    endWhatItSaysBetter(handle, alert);
    if (verdict.disposition() != Disposition.RECORDED) {
      return new Item(
          verdict.disposition(),
          Optional.of(id),
          Optional.empty(),
          alert.event(),
          verdict.reason());
    }
    Optional<UUID> predecessor =
        earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast().alertId());
    return decide(
        handle, new StoredAlert(id, mode, alert, origin.takenInAt(), changes, predecessor), origin);
  }

  private static Verdict verdict(
      StreamMessage message, List<KindChange> changes, boolean outdated) {
    if (outdated) {
      return new Verdict(Disposition.OUTDATED, "これより新しい電文を先に受け取っているため、記録だけしました。");
    }
    if (message.concerned().isEmpty() && changes.isEmpty()) {
      return new Verdict(Disposition.NOT_CONCERNED, "この市町村を含まない電文です。");
    }
    return new Verdict(Disposition.RECORDED, "");
  }

  private Item decide(Handle handle, StoredAlert alert, Origin origin) {
    write(handle, ChronologyKind.ALERT_RECEIVED, alert.id(), alert.alert(), origin, "");
    RuleDecision decision =
        rules.decide(alert, store.listTellings(handle, alert.thread(), alert.takenInAt()));
    Optional<UUID> dispatch = followUp.follow(handle, alert, decision);
    Outcome outcome = Outcome.of(decision, dispatch);
    store.note(handle, alert.id(), outcome.disposition(), outcome.reason(), outcome.told(alert));
    return new Item(
        outcome.disposition(),
        Optional.of(alert.id()),
        dispatch,
        alert.alert().event(),
        outcome.reason());
  }

  private Duration shift(StreamMessage latest, Origin origin) {
    return switch (mode) {
      case LIVE -> Duration.ZERO;
      // An old telegram played in a drill ends as long after now as it once ended after it was
      // sent.
      case DRILL -> Duration.between(latest.sent(), origin.takenInAt());
    };
  }

  private static Row row(
      UUID id, Alert alert, Origin origin, Disposition disposition, String reason) {
    return new Row(
        id, origin.originalId(), origin.ordinal(), alert, origin.takenInAt(), disposition, reason);
  }

  private void write(
      Handle handle, ChronologyKind kind, UUID id, Alert alert, Origin origin, String reason) {
    chronology.append(
        handle,
        new ChronologyEntry(
            origin.takenInAt(),
            mode,
            kind,
            "source:" + origin.source(),
            "alert:" + id,
            Map.of(
                "title", alert.event(),
                "telegramType", alert.telegramType(),
                "sender", alert.sender(),
                "sent", alert.sent().toString(),
                "reason", reason)));
  }

  private static Set<String> plus(Set<String> set, String one) {
    Set<String> more = new HashSet<>(set);
    more.add(one);
    return Set.copyOf(more);
  }

  private record Verdict(Disposition disposition, String reason) {}

  /** What the receipt says of a decision. */
  private record Outcome(
      Disposition disposition, String reason, Optional<RuleDecision.Telling> telling) {

    static Outcome of(RuleDecision decision, Optional<UUID> dispatch) {
      return switch (decision) {
        case RuleDecision.Ignore ignore ->
            new Outcome(Disposition.RECORDED, ignore.reason(), Optional.empty());
        case RuleDecision.Draft _, RuleDecision.SendByItself _ when dispatch.isEmpty() ->
            new Outcome(Disposition.RECORDED, "まだ伝えていない内容の終わりのため、記録だけしました。", Optional.empty());
        case RuleDecision.Draft draft ->
            new Outcome(
                Disposition.DRAFTED,
                "規則「" + draft.telling().rule() + "」により、配信案を作りました。",
                Optional.of(draft.telling()));
        case RuleDecision.SendByItself send ->
            new Outcome(
                Disposition.SENT,
                "規則「" + send.telling().rule() + "」により、自動で送りました。",
                Optional.of(send.telling()));
      };
    }

    Optional<PastTelling> told(StoredAlert alert) {
      return telling.map(told -> PastTelling.of(told.leading(), alert.takenInAt()));
    }
  }
}

package jp.noroshi.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.dispatch.DispatchResult.Refused;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.TextWriter;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/**
 * 訂正・取消 of what was told, to exactly the media and people that were told. An evacuation order told
 * by mistake is taken back with it. Like every draft it goes out when a second person approves it;
 * what has not been handed over by then is withdrawn. Thread-safe, blocking.
 */
public final class Corrections {

  private static final Duration VALID_FOR = Duration.ofHours(24);

  private final Desk desk;
  private final EvacuationOrders orders;
  private final TextWriter writer;
  private final EvacuationTexts evacuationTexts;

  Corrections(
      Desk desk, EvacuationOrders orders, TextWriter writer, EvacuationTexts evacuationTexts) {
    this.desk = desk;
    this.orders = orders;
    this.writer = writer;
    this.evacuationTexts = evacuationTexts;
  }

  /** Writes the draft of a correction. */
  public DispatchResult correct(UUID id, int version, Correction correction, Officer officer) {
    return desk.database()
        .inTransaction(
            handle -> {
              Optional<Dispatch> found = desk.dispatches().lock(handle, id);
              Optional<DispatchRefusal> fault =
                  findFault(handle, found, version, correction, officer);
              return fault.isPresent()
                  ? new Refused(fault.get(), found)
                  : draft(handle, found.orElseThrow(), correction, officer);
            });
  }

  private Optional<DispatchRefusal> findFault(
      Handle handle,
      Optional<Dispatch> found,
      int version,
      Correction correction,
      Officer officer) {
    if (found.isEmpty()) {
      return Optional.of(DispatchRefusal.NOT_FOUND);
    }
    if (!officer.may(Right.DRAFT)) {
      return Optional.of(DispatchRefusal.MAY_NOT_DRAFT);
    }
    if (found.get().state() != DispatchState.APPROVED) {
      return Optional.of(DispatchRefusal.NOT_APPROVED);
    }
    if (found.get().version() != version) {
      return Optional.of(DispatchRefusal.CHANGED_MEANWHILE);
    }
    if (desk.dispatches().existsCorrectionOf(handle, found.get().id())) {
      return Optional.of(DispatchRefusal.ALREADY_CORRECTED);
    }
    boolean saysNothing = correction.truth().isEmpty() && found.get().changeId().isEmpty();
    return saysNothing ? Optional.of(DispatchRefusal.REASON_MISSING) : Optional.empty();
  }

  private DispatchResult draft(
      Handle handle, Dispatch former, Correction correction, Officer officer) {
    Instant now = desk.clock().instant();
    Optional<EvacuationChange> undo =
        former
            .changeId()
            .flatMap(change -> orders.findChange(handle, change))
            .map(change -> undo(handle, change, officer, now));
    NewDispatch draft =
        new NewDispatch(
            DispatchReason.CORRECTED,
            former.thread(),
            new NewDispatch.Origin(
                Optional.empty(),
                undo.filter(change -> !change.changesNothing()).map(EvacuationChange::id),
                Optional.of(former.id())),
            former.hazard(),
            undo.flatMap(EvacuationDrafts::shownLevel),
            former.urgent(),
            NewDispatch.content(
                write(handle, former, correction, undo),
                former.media(),
                former.audience(),
                Optional.empty(),
                now.plus(VALID_FOR)),
            officer.account());
    return desk.create(handle, draft);
  }

  /** Undoes a change where nobody has changed the order since. */
  private EvacuationChange undo(
      Handle handle, EvacuationChange change, Officer officer, Instant now) {
    Map<AreaCode, AlertLevel> current = new HashMap<>();
    orders.listInForce(handle).stream()
        .filter(order -> order.hazard() == change.hazard())
        .forEach(order -> current.put(order.district(), order.level()));
    TreeMap<AreaCode, Optional<AlertLevel>> after = new TreeMap<>();
    for (AreaCode district : change.districts()) {
      boolean untouched = Objects.equals(current.get(district), change.after().get(district));
      AlertLevel level = untouched ? change.before().get(district) : current.get(district);
      after.put(district, Optional.ofNullable(level));
    }
    return orders.propose(handle, change.hazard(), "", after, officer.account(), now);
  }

  private List<DraftText> write(
      Handle handle, Dispatch former, Correction correction, Optional<EvacuationChange> undo) {
    List<EvacuationOrder> remaining =
        undo.map(change -> remaining(handle, change)).orElse(List.of());
    return writer.write(
        "correction",
        language -> {
          Map<String, Object> slots = new HashMap<>();
          slots.put("municipality", desk.rules().municipality().nameIn(language));
          slots.put("former", titleIn(former, language));
          slots.put(
              "formerTime",
              writer.templates().time(former.approvedAt().orElse(former.updatedAt()), language));
          slots.put("truth", language.startsWith("ja") ? correction.truth() : "");
          slots.put("order", undo.isPresent());
          slots.put("others", evacuationTexts.inForce(remaining, language));
          return slots;
        });
  }

  /** Returns the orders that stand in the districts once the change is undone. */
  private List<EvacuationOrder> remaining(Handle handle, EvacuationChange undo) {
    List<EvacuationOrder> remaining = new ArrayList<>();
    orders.listInForce(handle).stream()
        .filter(order -> undo.districts().contains(order.district()))
        .filter(order -> order.hazard() != undo.hazard())
        .forEach(remaining::add);
    undo.after()
        .forEach(
            (district, level) ->
                remaining.add(
                    new EvacuationOrder(
                        district, undo.hazard(), level, undo.proposedAt(), undo.id())));
    return remaining;
  }

  private static String titleIn(Dispatch former, String language) {
    return former.texts().stream()
        .filter(text -> text.language().equals(language))
        .map(DraftText::title)
        .findFirst()
        .orElse(former.title());
  }
}

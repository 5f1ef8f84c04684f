package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;

/**
 * What is in force in this municipality by the messages of one stream. Each message is a snapshot,
 * so the latest decides what is in force, and those before it only since when. Computed from all
 * messages in their own order, it does not depend on the order in which they arrived.
 *
 * @param entries what is in force, by area, hazard and code
 */
record StreamState(Map<KindKey, KindInForce> entries) {

  /** What makes a kind the same kind from one message to the next. */
  record KindKey(AreaCode area, Hazard hazard, String code) {
    static KindKey of(ConcernedKind concerned) {
      return new KindKey(concerned.area(), concerned.kind().hazard(), concerned.kind().code());
    }
  }

  /** A kind in force, as the latest message says it. */
  record KindInForce(
      ConcernedKind concerned, Instant since, UUID alertId, Optional<Instant> expires) {}

  static final StreamState NOTHING = new StreamState(Map.of());

  /**
   * Computes the state after these messages.
   *
   * @param messages in the order in which they count
   * @param lasting how long a kind lasts whose sender states no end
   */
  static StreamState after(List<StreamMessage> messages, Lasting lasting) {
    StreamState state = NOTHING;
    for (StreamMessage message : withoutCancelled(messages)) {
      state = state.followedBy(message, lasting);
    }
    return state;
  }

  /** Returns what of this is still in force at a time. */
  StreamState at(Instant time) {
    Map<KindKey, KindInForce> current = new LinkedHashMap<>(entries);
    current
        .values()
        .removeIf(entry -> entry.expires().filter(end -> !end.isAfter(time)).isPresent());
    return new StreamState(current);
  }

  private StreamState followedBy(StreamMessage message, Lasting lasting) {
    Map<KindKey, KindInForce> before = at(message.sent()).entries;
    Map<KindKey, KindInForce> after = new LinkedHashMap<>();
    for (ConcernedKind concerned : message.concerned()) {
      if (concerned.kind().state().isInForce()) {
        KindKey key = KindKey.of(concerned);
        KindInForce former = before.get(key);
        Instant since = former == null ? message.sent() : former.since();
        after.put(
            key,
            new KindInForce(
                concerned, since, message.alertId(), lasting.endOf(concerned.kind(), message)));
      }
    }
    return new StreamState(after);
  }

  /**
   * Leaves out cancels and what they cancel. A weather warning has no EventID, so a cancel of one
   * may name nothing we know: it then means the message just before it.
   */
  private static List<StreamMessage> withoutCancelled(List<StreamMessage> messages) {
    List<StreamMessage> standing = new ArrayList<>();
    for (StreamMessage message : messages) {
      if (!message.isCancel()) {
        standing.add(message);
      } else if (!standing.removeIf(message::names) && !standing.isEmpty()) {
        standing.removeLast();
      }
    }
    return standing;
  }
}

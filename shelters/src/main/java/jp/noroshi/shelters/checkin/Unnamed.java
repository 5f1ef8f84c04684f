package jp.noroshi.shelters.checkin;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many at a shelter are counted without names. The latest count of everybody stands; what came
 * and went after it is added. Not thread-safe.
 */
final class Unnamed {

  /** A head-count; below 0 when more got a card than had been counted. */
  record Heads(int people, int households) {
    static final Heads NONE = new Heads(0, 0);

    Heads plus(Heads other) {
      return new Heads(people + other.people, households + other.households);
    }
  }

  private final NavigableMap<EventOrder, Heads> changes = new TreeMap<>();
  private final NavigableMap<EventOrder, Heads> afresh = new TreeMap<>();
  private Heads now = Heads.NONE;

  void change(EventOrder order, Heads heads) {
    changes.put(order, heads);
    if (afresh.isEmpty() || order.compareTo(afresh.lastKey()) > 0) {
      now = now.plus(heads);
    }
  }

  void countAfresh(EventOrder order, Heads heads) {
    afresh.put(order, heads);
    addUp();
  }

  void remove(EventOrder order) {
    changes.remove(order);
    afresh.remove(order);
    addUp();
  }

  Heads now() {
    return now;
  }

  private void addUp() {
    NavigableMap<EventOrder, Heads> since =
        afresh.isEmpty() ? changes : changes.tailMap(afresh.lastKey(), false);
    Heads start = afresh.isEmpty() ? Heads.NONE : afresh.lastEntry().getValue();
    now = since.values().stream().reduce(start, Heads::plus);
  }
}

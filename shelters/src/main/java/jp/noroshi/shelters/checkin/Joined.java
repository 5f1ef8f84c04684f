package jp.noroshi.shelters.checkin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Records that people said are one. What is joined is found afresh from the words that stand, so
 * that a word taken back leaves no trace. Not thread-safe.
 */
final class Joined {

  private final Map<UUID, TreeMap<EventOrder, Sign.Same>> words = new HashMap<>();

  void add(EventOrder order, Sign.Same word) {
    words.computeIfAbsent(word.keep(), _ -> new TreeMap<>()).put(order, word);
    words.computeIfAbsent(word.other(), _ -> new TreeMap<>()).put(order, word);
  }

  void remove(EventOrder order, Sign.Same word) {
    words.get(word.keep()).remove(order);
    // Somebody may have said that a record is itself.
    words.get(word.other()).remove(order);
  }

  /** Returns everything that is one with this, itself among them. */
  Set<UUID> group(UUID id) {
    if (!words.containsKey(id)) {
      return Set.of(id);
    }
    Set<UUID> found = new LinkedHashSet<>(Set.of(id));
    Deque<UUID> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (Sign.Same word : words.getOrDefault(next.pop(), new TreeMap<>()).values()) {
        for (UUID end : new UUID[] {word.keep(), word.other()}) {
          if (found.add(end)) {
            next.push(end);
          }
        }
      }
    }
    return found;
  }

  /** Returns which of a group stands for all: the one the latest word keeps. */
  UUID standsFor(UUID id) {
    EventOrder latest = null;
    UUID kept = id;
    for (UUID member : group(id)) {
      TreeMap<EventOrder, Sign.Same> said = words.get(member);
      if (said != null
          && !said.isEmpty()
          && (latest == null || said.lastKey().compareTo(latest) > 0)) {
        latest = said.lastKey();
        kept = said.lastEntry().getValue().keep();
      }
    }
    return kept;
  }
}

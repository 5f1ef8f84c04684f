package jp.noroshi.channels.web;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The latest events of a stream, for browsers that come back. Thread-safe.
 *
 * <p>It knows every event with a number above {@link #floor} up to {@link #head}; of an older or a
 * never given number it says so, instead of leaving a gap.
 */
final class EventHistory {

  private final int capacity;
  private final ArrayDeque<EncodedEvent> events = new ArrayDeque<>();
  private long floor;
  private long head;

  EventHistory(int capacity) {
    this.capacity = capacity;
  }

  /** Begins at a number before which nothing is known. */
  synchronized void beginAfter(long number) {
    events.clear();
    floor = number;
    head = number;
  }

  /** Takes an event into the history; numbers rise. */
  synchronized void append(EncodedEvent event) {
    events.addLast(event);
    head = event.id().orElseThrow();
    if (events.size() > capacity) {
      floor = events.removeFirst().id().orElseThrow();
    }
  }

  /** Notes that everything up to this number has been seen, whether it made an event or not. */
  synchronized void reach(long number) {
    head = Math.max(head, number);
  }

  synchronized long head() {
    return head;
  }

  /** Lists what came after a number, oldest first; empty when that cannot be told. */
  synchronized Optional<List<EncodedEvent>> listAfter(long number) {
    return number < floor || number > head
        ? Optional.empty()
        : Optional.of(events.stream().filter(event -> event.isAfter(number)).toList());
  }
}

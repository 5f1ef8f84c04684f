package jp.noroshi.shelters.checkin;

import java.util.Comparator;
import java.util.UUID;

/**
 * Where an event stands among all others. Wall clock first, so that it reads as people remember it;
 * the count of a hybrid logical clock where a device made several in a millisecond or was behind
 * what it had already seen; device and id so that no two are ever equal.
 *
 * @param wall milliseconds since 1970, of the hybrid logical clock
 * @param count within the millisecond
 */
public record EventOrder(long wall, int count, UUID device, UUID id)
    implements Comparable<EventOrder> {

  private static final Comparator<EventOrder> ORDER =
      Comparator.comparingLong(EventOrder::wall)
          .thenComparingInt(EventOrder::count)
          .thenComparing(EventOrder::device, EventOrder::compareAsText)
          .thenComparing(EventOrder::id, EventOrder::compareAsText);

  @Override
  public int compareTo(EventOrder other) {
    return ORDER.compare(this, other);
  }

  /** As tablets compare them; {@code UUID.compareTo} has another order. */
  static int compareAsText(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}

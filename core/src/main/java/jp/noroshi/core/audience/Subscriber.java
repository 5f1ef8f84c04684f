package jp.noroshi.core.audience;

import java.util.List;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;

/**
 * Somebody who asked to be told on a medium.
 *
 * @param medium LINE or FCM
 * @param address LINE user id, FCM token; never logged
 * @param areas districts chosen; none, or the municipality's own code, means all of it
 * @param language BCP 47
 */
public record Subscriber(Medium medium, String address, List<AreaCode> areas, String language) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when the address is blank
   */
  public Subscriber {
    if (address == null || address.isBlank()) {
      throw new IllegalArgumentException("a subscriber needs an address");
    }
    areas = areas == null ? List.of() : List.copyOf(areas);
  }

  /** Hides the address: it is personal data. */
  @Override
  public String toString() {
    return "Subscriber[" + medium + ", " + areas + ", " + language + "]";
  }
}

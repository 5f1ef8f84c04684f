package jp.noroshi.shelters.checkin;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Where people can be. A place that was ever there stays one, so that nobody asks the database for
 * every check-in. Thread-safe.
 */
final class KnownShelters implements Predicate<UUID> {

  private final Predicate<UUID> isOnFile;
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();

  KnownShelters(Predicate<UUID> isOnFile) {
    this.isOnFile = isOnFile;
  }

  @Override
  public boolean test(UUID shelter) {
    if (known.contains(shelter)) {
      return true;
    }
    boolean found = isOnFile.test(shelter);
    if (found) {
      // Two may have asked at once: that another was quicker to remember it makes it no less a
      // shelter.
      known.add(shelter);
    }
    return found;
  }
}

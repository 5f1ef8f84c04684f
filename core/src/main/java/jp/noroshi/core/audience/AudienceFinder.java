package jp.noroshi.core.audience;

import java.util.List;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.place.AreaCode;

/**
 * Answers what core cannot know: which districts of the municipality lie inside an alert's areas
 * and shapes. Implemented by gis. Thread-safe, blocking.
 */
public interface AudienceFinder {

  /**
   * Finds the districts an alert concerns.
   *
   * @return the municipality's own code where all of it is meant, districts where only they are,
   *     empty where the alert does not concern this municipality
   */
  List<AreaCode> findDistricts(Alert alert);
}

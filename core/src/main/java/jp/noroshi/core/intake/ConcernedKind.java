package jp.noroshi.core.intake;

import java.util.List;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.place.AreaCode;

/**
 * What an alert says about an area that concerns this municipality.
 *
 * @param area the area's code; the municipality's own where the sender drew a shape without a code
 * @param areaName the area's name as the sender wrote it
 * @param municipal whether it was said of the municipality itself (or a part of it); false for a
 *     wider area, which only counts in an alert that has no municipal layer
 * @param kind what is said
 * @param districts whom it concerns: the municipality's own code for all of it, districts where
 *     only they are meant
 */
public record ConcernedKind(
    AreaCode area, String areaName, boolean municipal, AlertKind kind, List<AreaCode> districts) {

  /** Copies the list. */
  public ConcernedKind {
    districts = List.copyOf(districts);
  }
}

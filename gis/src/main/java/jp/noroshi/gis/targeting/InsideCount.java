package jp.noroshi.gis.targeting;

import java.util.List;
import java.util.OptionalLong;
import jp.noroshi.core.place.AreaCode;

/**
 * Who and what lies inside an area.
 *
 * @param residents people who live there
 * @param households the households they are
 * @param people people on the register of those who need assistance; not told when they are fewer
 *     than ten, because a narrow area would point at one of them
 * @param planned those of them who have a plan that was agreed; told and kept back like them
 * @param facilities facilities
 * @param sites evacuation sites and shelters
 * @param districts every district whose inside the area touches, by code
 * @param mended the outline crossed itself and was repaired
 */
public record InsideCount(
    long residents,
    long households,
    OptionalLong people,
    OptionalLong planned,
    long facilities,
    long sites,
    List<DistrictShare> districts,
    boolean mended) {

  /** Copies the list. */
  public InsideCount {
    districts = List.copyOf(districts);
  }

  InsideCount with(List<DistrictShare> touched) {
    return new InsideCount(
        residents, households, people, planned, facilities, sites, touched, mended);
  }

  /**
   * How much of a district an area takes in.
   *
   * @param residents of the district who live inside the area
   * @param of everybody who lives in the district
   */
  public record DistrictShare(AreaCode code, long residents, long of) {}
}

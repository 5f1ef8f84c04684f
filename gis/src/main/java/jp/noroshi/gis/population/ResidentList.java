package jp.noroshi.gis.population;

import java.util.List;
import jp.noroshi.gis.file.table.TextEncoding;

/**
 * What was read of a list of households.
 *
 * @param households those that can be counted
 * @param faults rows that cannot; with a single one the list as a whole is not taken
 * @param rows how many rows there are
 * @param encoding how the text was written
 */
public record ResidentList(
    List<Household> households, List<Fault> faults, int rows, TextEncoding encoding) {

  /** Copies the lists. */
  public ResidentList {
    households = List.copyOf(households);
    faults = List.copyOf(faults);
  }

  /**
   * A row that cannot be counted.
   *
   * @param row 1 = the first row below the headers
   */
  public record Fault(int row, Reason reason) {}

  /** Why a row cannot be counted. The names are part of the output of the command. */
  public enum Reason {
    /** Latitude or longitude is no number, or missing. */
    POSITION_UNREADABLE,
    /** Latitude and longitude stand in each other's column. */
    POSITION_SWAPPED,
    /** The position is not in Japan. */
    POSITION_ABROAD,
    /** How many live there is no whole number between 1 and 10,000. */
    RESIDENTS_UNREADABLE,
    /** An earlier row of the same household has another home. */
    HOUSEHOLD_APART
  }

  /** Returns how many people the households are. */
  public long residents() {
    return households.stream().mapToLong(Household::residents).sum();
  }
}

package jp.noroshi.gis.imports;

/** What may be odd about a row. The name is stored; the screens have a text for each. */
public enum DoubtCode {
  /** There is no name. */
  NAME_MISSING(true),
  /** There is no position. */
  POSITION_MISSING(true),
  /** The position is no pair of numbers. */
  POSITION_UNREADABLE(true),
  /** The position is not in Japan, however it is read. */
  POSITION_ABROAD(true),
  /** The key stands in an earlier row too. */
  KEY_TWICE(true),
  /** The geometry cannot be used, even mended. */
  OUTLINE_UNUSABLE(true),
  /** The rank or depth of the zone is not understood. */
  RANK_UNREADABLE(true),
  /** A district is named that is not on the map. */
  DISTRICT_UNKNOWN(true),
  /** There is no district in it. */
  AREA_EMPTY(true),

  /** Latitude and longitude were swapped and have been put right. */
  POSITION_SWAPPED(false),
  /** The position was in a plane rectangular system and has been converted. */
  POSITION_PROJECTED(false),
  /** The place lies outside the municipality. */
  POSITION_OUTSIDE(false),
  /** Another row has the same position: right in one building, wrong where it was copied. */
  POSITION_SHARED(false),
  /** The list has no names; one was made of its number. */
  NAME_MADE(false),
  /** The name had spaces around it. */
  NAME_SPACED(false),
  /** The code of the municipality had lost its leading zero. */
  CODE_ZERO_LOST(false),
  /** The check digit of the municipality's code is wrong. */
  CODE_CHECK_WRONG(false),
  /** The identifier was ruined by a spreadsheet (1.23E+10) and is not used. */
  ID_RUINED(false),
  /** Another row has the same name and place. */
  LIKELY_TWICE(false),
  /** The capacity is a sentence; a number was taken from it. */
  CAPACITY_SENTENCE(false),
  /** The capacity cannot be read and is left open. */
  CAPACITY_UNREADABLE(false),
  /** A level at which a gauge warns is no number of metres and is left open. */
  THRESHOLD_UNREADABLE(false),
  /** A flag is neither yes nor empty; it counts as no. */
  FLAG_UNREADABLE(false),
  /** A word for a hazard is not one of the law's; it is left out. */
  HAZARD_UNKNOWN(false),
  /** The list speaks of hazards and this site is for none. */
  HAZARD_NONE(false),
  /** The same place in the other list lies more than 200 m away. */
  HALVES_APART(false),
  /** The geometry was not valid and has been mended. */
  OUTLINE_MENDED(false),
  /** A town is named that is no district of the map; it is kept as a word and counts nobody. */
  TOWN_UNKNOWN(false),
  /** It lies over another district. */
  OUTLINE_OVERLAPS(false),
  /** Land beside it belongs to no district. */
  GAP_BESIDE(false),
  /** A value was shortened or cut in the file. */
  VALUE_CUT(false);

  private final boolean refusing;

  DoubtCode(boolean refusing) {
    this.refusing = refusing;
  }

  /** Tells whether a row with it is not taken over. */
  public boolean isRefusing() {
    return refusing;
  }
}

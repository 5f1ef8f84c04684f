package jp.noroshi.gis.imports;

/** What a file is about. The name is stored. */
public enum ImportKind {
  /** Evacuation sites and shelters. */
  SITES,
  /** Hazard zones. */
  HAZARDS,
  /** Districts. */
  DISTRICTS,
  /** Named sets of areas beside the districts. */
  AREA_SETS,
  /** Facilities. */
  FACILITIES,
  /** Residents and households, as counted. */
  POPULATION
}

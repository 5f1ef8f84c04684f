package jp.noroshi.gis.route;

/** Why a closure was not taken over or lifted. */
public enum ClosureRefusal {
  /** There is none of this id. */
  NOT_FOUND,
  /** It was lifted before. */
  ALREADY_LIFTED,
  /** The shape is no usable GeoJSON geometry, or reaches farther than a municipality. */
  SHAPE_UNUSABLE,
  /** A closure must say why. */
  REASON_MISSING,
  /** It would end before it begins. */
  ENDS_BEFORE_IT_BEGINS
}

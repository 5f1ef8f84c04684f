package jp.noroshi.gis.plan;

/** 移動手段. The name is stored. */
public enum Transport {
  /** 徒歩. */
  ON_FOOT,
  /** 車いす. */
  WHEELCHAIR,
  /** 自家用車. */
  CAR,
  /** 福祉車両. */
  WELFARE_VEHICLE,
  /** 担架・背負い. */
  CARRIED
}

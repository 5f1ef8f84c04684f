package jp.noroshi.gis.plan;

/** 開始の合図: what sets a plan going. The name is stored. */
public enum StartSignal {
  /** 警戒レベル3 高齢者等避難: the usual one. */
  LEVEL_3,
  /** 警戒レベル4 避難指示. */
  LEVEL_4,
  /** 津波警報・大津波警報: tsunami has no level. */
  TSUNAMI_WARNING,
  /** 強い揺れ. */
  STRONG_SHAKING,
  /** Something else, in words. */
  OTHER
}

package jp.noroshi.core.alert;

/** How an alert was written when it came in. */
public enum AlertFormat {
  /** 気象庁防災情報XML. */
  JMA_XML,
  /** Common Alerting Protocol 1.1 or 1.2. */
  CAP,
  /** 火災情報 as JSON. */
  FIRE_NOTICE,
  /** A notice written by hand at the console. */
  NOTICE,
  /** A change of evacuation orders, made by the hub itself. */
  EVACUATION_ORDER,
  /** News about shelters, made by the hub itself. */
  SHELTER_OPENING
}

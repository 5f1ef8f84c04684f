package jp.noroshi.gis.register;

/** Whether the register can be opened. */
public enum KeyState {
  /** The key is here and fits. */
  OPEN,
  /** There is no key where the settings say it is. */
  KEY_MISSING,
  /** There is a key, but the register was sealed with another one. */
  KEY_WRONG
}

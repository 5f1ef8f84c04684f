package jp.noroshi.gis.register;

/**
 * A file as another office of the municipality hands it over (49条の10第3項).
 *
 * @param kind from which system
 * @param name of the file
 * @param bytes CSV with a line of headings; UTF-8 or Windows-31J
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Extract(Kind kind, String name, byte[] bytes) {

  /** From which system. */
  public enum Kind {
    /** 住民基本台帳. */
    RESIDENT,
    /** 介護保険. */
    CARE,
    /** 障害福祉・難病. */
    DISABILITY
  }

  @Override
  public String toString() {
    return "Extract[" + kind + " " + bytes.length + " bytes]";
  }
}

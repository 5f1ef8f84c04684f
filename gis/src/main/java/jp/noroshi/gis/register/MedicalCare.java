package jp.noroshi.gis.register;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * 医療的ケア at home.
 *
 * @param devices what is needed
 * @param powerHours for how many hours the devices run without mains; empty = not known
 * @param note anything else, in words
 */
public record MedicalCare(Set<Device> devices, OptionalInt powerHours, Optional<String> note) {

  /** What is needed. The name is stored. */
  public enum Device {
    /** 人工呼吸器. */
    VENTILATOR,
    /** 吸引. */
    SUCTION,
    /** 在宅酸素. */
    OXYGEN,
    /** 透析. */
    DIALYSIS
  }

  /** Nothing is needed, as far as is known. */
  public static final MedicalCare NONE =
      new MedicalCare(Set.of(), OptionalInt.empty(), Optional.empty());

  /** Copies the set. */
  public MedicalCare {
    devices = Set.copyOf(devices);
  }

  @Override
  public String toString() {
    return "MedicalCare[…]";
  }
}

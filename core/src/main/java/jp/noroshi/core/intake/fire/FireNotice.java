package jp.noroshi.core.intake.fire;

import java.time.OffsetDateTime;
import java.util.Optional;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.place.AreaCode;

/**
 * What a fire command centre says of one incident at one moment.
 *
 * @param incident the same in every notice of the incident
 * @param status whether it is an exercise
 * @param sender who says it
 * @param time when what it says happened
 * @param place name of the place, 丁目 at the most
 * @param areaCode the municipality or a district of it, if given
 * @param landmark what stands near, empty if nothing is
 * @param kind what burns
 * @param phase how far it is
 * @param confirmed whether someone on the spot has seen it
 */
record FireNotice(
    String incident,
    AlertStatus status,
    String sender,
    OffsetDateTime time,
    String place,
    Optional<AreaCode> areaCode,
    String landmark,
    Kind kind,
    Phase phase,
    boolean confirmed) {

  /** What burns. */
  enum Kind {
    BUILDING("建物"),
    FOREST("林野"),
    VEHICLE("車両"),
    OTHER("その他");

    private final String japanese;

    Kind(String japanese) {
      this.japanese = japanese;
    }

    String japanese() {
      return japanese;
    }

    /** Returns what people call it: there is no 「その他火災」 in speech. */
    String event() {
      return this == OTHER ? "火災" : japanese + "火災";
    }
  }

  /** How far it is. */
  enum Phase {
    BROKEN_OUT("発生"),
    UNDER_CONTROL("鎮圧"),
    OUT("鎮火"),
    FALSE_ALARM("誤報");

    private final String japanese;

    Phase(String japanese) {
      this.japanese = japanese;
    }

    String japanese() {
      return japanese;
    }
  }
}

package jp.noroshi.gis.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.register.ConsentAnswer;

/**
 * 避難支援等実施者, opened.
 *
 * @param id the hub's number
 * @param kind a person or a group
 * @param version grows with every change; 0 = not written yet
 * @param name 氏名 or the group's name
 * @param contact 担当者 of a group
 * @param address 住所
 * @param phone 連絡先
 * @param district where they live
 * @param home where that is
 * @param hours 不在時間帯, in words
 * @param absentFrom away from that day on
 * @param absentTo the last day away; empty = until further notice
 * @param maxLoad how many people they can help
 * @param consent to their data being handed over in normal times
 * @param consentOn when they answered
 * @param remarks whatever else
 * @param gone whether they help nobody any more
 */
public record Supporter(
    UUID id,
    Kind kind,
    int version,
    String name,
    Optional<String> contact,
    Optional<String> address,
    Optional<String> phone,
    Optional<AreaCode> district,
    Optional<LatLon> home,
    Optional<String> hours,
    Optional<LocalDate> absentFrom,
    Optional<LocalDate> absentTo,
    int maxLoad,
    ConsentAnswer consent,
    Optional<LocalDate> consentOn,
    Optional<String> remarks,
    boolean gone) {

  /** What a supporter is. The name is stored. */
  public enum Kind {
    /** 個人. */
    PERSON,
    /** 団体. */
    GROUP
  }

  @Override
  public String toString() {
    return "Supporter[" + id + "]";
  }
}

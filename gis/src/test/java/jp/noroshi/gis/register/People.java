package jp.noroshi.gis.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;

/** Invented people for tests. */
public final class People {

  /** 長岡. */
  public static final AreaCode NAGAOKA = new AreaCode("22225-01");

  /** 韮山. */
  public static final AreaCode NIRAYAMA = new AreaCode("22225-02");

  private People() {}

  /** A woman who uses a ventilator. */
  public static PersonEntry hana() {
    return entry("0000123", "見本 花", "ミホン ハナ", NAGAOKA);
  }

  /** Somebody with a name of choice. */
  public static PersonEntry entry(String reference, String name, String kana, AreaCode district) {
    return new PersonEntry(
        PersonId.random(),
        Optional.of(district),
        Optional.of(new LatLon(35.033, 138.93)),
        false,
        Mobility.WHEELCHAIR,
        PersonState.LISTED,
        identity(reference, name, kana),
        condition(),
        contacts());
  }

  static Identity identity(String reference, String name, String kana) {
    return new Identity(
        reference,
        name,
        kana,
        Optional.of(LocalDate.of(1941, 4, 5)),
        Sex.FEMALE,
        "伊豆の国市見本町1-2",
        Optional.empty(),
        Optional.of("000-0000-0123"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("見本自治会"),
        Optional.of("3班"),
        Optional.of("民生 委員"));
  }

  static Condition condition() {
    return new Condition(
        List.of("要介護3以上"),
        Optional.of(CareLevel.CARE_4),
        List.of(new Certificate(Certificate.Kind.PHYSICAL, "1級", Optional.of("下肢"))),
        Optional.empty(),
        new MedicalCare(Set.of(MedicalCare.Device.VENTILATOR), OptionalInt.of(6), Optional.empty()),
        Set.of(Consideration.WALKING, Consideration.SEEING),
        Optional.of("見本病"),
        Optional.of("見本医院"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("筆談"));
  }

  static Contacts contacts() {
    return new Contacts(
        List.of(new Contacts.EmergencyContact("見本 太郎", Optional.of("長男"), "000-0000-0124")),
        Optional.of("見本ケアプラン"),
        Optional.empty(),
        Optional.of("ひとり暮らし"),
        Optional.of(true),
        Optional.empty());
  }
}

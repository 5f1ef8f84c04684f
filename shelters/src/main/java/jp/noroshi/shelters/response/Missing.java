package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.Consideration;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.MedicalCare;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.Sex;

/**
 * Somebody not yet known to be safe, as those who look for them have to know: who, where, how to
 * move them, whom to call. No diagnosis.
 *
 * @param number of the case, for talking about it
 * @param districts where they were found
 * @param address where they live
 * @param powerHours for how many hours their devices run without mains
 * @param household 世帯構成, in words
 * @param notes what staff wrote down for those who look for them
 * @param changedAt since when it stands so
 */
public record Missing(
    int number,
    List<AreaCode> districts,
    CaseState state,
    Optional<CaseReason> reason,
    boolean helpWanted,
    Risk risk,
    String name,
    String kana,
    Optional<LocalDate> birthDate,
    Sex sex,
    String address,
    Optional<String> phone,
    Optional<String> association,
    Mobility mobility,
    Set<Consideration> considerations,
    Set<MedicalCare.Device> devices,
    OptionalInt powerHours,
    Optional<String> communication,
    Optional<String> household,
    List<Contacts.EmergencyContact> contacts,
    List<CaseNotes.Note> notes,
    Instant changedAt) {

  static Missing of(NotYetSafe.Line line, Person person, List<CaseNotes.Note> notes) {
    Optional<Condition> condition = person.condition();
    Optional<Contacts> contacts = person.contacts();
    return new Missing(
        line.number(),
        line.districts(),
        line.state(),
        line.reason(),
        line.helpWanted(),
        line.risk(),
        person.identity().name(),
        person.identity().kana(),
        person.identity().birthDate(),
        person.identity().sex(),
        person.identity().residence().orElse(person.identity().address()),
        person.identity().phone(),
        person.identity().association(),
        person.outline().mobility(),
        condition.map(Condition::considerations).orElse(Set.of()),
        condition.map(each -> each.medicalCare().devices()).orElse(Set.of()),
        condition.map(each -> each.medicalCare().powerHours()).orElse(OptionalInt.empty()),
        condition.flatMap(Condition::communication),
        contacts.flatMap(Contacts::household),
        contacts.map(Contacts::emergency).orElse(List.of()),
        notes,
        line.changedAt());
  }

  /** Says nothing: personal data does not belong in a log. */
  @Override
  public String toString() {
    return "Missing[" + number + "]";
  }
}

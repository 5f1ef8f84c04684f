package jp.noroshi.opsconsole.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.ReceptionBrief;
import jp.noroshi.gis.plan.SupportRole;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.plan.Transport;
import jp.noroshi.gis.register.CareLevel;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.Consideration;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.MedicalCare;
import jp.noroshi.gis.register.Person;
import jp.noroshi.shelters.checkin.HouseholdCard;
import jp.noroshi.shelters.checkin.PersonCard;
import jp.noroshi.shelters.checkin.RegisterCards;

/** A brief as the tablet shows it: what a shelter has to know, and nothing else of the file. */
record BriefView(Optional<Entry> register, Optional<Agreed> plans) {

  record Entry(
      LegalBasis basis,
      HouseholdCard household,
      PersonCard person,
      Optional<CareLevel> careLevel,
      Set<Consideration> considerations,
      Set<MedicalCare.Device> devices,
      Optional<String> deviceNote,
      Optional<String> communication,
      Optional<String> careManager,
      List<Contacts.EmergencyContact> contacts) {}

  record Agreed(LegalBasis basis, List<Arrangement> arrangements) {}

  /**
   * A plan.
   *
   * @param reviewDue whether something it relies on has changed, or its time has come
   * @param agreedOn when the person agreed to it
   */
  record Arrangement(
      HazardKind hazard,
      boolean reviewDue,
      Optional<LocalDate> agreedOn,
      List<Place> destinations,
      boolean directToWelfareShelter,
      Transport transport,
      List<String> items,
      Optional<String> remarks,
      List<Supporter> helpers) {}

  record Place(Optional<UUID> site, String name) {}

  record Supporter(
      String name, Optional<String> contact, Optional<String> phone, Optional<SupportRole> role) {}

  static BriefView of(ReceptionBrief brief) {
    return new BriefView(
        brief.register().map(entry -> entry(entry.basis(), entry.person())),
        brief
            .plans()
            .map(
                agreed ->
                    new Agreed(
                        agreed.basis(),
                        agreed.arrangements().stream().map(BriefView::arrangement).toList())));
  }

  private static Entry entry(LegalBasis basis, Person person) {
    Optional<Condition> condition = person.condition();
    return new Entry(
        basis,
        RegisterCards.household(person),
        RegisterCards.person(person),
        condition.flatMap(Condition::careLevel),
        condition.map(Condition::considerations).orElse(Set.of()),
        condition.map(Condition::medicalCare).map(MedicalCare::devices).orElse(Set.of()),
        condition.map(Condition::medicalCare).flatMap(MedicalCare::note),
        condition.flatMap(Condition::communication),
        person.contacts().flatMap(Contacts::careManager),
        person.contacts().map(Contacts::emergency).orElse(List.of()));
  }

  private static Arrangement arrangement(ReceptionBrief.Arrangement given) {
    PlanContent content = given.plan().content();
    return new Arrangement(
        given.plan().hazard(),
        given.plan().state() == PlanState.REVIEW_DUE,
        given.plan().agreedOn(),
        content.destinations().stream()
            .map(place -> new Place(place.site(), place.name().orElse("")))
            .toList(),
        content.directToWelfareShelter(),
        content.transport(),
        content.items(),
        content.remarks(),
        given.supporters().stream().map(each -> supporter(content, each)).toList());
  }

  private static Supporter supporter(PlanContent content, Supporters.Loaded loaded) {
    return new Supporter(
        loaded.supporter().name(),
        loaded.supporter().contact(),
        loaded.supporter().phone(),
        content.supporters().stream()
            .filter(each -> each.supporter().equals(loaded.supporter().id()))
            .map(each -> each.role())
            .findFirst());
  }

  @Override
  public String toString() {
    return "BriefView[…]";
  }
}

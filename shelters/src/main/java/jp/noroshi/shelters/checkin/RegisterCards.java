package jp.noroshi.shelters.checkin;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.gis.register.CareLevel;
import jp.noroshi.gis.register.Certificate;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.Consideration;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.Identity;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.Sex;

/**
 * Cards of the reception filled from the register, so that nobody is asked again what the city
 * knows. Only for whom it may be handed over; diagnoses are left out.
 */
public final class RegisterCards {

  private RegisterCards() {}

  /** Returns the card of a person. How they are now nobody knows but they. */
  public static PersonCard person(Person person) {
    Identity identity = person.identity();
    Optional<Condition> condition = person.condition();
    return new PersonCard(
        cut(identity.name(), 60),
        cut(identity.kana(), 60),
        identity.birthDate(),
        Optional.empty(),
        sex(identity.sex()),
        "",
        condition.map(RegisterCards::needs).orElse(Set.of()),
        PersonCard.Condition.UNKNOWN,
        text(condition.flatMap(Condition::medication), 200),
        text(condition.flatMap(Condition::allergies), 200),
        condition.flatMap(RegisterCards::powerHours),
        person.contacts().flatMap(RegisterCards::contact).orElse(""),
        "",
        "");
  }

  /** Returns the card of their household, as far as the register knows it. */
  public static HouseholdCard household(Person person) {
    Identity identity = person.identity();
    return new HouseholdCard(
        "",
        HouseholdCard.Residence.IN_CITY,
        "",
        cut(identity.residence().orElse(identity.address()), 200),
        text(identity.phone(), 20),
        text(identity.association(), 60),
        HouseholdCard.Damage.UNKNOWN,
        "",
        HouseholdCard.Pets.NONE,
        HouseholdCard.Disclosure.UNANSWERED,
        Optional.empty(),
        text(person.condition().flatMap(Condition::language), 20),
        "");
  }

  private static PersonCard.Sex sex(Sex sex) {
    return switch (sex) {
      case FEMALE -> PersonCard.Sex.FEMALE;
      case MALE -> PersonCard.Sex.MALE;
      case NOT_SAID -> PersonCard.Sex.UNKNOWN;
    };
  }

  private static Set<Need> needs(Condition condition) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    condition.careLevel().filter(RegisterCards::isCare).ifPresent(_ -> needs.add(Need.NEEDS_CARE));
    condition.certificates().forEach(certificate -> needs.add(need(certificate.kind())));
    if (condition.considerations().contains(Consideration.SEEING)) {
      needs.add(Need.SIGHT);
    }
    if (condition.considerations().contains(Consideration.HEARING)) {
      needs.add(Need.HEARING);
    }
    if (!condition.medicalCare().devices().isEmpty()) {
      needs.add(Need.MEDICAL_DEVICE);
    }
    condition.allergies().ifPresent(_ -> needs.add(Need.ALLERGY));
    condition.language().ifPresent(_ -> needs.add(Need.LANGUAGE));
    return needs;
  }

  private static boolean isCare(CareLevel level) {
    return level.compareTo(CareLevel.CARE_1) >= 0;
  }

  private static Need need(Certificate.Kind kind) {
    return switch (kind) {
      case PHYSICAL -> Need.PHYSICAL_DISABILITY;
      case INTELLECTUAL -> Need.INTELLECTUAL_DISABILITY;
      case MENTAL -> Need.MENTAL_DISABILITY;
    };
  }

  private static Optional<Integer> powerHours(Condition condition) {
    return condition.medicalCare().powerHours().stream().boxed().findFirst();
  }

  private static Optional<String> contact(Contacts contacts) {
    return contacts.emergency().stream()
        .findFirst()
        .map(
            each ->
                cut(
                    String.format(
                        Locale.ROOT,
                        "%s%s %s",
                        each.name(),
                        each.relation().map(relation -> "（" + relation + "）").orElse(""),
                        each.phone()),
                    100));
  }

  private static String text(Optional<String> text, int longest) {
    return text.map(given -> cut(given, longest)).orElse("");
  }

  /** A card takes no more: what is too long would keep it from being sent. */
  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}

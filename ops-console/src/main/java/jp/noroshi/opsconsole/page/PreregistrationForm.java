package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.noroshi.shelters.checkin.HouseholdCard;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard;

/**
 * What somebody wrote into the form. Whatever else is sent is left aside.
 *
 * @param cards by the place in the form, those with a name or kana
 */
record PreregistrationForm(HouseholdCard household, Map<Integer, PersonCard> cards) {

  static final PreregistrationForm EMPTY = new PreregistrationForm(HouseholdCard.BLANK, Map.of());

  PreregistrationForm {
    cards = Map.copyOf(cards);
  }

  static PreregistrationForm read(MultiMap fields, int people) {
    Map<Integer, PersonCard> cards = new TreeMap<>();
    for (int number = 1; number <= people; number++) {
      PersonCard card = person(fields, number);
      if (!card.name().isBlank() || !card.kana().isBlank()) {
        cards.put(number, card);
      }
    }
    HouseholdCard household =
        new HouseholdCard(
            "",
            HouseholdCard.Residence.IN_CITY,
            "",
            text(fields, "address"),
            text(fields, "phone"),
            text(fields, "community"),
            HouseholdCard.Damage.UNKNOWN,
            "",
            HouseholdCard.Pets.NONE,
            one(HouseholdCard.Disclosure.class, text(fields, "disclosure"))
                .orElse(HouseholdCard.Disclosure.UNANSWERED),
            Optional.empty(),
            "",
            "");
    return new PreregistrationForm(household, cards);
  }

  private static PersonCard person(MultiMap fields, int number) {
    return new PersonCard(
        text(fields, "name" + number),
        text(fields, "kana" + number),
        date(text(fields, "birth" + number)),
        Optional.empty(),
        one(PersonCard.Sex.class, text(fields, "sex" + number)).orElse(PersonCard.Sex.UNKNOWN),
        "",
        needs(fields.getAll("need" + number)),
        PersonCard.Condition.UNKNOWN,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  /** Returns the people in the order of the form. */
  List<PersonCard> people() {
    return new TreeMap<>(cards).values().stream().toList();
  }

  /** Returns what was written at a place; blank where nothing was. */
  PersonCard find(int number) {
    return cards.getOrDefault(number, PersonCard.BLANK);
  }

  private static String text(MultiMap fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).orElse("");
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Set<Need> needs(List<String> names) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    names.forEach(name -> one(Need.class, name).ifPresent(needs::add));
    return needs;
  }

  private static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
    return EnumSet.allOf(type).stream().filter(each -> each.name().equals(name)).findFirst();
  }
}

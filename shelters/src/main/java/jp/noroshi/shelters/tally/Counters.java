package jp.noroshi.shelters.tally;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import jp.noroshi.shelters.checkin.AgeClass;
import jp.noroshi.shelters.checkin.HouseholdCard.Pets;
import jp.noroshi.shelters.checkin.HouseholdCard.Residence;
import jp.noroshi.shelters.checkin.HouseholdTraits;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard.Condition;
import jp.noroshi.shelters.checkin.PersonCard.Sex;
import jp.noroshi.shelters.checkin.Presence;

/** Figures that change by one as people come and go. Not thread-safe. */
final class Counters {

  private static final int HOURS_OF_A_DAY = 24;

  /** A household with somebody here: how many of them, and how many of these inside. */
  private static final class Here {
    int people;
    int inside;
    int selfOpened;
    HouseholdTraits traits = HouseholdTraits.UNKNOWN;
  }

  private final Map<Sex, Integer> sex = new EnumMap<>(Sex.class);
  private final Map<AgeClass, Integer> age = new EnumMap<>(AgeClass.class);
  private final Map<Residence, Integer> residence = new EnumMap<>(Residence.class);
  private final Map<Condition, Integer> condition = new EnumMap<>(Condition.class);
  private final Map<Need, Integer> needs = new EnumMap<>(Need.class);
  private final Map<UUID, Here> households = new HashMap<>();
  private int carded;
  private int named;
  private int out;
  private int outside;
  private int selfOpened;
  private int powerless;
  private int unnamed;
  private int unnamedHouseholds;
  private int unnamedOutside;
  private int unnamedOutsideHouseholds;
  private int unnamedSelfOpened;
  private int unnamedSelfOpenedHouseholds;

  /**
   * Adds somebody, or takes them away.
   *
   * @param by 1 or −1
   */
  void add(Presence person, PlaceKind place, int by) {
    boolean isOutside = place == PlaceKind.OUTSIDE || person.form().isOutside();
    carded += by;
    named += person.traits().named() ? by : 0;
    out += person.out() ? by : 0;
    outside += isOutside ? by : 0;
    selfOpened += place == PlaceKind.SELF_OPENED ? by : 0;
    powerless += person.traits().powerHours().orElse(HOURS_OF_A_DAY) < HOURS_OF_A_DAY ? by : 0;
    sex.merge(person.traits().sex(), by, Integer::sum);
    age.merge(person.traits().age(), by, Integer::sum);
    residence.merge(person.householdTraits().residence(), by, Integer::sum);
    condition.merge(person.traits().condition(), by, Integer::sum);
    person.traits().needs().forEach(need -> needs.merge(need, by, Integer::sum));
    addHousehold(person, isOutside, place, by);
  }

  private void addHousehold(Presence person, boolean isOutside, PlaceKind place, int by) {
    Here here = households.computeIfAbsent(person.household(), _ -> new Here());
    here.people += by;
    here.inside += isOutside ? 0 : by;
    here.selfOpened += place == PlaceKind.SELF_OPENED ? by : 0;
    // Who goes takes a former card along; who comes or stays has the latest.
    here.traits = by > 0 ? person.householdTraits() : here.traits;
    if (here.people == 0) {
      households.remove(person.household());
    }
  }

  void addUnnamed(PlaceKind place, int people, int moreHouseholds) {
    unnamed += people;
    unnamedHouseholds += moreHouseholds;
    switch (place) {
      case SHELTER -> {}
      case SELF_OPENED -> {
        unnamedSelfOpened += people;
        unnamedSelfOpenedHouseholds += moreHouseholds;
      }
      case OUTSIDE -> {
        unnamedOutside += people;
        unnamedOutsideHouseholds += moreHouseholds;
      }
    }
  }

  int unnamedPeople() {
    return unnamed;
  }

  int unnamedHouseholds() {
    return unnamedHouseholds;
  }

  int people() {
    return carded + unnamed;
  }

  int households() {
    return households.size() + unnamedHouseholds;
  }

  Figures figures() {
    return new Figures(
        people(),
        households(),
        unnamed,
        named,
        out,
        outside + unnamedOutside,
        householdsWith(here -> here.inside == 0) + unnamedOutsideHouseholds,
        selfOpened + unnamedSelfOpened,
        householdsWith(here -> here.selfOpened > 0) + unnamedSelfOpenedHouseholds,
        withUnknown(sex, Sex.UNKNOWN),
        withUnknown(age, AgeClass.UNKNOWN),
        withUnknown(residence, Residence.UNKNOWN),
        withUnknown(condition, Condition.UNKNOWN),
        withoutZero(needs),
        pets(),
        powerless);
  }

  private int householdsWith(Predicate<Here> wanted) {
    return (int) households.values().stream().filter(wanted).count();
  }

  private Pets pets() {
    return households.values().stream()
        .map(here -> here.traits.pets())
        .reduce(
            Pets.NONE,
            (a, b) -> new Pets(a.dogs() + b.dogs(), a.cats() + b.cats(), a.others() + b.others()));
  }

  private <E extends Enum<E>> Map<E, Integer> withUnknown(Map<E, Integer> classes, E unknown) {
    Map<E, Integer> all = new HashMap<>(classes);
    all.merge(unknown, unnamed, Integer::sum);
    return withoutZero(all);
  }

  private static <E extends Enum<E>> Map<E, Integer> withoutZero(Map<E, Integer> classes) {
    Map<E, Integer> some = new HashMap<>(classes);
    some.values().removeIf(count -> count == 0);
    return some;
  }
}

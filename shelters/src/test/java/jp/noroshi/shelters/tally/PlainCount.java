package jp.noroshi.shelters.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.EvacueeTraits;
import jp.noroshi.shelters.checkin.HouseholdCard.Pets;
import jp.noroshi.shelters.checkin.HouseholdTraits;
import jp.noroshi.shelters.checkin.Sign;
import jp.noroshi.shelters.checkin.SignedEvent;
import jp.noroshi.shelters.checkin.StayForm;

/**
 * Counts as somebody would with all sheets of paper on the table: put in order, strike out what was
 * taken back, go through once from the first to the last, then count heads. Shares nothing with the
 * code it judges.
 */
final class PlainCount {

  private final Map<UUID, UUID> names = new HashMap<>();
  private final Map<UUID, Where> where = new HashMap<>();
  private final Map<UUID, StayForm> forms = new HashMap<>();
  private final Map<UUID, UUID> households = new HashMap<>();
  private final Map<UUID, EvacueeTraits> traits = new HashMap<>();
  private final Map<UUID, HouseholdTraits> householdTraits = new HashMap<>();
  private final Map<UUID, int[]> unnamed = new HashMap<>();

  private record Where(UUID shelter, boolean out) {}

  private PlainCount() {}

  static PlainCount of(List<SignedEvent> history) {
    PlainCount count = new PlainCount();
    List<SignedEvent> standing = standing(history);
    count.giveNames(standing);
    standing.forEach(count::goThrough);
    return count;
  }

  private static List<SignedEvent> standing(List<SignedEvent> history) {
    Map<UUID, SignedEvent> once = new HashMap<>();
    history.forEach(event -> once.put(event.order().id(), event));
    Set<UUID> struck = new HashSet<>();
    once.values()
        .forEach(
            event -> {
              if (event.sign() instanceof Sign.Undone undone) {
                struck.add(undone.event());
              }
            });
    return once.values().stream()
        .filter(
            event -> !struck.contains(event.order().id()) || event.sign() instanceof Sign.Undone)
        .sorted(Comparator.comparing(SignedEvent::order))
        .toList();
  }

  /** Everybody joined gets one name: the one kept by the last word about any of them. */
  private void giveNames(List<SignedEvent> standing) {
    List<Sign.Same> words = new ArrayList<>();
    for (SignedEvent event : standing) {
      if (event.sign() instanceof Sign.Same same) {
        words.add(same);
      }
    }
    Map<UUID, Set<UUID>> heaps = new HashMap<>();
    for (Sign.Same word : words) {
      Set<UUID> heap = new HashSet<>(heaps.getOrDefault(word.keep(), Set.of(word.keep())));
      heap.addAll(heaps.getOrDefault(word.other(), Set.of(word.other())));
      heap.forEach(
          member -> {
            heaps.put(member, heap);
            names.put(member, word.keep());
          });
    }
  }

  private UUID name(UUID record) {
    return names.getOrDefault(record, record);
  }

  private int[] unnamed(UUID shelter) {
    return unnamed.computeIfAbsent(shelter, _ -> new int[2]);
  }

  private void goThrough(SignedEvent event) {
    UUID shelter = event.shelter();
    switch (event.sign()) {
      case Sign.Counted counted -> {
        unnamed(shelter)[0] += counted.people();
        unnamed(shelter)[1] += counted.households();
      }
      case Sign.Recounted counted -> {
        unnamed(shelter)[0] = counted.people();
        unnamed(shelter)[1] = counted.households();
      }
      case Sign.HouseholdSeen seen -> householdTraits.put(name(seen.household()), seen.traits());
      case Sign.EvacueeSeen seen -> {
        traits.put(name(seen.evacuee()), seen.traits());
        households.put(name(seen.evacuee()), name(seen.household()));
      }
      case Sign.Arrived arrived -> {
        unnamed(shelter)[0] -= arrived.fromCount().people();
        unnamed(shelter)[1] -= arrived.fromCount().households();
        for (UUID each : arrived.evacuees()) {
          where.put(name(each), new Where(shelter, false));
          forms.put(name(each), arrived.form());
          households.put(name(each), name(arrived.household()));
        }
      }
      case Sign.Gone gone -> gone.evacuees().forEach(each -> where.remove(name(each)));
      case Sign.WentOut went ->
          went.evacuees().forEach(each -> where.put(name(each), new Where(shelter, true)));
      case Sign.CameBack back ->
          back.evacuees().forEach(each -> where.put(name(each), new Where(shelter, false)));
      case Sign.Same _, Sign.Different _, Sign.Undone _, Sign.Supplies _, Sign.Confirmed _ -> {}
    }
  }

  Figures at(Set<UUID> shelters, Function<UUID, PlaceKind> kinds) {
    List<UUID> here =
        where.keySet().stream()
            .filter(each -> shelters.contains(where.get(each).shelter()))
            .toList();
    List<UUID> inside = here.stream().filter(each -> !isOutside(each, kinds)).toList();
    List<UUID> self =
        here.stream()
            .filter(each -> kinds.apply(where.get(each).shelter()) == PlaceKind.SELF_OPENED)
            .toList();
    int nameless = unnamed(shelters, kinds, 0, Set.of(PlaceKind.values()));
    Set<UUID> insideHouseholds = householdsOf(inside);
    Set<UUID> all = householdsOf(here);
    return new Figures(
        here.size() + nameless,
        all.size() + unnamed(shelters, kinds, 1, Set.of(PlaceKind.values())),
        nameless,
        (int) here.stream().filter(each -> traitsOf(each).named()).count(),
        (int) here.stream().filter(each -> where.get(each).out()).count(),
        here.size() - inside.size() + unnamed(shelters, kinds, 0, Set.of(PlaceKind.OUTSIDE)),
        (int) all.stream().filter(each -> !insideHouseholds.contains(each)).count()
            + unnamed(shelters, kinds, 1, Set.of(PlaceKind.OUTSIDE)),
        self.size() + unnamed(shelters, kinds, 0, Set.of(PlaceKind.SELF_OPENED)),
        householdsOf(self).size() + unnamed(shelters, kinds, 1, Set.of(PlaceKind.SELF_OPENED)),
        classes(here, each -> traitsOf(each).sex(), nameless, EvacueeTraits.UNKNOWN.sex()),
        classes(here, each -> traitsOf(each).age(), nameless, EvacueeTraits.UNKNOWN.age()),
        classes(
            here,
            each -> traitsOfHousehold(householdOf(each)).residence(),
            nameless,
            HouseholdTraits.UNKNOWN.residence()),
        classes(
            here, each -> traitsOf(each).condition(), nameless, EvacueeTraits.UNKNOWN.condition()),
        here.stream()
            .flatMap(each -> traitsOf(each).needs().stream())
            .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum)),
        new Pets(all.stream().mapToInt(each -> traitsOfHousehold(each).pets().dogs()).sum(), 0, 0),
        (int) here.stream().filter(each -> traitsOf(each).powerHours().orElse(99) < 24).count());
  }

  private boolean isOutside(UUID person, Function<UUID, PlaceKind> kinds) {
    return kinds.apply(where.get(person).shelter()) == PlaceKind.OUTSIDE
        || forms.getOrDefault(person, StayForm.IN_SHELTER).isOutside();
  }

  private int unnamed(
      Set<UUID> shelters, Function<UUID, PlaceKind> kinds, int which, Set<PlaceKind> of) {
    return shelters.stream()
        .filter(each -> of.contains(kinds.apply(each)))
        .mapToInt(each -> Math.max(0, unnamed(each)[which]))
        .sum();
  }

  private UUID householdOf(UUID person) {
    return households.getOrDefault(person, person);
  }

  private Set<UUID> householdsOf(List<UUID> people) {
    return people.stream().map(this::householdOf).collect(Collectors.toSet());
  }

  private EvacueeTraits traitsOf(UUID person) {
    return traits.getOrDefault(person, EvacueeTraits.UNKNOWN);
  }

  private HouseholdTraits traitsOfHousehold(UUID household) {
    return householdTraits.getOrDefault(household, HouseholdTraits.UNKNOWN);
  }

  private static <E> Map<E, Integer> classes(
      List<UUID> people, Function<UUID, E> classOf, int nameless, E unknown) {
    Map<E, Integer> counts =
        Stream.concat(people.stream().map(classOf), Stream.generate(() -> unknown).limit(nameless))
            .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum, HashMap::new));
    return counts;
  }
}

package jp.noroshi.shelters.checkin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.Records.Stay;

/**
 * Every word that stands, in order, by whom or what it is about; and what the greatest of them say.
 * Not thread-safe.
 */
final class Words {

  /** A word, where it was said and where it stands among the others. */
  record Kept(EventOrder order, UUID shelter, Sign sign) {}

  private record Pair(UUID a, UUID b) {
    static Pair of(UUID one, UUID other) {
      return EventOrder.compareAsText(one, other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  final Records evacuees = new Records();
  final Records households = new Records();
  private final Map<UUID, Unnamed> unnamed = new HashMap<>();
  private final Map<UUID, Map<String, NavigableMap<EventOrder, Sign.Supplies>>> supplied =
      new HashMap<>();
  private final Map<Pair, Set<EventOrder>> toldApart = new HashMap<>();

  /** Everybody who was ever said to belong to a household. */
  private final Map<UUID, Set<UUID>> members = new HashMap<>();

  void put(Kept event) {
    EventOrder order = event.order();
    switch (event.sign()) {
      case Sign.Counted counted ->
          unnamed(event).change(order, new Unnamed.Heads(counted.people(), counted.households()));
      case Sign.Recounted counted ->
          unnamed(event)
              .countAfresh(order, new Unnamed.Heads(counted.people(), counted.households()));
      case Sign.HouseholdSeen seen -> households.of(seen.household()).cards.put(order, seen);
      case Sign.EvacueeSeen seen -> {
        evacuees.of(seen.evacuee()).cards.put(order, seen);
        belongs(seen.household(), List.of(seen.evacuee()));
      }
      case Sign.Whereabouts where -> {
        Stay stay = new Stay(order, event.shelter(), where);
        where.evacuees().forEach(each -> evacuees.of(each).stays.put(order, stay));
        if (where instanceof Sign.Arrived arrived) {
          belongs(arrived.household(), arrived.evacuees());
          nameSome(event, arrived.fromCount());
        }
      }
      case Sign.Same same -> recordsOf(same.what()).joined.add(order, same);
      case Sign.Different different -> apart(different).add(order);
      case Sign.Supplies supplies -> wishes(event, supplies).put(order, supplies);
      case Sign.Undone _, Sign.Confirmed _ -> {}
    }
  }

  private NavigableMap<EventOrder, Sign.Supplies> wishes(Kept event, Sign.Supplies supplies) {
    return supplied
        .computeIfAbsent(event.shelter(), _ -> new TreeMap<>())
        .computeIfAbsent(supplies.item(), _ -> new TreeMap<>());
  }

  private void nameSome(Kept event, Sign.FromCount named) {
    if (!named.equals(Sign.FromCount.NONE)) {
      unnamed(event).change(event.order(), new Unnamed.Heads(-named.people(), -named.households()));
    }
  }

  void remove(Kept event) {
    EventOrder order = event.order();
    switch (event.sign()) {
      case Sign.Counted _, Sign.Recounted _ -> unnamed(event).remove(order);
      case Sign.HouseholdSeen seen -> households.of(seen.household()).cards.remove(order);
      case Sign.EvacueeSeen seen -> evacuees.of(seen.evacuee()).cards.remove(order);
      case Sign.Whereabouts where -> {
        where.evacuees().forEach(each -> evacuees.of(each).stays.remove(order));
        if (where instanceof Sign.Arrived) {
          unnamed(event).remove(order);
        }
      }
      case Sign.Same same -> recordsOf(same.what()).joined.remove(order, same);
      case Sign.Different different -> apart(different).remove(order);
      case Sign.Supplies supplies -> wishes(event, supplies).remove(order);
      case Sign.Undone _, Sign.Confirmed _ -> {}
    }
  }

  private Set<EventOrder> apart(Sign.Different word) {
    return toldApart.computeIfAbsent(Pair.of(word.a(), word.b()), _ -> new TreeSet<>());
  }

  /**
   * Tells whether somebody looked at two records, or at others that are one with them, and found
   * two.
   */
  boolean isToldApart(Records records, UUID one, UUID other) {
    return records.joined.group(one).stream()
        .anyMatch(
            a ->
                records.joined.group(other).stream()
                    .anyMatch(b -> !toldApart.getOrDefault(Pair.of(a, b), Set.of()).isEmpty()));
  }

  private Unnamed unnamed(Kept event) {
    return unnamed.computeIfAbsent(event.shelter(), _ -> new Unnamed());
  }

  private Records recordsOf(Sign.What what) {
    return switch (what) {
      case EVACUEE -> evacuees;
      case HOUSEHOLD -> households;
    };
  }

  private void belongs(UUID household, List<UUID> people) {
    members.merge(household, Set.copyOf(people), Words::together);
  }

  /** Households are small, and there are many: a set that never changes is a sixth of another. */
  private static Set<UUID> together(Set<UUID> some, Set<UUID> others) {
    if (some.containsAll(others)) {
      return some;
    }
    Set<UUID> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  Unnamed.Heads heads(UUID shelter) {
    Unnamed counted = unnamed.get(shelter);
    return counted == null ? Unnamed.Heads.NONE : counted.now();
  }

  /** Returns every record whose standing may follow from a sign. */
  Set<UUID> concerned(Sign sign) {
    Set<UUID> found = new HashSet<>();
    switch (sign) {
      case Sign.Whereabouts where -> where.evacuees().forEach(each -> addGroup(found, each));
      case Sign.EvacueeSeen seen -> addGroup(found, seen.evacuee());
      case Sign.HouseholdSeen seen -> addMembers(found, seen.household());
      case Sign.Same(Sign.What what, UUID keep, UUID other) -> {
        for (UUID end : List.of(keep, other)) {
          switch (what) {
            case EVACUEE -> addGroup(found, end);
            case HOUSEHOLD -> addMembers(found, end);
          }
        }
      }
      case Sign.Different(Sign.What what, UUID a, UUID b) when what == Sign.What.EVACUEE -> {
        addGroup(found, a);
        addGroup(found, b);
      }
      case Sign.Different _,
          Sign.Counted _,
          Sign.Recounted _,
          Sign.Undone _,
          Sign.Supplies _,
          Sign.Confirmed _ -> {}
    }
    return found;
  }

  private void addGroup(Set<UUID> found, UUID evacuee) {
    found.addAll(evacuees.joined.group(evacuee));
  }

  private void addMembers(Set<UUID> found, UUID household) {
    households.joined.group(household).stream()
        .flatMap(each -> members.getOrDefault(each, Set.of()).stream())
        .forEach(each -> addGroup(found, each));
  }

  Set<UUID> membersOf(UUID household) {
    Set<UUID> found = new HashSet<>();
    addMembers(found, household);
    return found;
  }

  /** Returns the household of the latest arrival or card. */
  Optional<UUID> findHousehold(UUID evacuee) {
    Optional<Map.Entry<EventOrder, UUID>> arrival =
        latestArrival(evacuee)
            .map(stay -> Map.entry(stay.order(), ((Sign.Arrived) stay.sign()).household()));
    Optional<Map.Entry<EventOrder, UUID>> card =
        evacuees
            .latestCard(evacuee)
            .map(
                entry ->
                    Map.entry(entry.getKey(), ((Sign.EvacueeSeen) entry.getValue()).household()));
    return Stream.of(arrival, card)
        .flatMap(Optional::stream)
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  private Optional<Stay> latestArrival(UUID evacuee) {
    return evacuees.course(evacuee).reversed().stream()
        .filter(stay -> stay.sign() instanceof Sign.Arrived)
        .findFirst();
  }

  StayForm formOf(UUID evacuee) {
    return latestArrival(evacuee)
        .map(stay -> ((Sign.Arrived) stay.sign()).form())
        .orElse(StayForm.IN_SHELTER);
  }

  EvacueeTraits traitsOf(UUID evacuee) {
    return evacuees
        .latestCard(evacuee)
        .map(entry -> ((Sign.EvacueeSeen) entry.getValue()).traits())
        .orElse(EvacueeTraits.UNKNOWN);
  }

  HouseholdTraits householdTraits(UUID household) {
    return households
        .latestCard(household)
        .map(entry -> ((Sign.HouseholdSeen) entry.getValue()).traits())
        .orElse(HouseholdTraits.UNKNOWN);
  }

  Optional<String> phoneOf(UUID evacuee) {
    return findHousehold(evacuee).flatMap(household -> householdTraits(household).phoneMark());
  }

  /**
   * Returns every shelter at which those whom a sign is about are, were, or are said to come from.
   */
  Set<UUID> sheltersConcerned(Sign sign) {
    Set<UUID> found = new HashSet<>();
    concerned(sign)
        .forEach(each -> evacuees.course(each).forEach(stay -> found.add(stay.shelter())));
    if (sign instanceof Sign.Arrived arrived) {
      arrived.from().ifPresent(found::add);
    }
    return found;
  }

  /**
   * Returns the ids of all that was said about those whom a sign is about, and about their
   * households.
   */
  Set<UUID> wordsAbout(Sign sign) {
    Set<UUID> words = new HashSet<>();
    Set<UUID> theirHouseholds = new HashSet<>();
    for (UUID each : concerned(sign)) {
      evacuees.of(each).cards.keySet().forEach(order -> words.add(order.id()));
      evacuees.of(each).stays.keySet().forEach(order -> words.add(order.id()));
      findHousehold(each).ifPresent(theirHouseholds::add);
    }
    householdNamed(sign).ifPresent(theirHouseholds::add);
    theirHouseholds.stream()
        .flatMap(household -> households.joined.group(household).stream())
        .flatMap(household -> households.of(household).cards.keySet().stream())
        .forEach(order -> words.add(order.id()));
    return words;
  }

  private static Optional<UUID> householdNamed(Sign sign) {
    return switch (sign) {
      case Sign.Arrived arrived -> Optional.of(arrived.household());
      case Sign.EvacueeSeen seen -> Optional.of(seen.household());
      case Sign.HouseholdSeen seen -> Optional.of(seen.household());
      default -> Optional.empty();
    };
  }

  /**
   * Returns what is wanted and what there is at every shelter, by item: the latest word of each.
   */
  Map<UUID, List<Sign.Supplies>> supplies() {
    Map<UUID, List<Sign.Supplies>> all = new HashMap<>();
    supplied.forEach(
        (shelter, items) ->
            all.put(
                shelter,
                items.values().stream()
                    .filter(words -> !words.isEmpty())
                    .map(words -> words.lastEntry().getValue())
                    .toList()));
    return all;
  }
}

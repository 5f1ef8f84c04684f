package jp.noroshi.shelters.checkin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.Records.Stay;

/**
 * Who is where, as a function of the set of events: the same in whatever order they come, however
 * often, and whichever clocks were wrong. Tells a listener what changed, so that figures need not
 * be counted again.
 *
 * <p>Every word about a person, a household or a head-count is kept in order, and the greatest that
 * was not taken back stands. Not thread-safe.
 */
public final class Stays {

  /** Hears what changed. */
  public interface Listener {
    /** Somebody came, left, moved, or is counted in other classes; empty = not there. */
    void presenceChanged(Optional<Presence> before, Optional<Presence> after);

    /** So many more (or fewer) at a shelter are counted without names; never shown below 0. */
    void unnamedChanged(UUID shelter, int people, int households);
  }

  private record Kept(EventOrder order, UUID shelter, Sign sign) {}

  private final Listener listener;
  private final Map<UUID, Kept> events = new HashMap<>();
  private final Set<UUID> undone = new HashSet<>();
  private final Map<UUID, Unnamed> unnamed = new HashMap<>();
  private final Records evacuees = new Records();
  private final Records households = new Records();

  /** Everybody who was ever said to belong to a household. */
  private final Map<UUID, Set<UUID>> members = new HashMap<>();

  private final Map<UUID, Presence> present = new HashMap<>();
  private final Map<UUID, Long> lastWords = new HashMap<>();
  private final Doubts doubts = new Doubts(evacuees, households);

  /** Nothing happened yet. */
  public Stays(Listener listener) {
    this.listener = listener;
  }

  /**
   * Takes an event in.
   *
   * @return whether it was new
   */
  public boolean take(EventOrder order, UUID shelter, Sign sign) {
    Kept event = new Kept(order, shelter, sign);
    if (events.putIfAbsent(order.id(), event) != null) {
      return false;
    }
    lastWords.merge(shelter, order.wall(), Math::max);
    if (sign instanceof Sign.Undone word) {
      undo(word.event());
    } else if (!undone.contains(order.id())) {
      change(event, true);
    }
    return true;
  }

  private void undo(UUID target) {
    Kept event = events.get(target);
    if (undone.add(target) && event != null && !(event.sign() instanceof Sign.Undone)) {
      change(event, false);
    }
  }

  private void change(Kept event, boolean stands) {
    Unnamed.Heads before = heads(event.shelter());
    Set<UUID> concerned = concerned(event.sign());
    if (stands) {
      put(event);
    } else {
      remove(event);
    }
    concerned.addAll(concerned(event.sign()));
    concerned.forEach(this::settle);
    householdOf(event.sign()).forEach(doubts::lookAtHousehold);
    tellUnnamed(event.shelter(), before);
  }

  private void tellUnnamed(UUID shelter, Unnamed.Heads before) {
    Unnamed.Heads now = heads(shelter);
    int people = Math.max(0, now.people()) - Math.max(0, before.people());
    int moreHouseholds = Math.max(0, now.households()) - Math.max(0, before.households());
    if (people != 0 || moreHouseholds != 0) {
      listener.unnamedChanged(shelter, people, moreHouseholds);
    }
    doubts.lookAtCount(shelter, now.people() < 0 || now.households() < 0);
  }

  private Unnamed.Heads heads(UUID shelter) {
    Unnamed counted = unnamed.get(shelter);
    return counted == null ? Unnamed.Heads.NONE : counted.now();
  }

  private void put(Kept event) {
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
      case Sign.Different different -> doubts.tellApart(order, different);
      case Sign.Undone _, Sign.Supplies _, Sign.Confirmed _ -> {}
    }
  }

  private void nameSome(Kept event, Sign.FromCount named) {
    if (!named.equals(Sign.FromCount.NONE)) {
      unnamed(event).change(event.order(), new Unnamed.Heads(-named.people(), -named.households()));
    }
  }

  private void remove(Kept event) {
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
      case Sign.Different different -> doubts.forgetApart(order, different);
      case Sign.Undone _, Sign.Supplies _, Sign.Confirmed _ -> {}
    }
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
    members.computeIfAbsent(household, _ -> new HashSet<>()).addAll(people);
  }

  /** Returns every record whose standing may follow from a sign. */
  private Set<UUID> concerned(Sign sign) {
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

  private static Stream<UUID> householdOf(Sign sign) {
    return switch (sign) {
      case Sign.HouseholdSeen seen -> Stream.of(seen.household());
      case Sign.Same(Sign.What what, UUID a, UUID b) when what == Sign.What.HOUSEHOLD ->
          Stream.of(a, b);
      case Sign.Different(Sign.What what, UUID a, UUID b) when what == Sign.What.HOUSEHOLD ->
          Stream.of(a, b);
      default -> Stream.empty();
    };
  }

  private void settle(UUID evacuee) {
    Optional<Presence> after = presenceOf(evacuee);
    Optional<Presence> before =
        Optional.ofNullable(
            after.isPresent() ? present.put(evacuee, after.get()) : present.remove(evacuee));
    if (!before.equals(after)) {
      listener.presenceChanged(before, after);
    }
    doubts.lookAtEvacuee(evacuee, traitsOf(evacuee), phoneOf(evacuee));
  }

  private Optional<String> phoneOf(UUID evacuee) {
    return findHousehold(evacuee).flatMap(household -> householdTraits(household).phoneMark());
  }

  private Optional<Presence> presenceOf(UUID evacuee) {
    if (!evacuees.joined.standsFor(evacuee).equals(evacuee)) {
      return Optional.empty();
    }
    return evacuees
        .latestStay(evacuee)
        .filter(Stay::isPresent)
        .map(
            stay -> {
              UUID household =
                  findHousehold(evacuee).map(households.joined::standsFor).orElse(evacuee);
              return new Presence(
                  evacuee,
                  stay.shelter(),
                  formOf(evacuee),
                  stay.sign() instanceof Sign.WentOut,
                  household,
                  traitsOf(evacuee),
                  householdTraits(household));
            });
  }

  /** Returns the household of the latest arrival or card. */
  private Optional<UUID> findHousehold(UUID evacuee) {
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

  private StayForm formOf(UUID evacuee) {
    return latestArrival(evacuee)
        .map(stay -> ((Sign.Arrived) stay.sign()).form())
        .orElse(StayForm.IN_SHELTER);
  }

  private EvacueeTraits traitsOf(UUID evacuee) {
    return evacuees
        .latestCard(evacuee)
        .map(entry -> ((Sign.EvacueeSeen) entry.getValue()).traits())
        .orElse(EvacueeTraits.UNKNOWN);
  }

  private HouseholdTraits householdTraits(UUID household) {
    return households
        .latestCard(household)
        .map(entry -> ((Sign.HouseholdSeen) entry.getValue()).traits())
        .orElse(HouseholdTraits.UNKNOWN);
  }

  /** Returns who is at a shelter, by the record that stands for them. */
  public List<Presence> presentAt(UUID shelter) {
    return present.values().stream().filter(each -> each.shelter().equals(shelter)).toList();
  }

  /** Finds where somebody is now; empty when nowhere. */
  public Optional<Presence> find(UUID evacuee) {
    return Optional.ofNullable(present.get(evacuees.joined.standsFor(evacuee)));
  }

  /** Returns the evacuees whose standing may follow from a sign. */
  Set<UUID> evacueesConcerned(Sign sign) {
    return concerned(aboutWhat(sign));
  }

  /**
   * Returns every shelter at which those whom a sign is about are, were, or are said to come from.
   */
  Set<UUID> sheltersConcerned(Sign sign) {
    Sign about = aboutWhat(sign);
    Set<UUID> found = new HashSet<>();
    concerned(about)
        .forEach(each -> evacuees.course(each).forEach(stay -> found.add(stay.shelter())));
    if (about instanceof Sign.Arrived arrived) {
      arrived.from().ifPresent(found::add);
    }
    return found;
  }

  /**
   * Returns the ids of all that was said about those whom a sign is about, and about their
   * households.
   */
  Set<UUID> wordsAbout(Sign sign) {
    Sign about = aboutWhat(sign);
    Set<UUID> words = new HashSet<>();
    Set<UUID> theirHouseholds = new HashSet<>();
    for (UUID each : concerned(about)) {
      evacuees.of(each).cards.keySet().forEach(order -> words.add(order.id()));
      evacuees.of(each).stays.keySet().forEach(order -> words.add(order.id()));
      findHousehold(each).ifPresent(theirHouseholds::add);
    }
    householdNamed(about).ifPresent(theirHouseholds::add);
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

  /** What is taken back is about those it was about. */
  private Sign aboutWhat(Sign sign) {
    return sign instanceof Sign.Undone undone && events.containsKey(undone.event())
        ? events.get(undone.event()).sign()
        : sign;
  }

  /**
   * Returns when something was last said at every shelter, in milliseconds since 1970, by the clock
   * of who said it.
   */
  public Map<UUID, Long> lastWords() {
    return Map.copyOf(lastWords);
  }

  /** Returns what a person has to look at. */
  public List<Doubt> doubts() {
    return doubts.list();
  }
}

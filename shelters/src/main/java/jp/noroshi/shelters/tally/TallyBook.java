package jp.noroshi.shelters.tally;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.shelters.checkin.Presence;
import jp.noroshi.shelters.checkin.Stays;

/**
 * The figures of every shelter and of the city, kept as people come and go. The city's households
 * are distinct ones: a household split over two shelters is one. Not thread-safe: written and read
 * under the lock of {@code checkin.LiveStays}.
 */
public final class TallyBook implements Stays.Listener {

  private final Function<UUID, PlaceKind> kinds;
  private final Map<UUID, Counters> shelters = new HashMap<>();
  private final Map<UUID, PlaceKind> known = new HashMap<>();
  private final Counters city = new Counters();

  /** What the consoles were not told yet. */
  private final Set<UUID> untold = new HashSet<>();

  /** The most people since the last minute was noted, of what changed since then. */
  private final Map<TallyScope, Integer> most = new HashMap<>();

  /**
   * An empty book.
   *
   * @param kinds what a shelter counts as; asked once for each, later by {@link #recount}
   */
  public TallyBook(Function<UUID, PlaceKind> kinds) {
    this.kinds = kinds;
  }

  @Override
  public void presenceChanged(Optional<Presence> before, Optional<Presence> after) {
    before.ifPresent(person -> add(person, -1));
    after.ifPresent(person -> add(person, 1));
  }

  private void add(Presence person, int by) {
    PlaceKind kind = kindOf(person.shelter());
    of(person.shelter()).add(person, kind, by);
    city.add(person, kind, by);
    note(person.shelter());
  }

  @Override
  public void unnamedChanged(UUID shelter, int people, int households) {
    PlaceKind kind = kindOf(shelter);
    of(shelter).addUnnamed(kind, people, households);
    city.addUnnamed(kind, people, households);
    note(shelter);
  }

  /**
   * Counts a shelter under another kind, where it was corrected; who is there stays there.
   *
   * @param present who is there
   */
  void recount(UUID shelter, PlaceKind kind, List<Presence> present) {
    PlaceKind before = kindOf(shelter);
    known.put(shelter, kind);
    for (Counters counters : List.of(of(shelter), city)) {
      present.forEach(person -> counters.add(person, before, -1));
      present.forEach(person -> counters.add(person, kind, 1));
    }
    Counters here = of(shelter);
    int people = here.unnamedPeople();
    int households = here.unnamedHouseholds();
    for (Counters counters : List.of(here, city)) {
      counters.addUnnamed(before, -people, -households);
      counters.addUnnamed(kind, people, households);
    }
    note(shelter);
  }

  /** Returns under which kind every shelter is counted. */
  Map<UUID, PlaceKind> kinds() {
    return Map.copyOf(known);
  }

  private void note(UUID shelter) {
    untold.add(shelter);
    most.merge(new TallyScope.AtShelter(shelter), of(shelter).people(), Math::max);
    most.merge(new TallyScope.City(), city.people(), Math::max);
  }

  /** Returns what the minute that ends changed; for who notes the minutes. */
  Map<TallyScope, LiveTally.Changed> takeMinute() {
    Map<TallyScope, LiveTally.Changed> all = new HashMap<>();
    most.forEach(
        (scope, people) -> all.put(scope, new LiveTally.Changed(figuresOf(scope), people)));
    most.clear();
    return all;
  }

  private Figures figuresOf(TallyScope scope) {
    return switch (scope) {
      case TallyScope.City _ -> city();
      case TallyScope.AtShelter(UUID shelter) -> figuresOf(shelter);
    };
  }

  private Counters of(UUID shelter) {
    return shelters.computeIfAbsent(shelter, _ -> new Counters());
  }

  private PlaceKind kindOf(UUID shelter) {
    return known.computeIfAbsent(shelter, kinds);
  }

  /** Returns the city's figures. */
  public Figures city() {
    return city.figures();
  }

  /** Returns how many people there are in the city. */
  public int cityPeople() {
    return city.people();
  }

  /** Returns how many households there are in the city. */
  public int cityHouseholds() {
    return city.households();
  }

  /** Returns a shelter's figures; all zero where nothing was ever counted. */
  public Figures figuresOf(UUID shelter) {
    return shelters.getOrDefault(shelter, new Counters()).figures();
  }

  /** Returns the figures of every shelter at which something was counted. */
  public Map<UUID, Figures> all() {
    Map<UUID, Figures> all = new HashMap<>();
    shelters.forEach((shelter, counters) -> all.put(shelter, counters.figures()));
    return all;
  }

  /** Returns how many people are at every shelter at which something was counted. */
  public Map<UUID, Integer> people() {
    Map<UUID, Integer> all = new HashMap<>();
    shelters.forEach((shelter, counters) -> all.put(shelter, counters.people()));
    return all;
  }

  /** Returns which shelters changed since this was asked last; for who tells the consoles. */
  public Set<UUID> takeUntold() {
    Set<UUID> some = Set.copyOf(untold);
    untold.clear();
    return some;
  }
}

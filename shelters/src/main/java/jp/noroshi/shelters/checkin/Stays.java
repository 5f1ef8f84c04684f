package jp.noroshi.shelters.checkin;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.Records.Stay;
import jp.noroshi.shelters.checkin.Words.Kept;

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

  private final Listener listener;
  private final Map<UUID, Kept> events = new HashMap<>();
  private final Set<UUID> undone = new HashSet<>();
  private final Words words = new Words();
  private final Map<UUID, Presence> present = new HashMap<>();
  private final Map<UUID, Long> lastWords = new HashMap<>();
  private final Doubts doubts = new Doubts(words);

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
    Unnamed.Heads before = words.heads(event.shelter());
    Set<UUID> concerned = words.concerned(event.sign());
    if (stands) {
      words.put(event);
    } else {
      words.remove(event);
    }
    concerned.addAll(words.concerned(event.sign()));
    concerned.forEach(this::settle);
    householdOf(event.sign()).forEach(doubts::lookAtHousehold);
    tellUnnamed(event.shelter(), before);
  }

  private void tellUnnamed(UUID shelter, Unnamed.Heads before) {
    Unnamed.Heads now = words.heads(shelter);
    int people = Math.max(0, now.people()) - Math.max(0, before.people());
    int moreHouseholds = Math.max(0, now.households()) - Math.max(0, before.households());
    if (people != 0 || moreHouseholds != 0) {
      listener.unnamedChanged(shelter, people, moreHouseholds);
    }
    doubts.lookAtCount(shelter, now.people() < 0 || now.households() < 0);
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
    doubts.lookAtEvacuee(evacuee, words.traitsOf(evacuee), words.phoneOf(evacuee));
  }

  private Optional<Presence> presenceOf(UUID evacuee) {
    if (!words.evacuees.joined.standsFor(evacuee).equals(evacuee)) {
      return Optional.empty();
    }
    return words
        .evacuees
        .latestStay(evacuee)
        .filter(Stay::isPresent)
        .map(
            stay -> {
              UUID household =
                  words
                      .findHousehold(evacuee)
                      .map(words.households.joined::standsFor)
                      .orElse(evacuee);
              return new Presence(
                  evacuee,
                  stay.shelter(),
                  words.formOf(evacuee),
                  stay.sign() instanceof Sign.WentOut,
                  household,
                  words.traitsOf(evacuee),
                  words.householdTraits(household));
            });
  }

  /** Returns who is at a shelter, by the record that stands for them. */
  public List<Presence> presentAt(UUID shelter) {
    return present.values().stream().filter(each -> each.shelter().equals(shelter)).toList();
  }

  /** Finds where somebody is now; empty when nowhere. */
  public Optional<Presence> find(UUID evacuee) {
    return Optional.ofNullable(present.get(words.evacuees.joined.standsFor(evacuee)));
  }

  /** Returns what there is about somebody, without opening it. */
  OnFile onFile(UUID evacuee) {
    return OnFile.of(words, evacuee);
  }

  /**
   * Returns everybody who was ever said to belong to a household, or to one that is one with it.
   */
  Set<UUID> membersOf(UUID household) {
    return words.membersOf(household);
  }

  /**
   * Returns the cards of a person or a household that no other replaces; more than one = a doubt.
   */
  Set<UUID> lastCards(UUID record) {
    Set<UUID> cards = new HashSet<>(words.evacuees.lastCards(record));
    cards.addAll(words.households.lastCards(record));
    return cards;
  }

  /** Returns everybody of whom anything was ever said, by the record that stands for them. */
  Set<UUID> everybody() {
    return words.evacuees.all().map(words.evacuees.joined::standsFor).collect(toSet());
  }

  /** Returns the evacuees whose standing may follow from a sign. */
  Set<UUID> evacueesConcerned(Sign sign) {
    return words.concerned(aboutWhat(sign));
  }

  /**
   * Returns every shelter at which those whom a sign is about are, were, or are said to come from.
   */
  Set<UUID> sheltersConcerned(Sign sign) {
    return words.sheltersConcerned(aboutWhat(sign));
  }

  /**
   * Returns the ids of all that was said about those whom a sign is about, and about their
   * households.
   */
  Set<UUID> wordsAbout(Sign sign) {
    return words.wordsAbout(aboutWhat(sign));
  }

  /**
   * Returns what is wanted and what there is at every shelter, by item: the latest word of each.
   */
  public Map<UUID, List<Sign.Supplies>> supplies() {
    return words.supplies();
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

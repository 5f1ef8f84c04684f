package jp.noroshi.shelters.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.opening.Headcount;

/**
 * The figures of this moment, each with the time as of which it is known. A shelter nothing was
 * heard of for long stays in the total with its last figure, and the total becomes a range.
 * Thread-safe.
 */
public final class LiveTally {

  private final LiveStays stays;
  private final TallyBook book;
  private final Contacts contacts;
  private final Duration darkAfter;
  private final InstantSource clock;

  /**
   * Reads what the stays write into the book.
   *
   * @param darkAfter a shelter not heard of for longer is dark
   */
  public LiveTally(
      LiveStays stays, TallyBook book, Contacts contacts, Duration darkAfter, InstantSource clock) {
    this.stays = stays;
    this.book = book;
    this.contacts = contacts;
    this.darkAfter = darkAfter;
    this.clock = clock;
  }

  private record Read(Figures city, Map<UUID, Figures> shelters, Map<UUID, Long> lastWords) {}

  /** Returns all figures, the shelters in an order that does not change. */
  public Tally now() {
    Instant now = clock.instant();
    Map<UUID, Contacts.Contact> heard = contacts.now();
    Read read = stays.read(all -> new Read(book.city(), book.all(), all.lastWords()));
    List<Tally.OfShelter> shelters = new ArrayList<>();
    read.shelters()
        .forEach(
            (shelter, figures) ->
                shelters.add(
                    ofShelter(
                        shelter,
                        figures,
                        read.lastWords().get(shelter),
                        Optional.ofNullable(heard.get(shelter)),
                        now)));
    shelters.sort(Comparator.comparing(Tally.OfShelter::shelter));
    int least =
        shelters.stream()
            .filter(each -> !each.dark())
            .mapToInt(each -> each.figures().people())
            .sum();
    return new Tally(now, read.city(), least, shelters);
  }

  private Tally.OfShelter ofShelter(
      UUID shelter,
      Figures figures,
      long lastWord,
      Optional<Contacts.Contact> contact,
      Instant now) {
    Instant asOf = asOf(lastWord, contact, now);
    boolean dark = figures.people() > 0 && asOf.isBefore(now.minus(darkAfter));
    return new Tally.OfShelter(
        shelter, figures, asOf, dark, contact.map(Contacts.Contact::unsent).orElse(0));
  }

  /**
   * A tablet that told everything it had says with it that nothing else happened; a clock that is
   * ahead says nothing.
   */
  private static Instant asOf(long lastWord, Optional<Contacts.Contact> contact, Instant now) {
    Instant word = Instant.ofEpochMilli(lastWord);
    Instant told = contact.map(Contacts.Contact::upToDate).filter(word::isBefore).orElse(word);
    return told.isAfter(now) ? now : told;
  }

  /** Returns the figures of one shelter; zero where nothing was counted. */
  public Figures of(UUID shelter) {
    return stays.read(_ -> book.figuresOf(shelter));
  }

  /**
   * What moved since this was asked last.
   *
   * @param people in the city
   * @param households in the city
   * @param shelters the people of those that changed
   */
  public record Moved(int people, int households, Map<UUID, Integer> shelters) {
    /** Copies the map. */
    public Moved {
      shelters = Map.copyOf(shelters);
    }
  }

  /** Returns what moved since this was asked last; for one asker. */
  public Moved takeMoved() {
    return stays.read(
        _ -> {
          Set<UUID> changed = book.takeUntold();
          Map<UUID, Integer> people = book.people();
          people.keySet().retainAll(changed);
          return new Moved(book.cityPeople(), book.cityHouseholds(), people);
        });
  }

  /**
   * What changed at a shelter or in the city.
   *
   * @param most the most people since this was asked last
   */
  public record Changed(Figures figures, int most) {}

  /** Returns what changed since this was asked last; for one asker. */
  Map<TallyScope, Changed> takeMinute() {
    return stays.read(_ -> book.takeMinute());
  }

  /**
   * Counts every shelter as what it is now: the kind of a place by hand may have been corrected,
   * here or on another hub.
   *
   * @return those that are counted otherwise than before
   */
  public Set<UUID> followKinds(Map<UUID, PlaceKind> now) {
    return stays.read(
        all -> {
          Map<UUID, PlaceKind> others = new HashMap<>(book.kinds());
          others.replaceAll((shelter, before) -> now.getOrDefault(shelter, before));
          others.entrySet().removeAll(book.kinds().entrySet());
          others.forEach((shelter, kind) -> book.recount(shelter, kind, all.presentAt(shelter)));
          return others.keySet();
        });
  }

  /** Returns how many people are at every shelter, as crowding is worked out from. */
  public Map<UUID, Headcount> headcounts() {
    Map<UUID, Headcount> all = new HashMap<>();
    now()
        .shelters()
        .forEach(
            each -> all.put(each.shelter(), new Headcount(each.figures().people(), each.asOf())));
    return all;
  }
}

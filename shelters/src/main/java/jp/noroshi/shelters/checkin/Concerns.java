package jp.noroshi.shelters.checkin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.shelters.checkin.CardReading.Kept;

/**
 * Which shelters hear of an event besides its own: those at which the people it is about are or
 * were. They hear of all that was said of these people before, too, so that a tablet that takes
 * somebody over has the card.
 */
final class Concerns {

  private final Map<UUID, Set<UUID>> concerns = new HashMap<>();
  private final Map<UUID, Set<UUID>> earlier = new HashMap<>();

  private Concerns() {}

  /** Finds them for events that are about to be written. */
  static CheckinLog.Group of(List<Kept> events, Stays now) {
    Concerns found = new Concerns();
    Map<UUID, List<Kept>> together = new HashMap<>();
    for (Kept kept : events) {
      found.findEarlier(kept, now);
      subjects(kept.sign())
          .forEach(each -> together.computeIfAbsent(each, _ -> new ArrayList<>()).add(kept));
    }
    together.values().forEach(found::findAmongThemselves);
    return new CheckinLog.Group(events, found.concerns, found.earlier);
  }

  private void findEarlier(Kept kept, Stays now) {
    UUID shelter = kept.event().shelter();
    Set<UUID> all = now.sheltersConcerned(kept.sign());
    all.add(shelter);
    if (all.size() > 1) {
      concerns.computeIfAbsent(kept.event().id(), _ -> new HashSet<>()).addAll(all);
      now.wordsAbout(kept.sign())
          .forEach(word -> earlier.computeIfAbsent(word, _ -> new HashSet<>()).addAll(all));
    }
  }

  private void findAmongThemselves(List<Kept> aboutOne) {
    Set<UUID> shelters = new HashSet<>();
    aboutOne.forEach(kept -> shelters.add(kept.event().shelter()));
    if (shelters.size() > 1) {
      aboutOne.forEach(
          kept ->
              concerns.computeIfAbsent(kept.event().id(), _ -> new HashSet<>()).addAll(shelters));
    }
  }

  private static List<UUID> subjects(Sign sign) {
    List<UUID> all = new ArrayList<>();
    switch (sign) {
      case Sign.Arrived arrived -> {
        all.addAll(arrived.evacuees());
        all.add(arrived.household());
      }
      case Sign.Whereabouts where -> all.addAll(where.evacuees());
      case Sign.EvacueeSeen seen -> all.addAll(List.of(seen.evacuee(), seen.household()));
      case Sign.HouseholdSeen seen -> all.add(seen.household());
      case Sign.Same same -> all.addAll(List.of(same.keep(), same.other()));
      case Sign.Different different -> all.addAll(List.of(different.a(), different.b()));
      case Sign.Counted _, Sign.Recounted _, Sign.Undone _, Sign.Supplies _, Sign.Confirmed _ -> {}
    }
    return all;
  }
}

package jp.noroshi.shelters.checkin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cards and whereabouts of all records of one kind, each in order, by record. Not thread-safe.
 */
final class Records {

  /** What is known of one record. */
  static final class Known {
    final NavigableMap<EventOrder, Sign.Written> cards = new TreeMap<>();
    final NavigableMap<EventOrder, Stay> stays = new TreeMap<>();
  }

  /** Where somebody was said to be. */
  record Stay(EventOrder order, UUID shelter, Sign.Whereabouts sign) {
    boolean isPresent() {
      return !(sign instanceof Sign.Gone);
    }
  }

  private final Map<UUID, Known> known = new HashMap<>();
  final Joined joined = new Joined();

  Known of(UUID record) {
    return known.computeIfAbsent(record, _ -> new Known());
  }

  Stream<UUID> all() {
    return known.keySet().stream();
  }

  private Stream<Known> members(UUID record) {
    return joined.group(record).stream().map(known::get).filter(each -> each != null);
  }

  /** Returns the latest card of a record and whatever is one with it. */
  Optional<Map.Entry<EventOrder, Sign.Written>> latestCard(UUID record) {
    return latest(record, member -> member.cards);
  }

  /** Returns the latest word of where somebody is. */
  Optional<Stay> latestStay(UUID record) {
    return latest(record, member -> member.stays).map(Map.Entry::getValue);
  }

  /** Returns every word of where somebody was, in order. */
  List<Stay> course(UUID record) {
    return members(record)
        .flatMap(member -> member.stays.values().stream())
        .sorted(Comparator.comparing(Stay::order))
        .toList();
  }

  /** Tells whether cards were written without knowing of each other. */
  boolean hasTwoCards(UUID record) {
    return lastCards(record).size() > 1;
  }

  /** Returns the cards that no other replaces. */
  Set<UUID> lastCards(UUID record) {
    Set<UUID> cards = new HashSet<>();
    Set<UUID> replaced = new HashSet<>();
    members(record)
        .forEach(
            member ->
                member.cards.forEach(
                    (order, card) -> {
                      cards.add(order.id());
                      replaced.addAll(card.basedOn());
                    }));
    cards.removeAll(replaced);
    return cards;
  }

  private <T> Optional<Map.Entry<EventOrder, T>> latest(
      UUID record, Function<Known, NavigableMap<EventOrder, T>> words) {
    return members(record)
        .map(words)
        .map(NavigableMap::lastEntry)
        .filter(entry -> entry != null)
        .max(Map.Entry.comparingByKey());
  }
}

package jp.noroshi.shelters.checkin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.Records.Stay;

/** Keeps what a person has to look at up to date, record by record. Not thread-safe. */
final class Doubts {

  private final Records evacuees;
  private final Records households;
  private final Map<UUID, List<Doubt>> ofEvacuees = new HashMap<>();
  private final Map<UUID, Doubt> ofHouseholds = new HashMap<>();
  private final Set<UUID> countsBelowZero = new HashSet<>();
  private final Marks evacueeMarks = new Marks();
  private final Marks householdMarks = new Marks();
  private final Words words;

  Doubts(Words words) {
    this.words = words;
    this.evacuees = words.evacuees;
    this.households = words.households;
  }

  void lookAtCount(UUID shelter, boolean belowZero) {
    if (belowZero) {
      countsBelowZero.add(shelter);
    } else {
      countsBelowZero.remove(shelter);
    }
  }

  void lookAtEvacuee(UUID evacuee, EvacueeTraits traits, Optional<String> phone) {
    boolean stands = evacuees.joined.standsFor(evacuee).equals(evacuee);
    evacueeMarks.put(
        evacuee,
        stands
            ? Stream.concat(
                    traits.marks().stream(),
                    phone.stream()
                        .flatMap(number -> traits.kanaMark().stream().map(kana -> number + kana)))
                .toList()
            : List.of());
    List<Doubt> found = new ArrayList<>();
    if (stands && evacuees.hasTwoCards(evacuee)) {
      found.add(new Doubt(Doubt.Kind.PERSON_CARD, List.of(evacuee), sheltersOf(evacuee)));
    }
    if (stands) {
      findTwoPlaces(evacuee).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      ofEvacuees.remove(evacuee);
    } else {
      ofEvacuees.put(evacuee, found);
    }
  }

  void lookAtHousehold(UUID household) {
    for (UUID each : households.joined.group(household)) {
      boolean stands = households.joined.standsFor(each).equals(each);
      Optional<String> phone =
          households
              .latestCard(each)
              .flatMap(card -> ((Sign.HouseholdSeen) card.getValue()).traits().phoneMark());
      householdMarks.put(each, stands ? phone.stream().toList() : List.of());
      if (stands && households.hasTwoCards(each)) {
        ofHouseholds.put(each, new Doubt(Doubt.Kind.HOUSEHOLD_CARD, List.of(each), List.of()));
      } else {
        ofHouseholds.remove(each);
      }
    }
  }

  private Optional<Doubt> findTwoPlaces(UUID evacuee) {
    List<Stay> course = evacuees.course(evacuee);
    if (course.size() < 2) {
      return Optional.empty();
    }
    Stay last = course.getLast();
    Stay before = course.get(course.size() - 2);
    boolean unexplained =
        last.sign() instanceof Sign.Arrived arrived
            && before.isPresent()
            && !before.shelter().equals(last.shelter())
            && !arrived.from().equals(Optional.of(before.shelter()));
    return unexplained
        ? Optional.of(
            new Doubt(
                Doubt.Kind.TWO_PLACES, List.of(evacuee), List.of(before.shelter(), last.shelter())))
        : Optional.empty();
  }

  private List<UUID> sheltersOf(UUID evacuee) {
    return evacuees.latestStay(evacuee).map(Stay::shelter).stream().toList();
  }

  List<Doubt> list() {
    List<Doubt> all = new ArrayList<>();
    ofEvacuees.values().forEach(all::addAll);
    all.addAll(ofHouseholds.values());
    countsBelowZero.forEach(
        shelter -> all.add(new Doubt(Doubt.Kind.BELOW_ZERO, List.of(), List.of(shelter))));
    evacueeMarks
        .shared()
        .filter(pair -> !words.isToldApart(evacuees, pair.getFirst(), pair.getLast()))
        .map(
            pair ->
                new Doubt(
                    Doubt.Kind.PERSON_TWICE,
                    pair,
                    pair.stream().flatMap(each -> sheltersOf(each).stream()).distinct().toList()))
        .forEach(all::add);
    householdMarks
        .shared()
        .filter(pair -> !words.isToldApart(households, pair.getFirst(), pair.getLast()))
        .map(pair -> new Doubt(Doubt.Kind.HOUSEHOLD_TWICE, pair, List.of()))
        .forEach(all::add);
    return all;
  }

  /** Which records carry which marks, and which marks are carried by several. */
  private static final class Marks {
    private final Map<UUID, List<String>> byRecord = new HashMap<>();
    private final Map<String, Set<UUID>> byMark = new HashMap<>();
    private final Set<String> shared = new TreeSet<>();

    void put(UUID record, List<String> marks) {
      for (String mark : byRecord.getOrDefault(record, List.of())) {
        byMark.get(mark).remove(record);
        note(mark);
      }
      if (marks.isEmpty()) {
        byRecord.remove(record);
        return;
      }
      byRecord.put(record, marks);
      for (String mark : marks) {
        byMark.computeIfAbsent(mark, _ -> new TreeSet<>(EventOrder::compareAsText)).add(record);
        note(mark);
      }
    }

    private void note(String mark) {
      if (byMark.get(mark).size() > 1) {
        shared.add(mark);
      } else {
        shared.remove(mark);
      }
    }

    /** Returns every pair of records with a mark in common, once. */
    Stream<List<UUID>> shared() {
      return shared.stream()
          .map(mark -> List.copyOf(byMark.get(mark)))
          .flatMap(
              records -> records.stream().skip(1).map(other -> List.of(records.getFirst(), other)))
          .distinct();
    }
  }
}

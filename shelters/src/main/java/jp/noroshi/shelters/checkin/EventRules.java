package jp.noroshi.shelters.checkin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an event must fit to be taken in: bounds that no shelter reaches, against faults and
 * mischief.
 */
final class EventRules {

  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_BASES = 50;
  private static final long LATEST_WALL = 4_102_444_800_000L; // the year 2100

  private final Predicate<UUID> isShelter;

  EventRules(Predicate<UUID> isShelter) {
    this.isShelter = isShelter;
  }

  /** Returns why an event is not taken in; empty = it is. */
  Optional<Refusal.Code> findRefusal(CheckinEvent event) {
    if (!isShelter.test(event.shelter())) {
      return Optional.of(Refusal.Code.UNKNOWN_SHELTER);
    }
    boolean fits =
        isWithin(0, event.clock().wall(), LATEST_WALL)
            && event.clock().count() >= 0
            && event.by().length() <= 60
            && fits(event.fact());
    return fits ? Optional.empty() : Optional.of(Refusal.Code.TOO_LONG);
  }

  private static boolean fits(Fact fact) {
    return switch (fact) {
      case Fact.HouseholdWritten written ->
          written.basedOn().size() <= MOST_BASES && fits(written.card());
      case Fact.EvacueeWritten written ->
          written.basedOn().size() <= MOST_BASES && fits(written.card());
      case Fact.Left left -> fitsPeople(left.evacuees()) && left.note().length() <= 500;
      case Sign.Counted counted ->
          isWithin(-MOST_PEOPLE, counted.people(), MOST_PEOPLE)
              && isWithin(-MOST_PEOPLE, counted.households(), MOST_PEOPLE);
      case Sign.Recounted counted ->
          IntStream.of(counted.people(), counted.households(), counted.seen())
              .allMatch(count -> isWithin(0, count, MOST_PEOPLE));
      case Sign.Arrived arrived ->
          fitsPeople(arrived.evacuees())
              && isWithin(0, arrived.fromCount().people(), MOST_AT_ONCE)
              && isWithin(0, arrived.fromCount().households(), MOST_AT_ONCE);
      case Sign.WentOut out -> fitsPeople(out.evacuees());
      case Sign.CameBack back -> fitsPeople(back.evacuees());
      case Sign.Supplies supplies ->
          !supplies.item().isBlank()
              && supplies.item().length() <= 40
              && supplies.unit().length() <= 10
              && isWithin(0, supplies.wanted().orElse(0), MOST_PEOPLE)
              && isWithin(0, supplies.stock().orElse(0), MOST_PEOPLE);
      case Sign.Undone _, Sign.Same _, Sign.Different _, Sign.Confirmed _ -> true;
    };
  }

  private static boolean fitsPeople(List<UUID> people) {
    return !people.isEmpty() && people.size() <= MOST_AT_ONCE;
  }

  private static boolean isWithin(long from, long value, long to) {
    return from <= value && value <= to;
  }

  static boolean fits(HouseholdCard card) {
    return Stream.of(card.number(), card.phone(), card.language())
            .allMatch(text -> text.length() <= 20)
        && card.district().length() <= 40
        && card.address().length() <= 200
        && card.community().length() <= 60
        && card.car().length() <= 60
        && card.note().length() <= 500
        && IntStream.of(card.pets().dogs(), card.pets().cats(), card.pets().others())
            .allMatch(count -> isWithin(0, count, MOST_AT_ONCE));
  }

  static boolean fits(PersonCard card) {
    return Stream.of(card.name(), card.kana()).allMatch(text -> text.length() <= 60)
        && card.relation().length() <= 20
        && Stream.of(card.medicine(), card.allergies()).allMatch(text -> text.length() <= 200)
        && Stream.of(card.contact(), card.skills()).allMatch(text -> text.length() <= 100)
        && card.note().length() <= 500
        && isWithin(0, card.age().orElse(0), 130)
        && isWithin(0, card.powerHours().orElse(0), 10_000);
  }
}

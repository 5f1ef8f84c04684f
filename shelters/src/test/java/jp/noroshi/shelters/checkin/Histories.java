package jp.noroshi.shelters.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Invents what several tablets wrote down, some of them with wrong clocks and without knowing of
 * each other: few people and few shelters, so that words about the same ones meet often.
 */
@SuppressWarnings("EnumOrdinal") // drawn by chance, whatever their order
public final class Histories {

  private static final int SHELTERS = 3;
  private static final int DEVICES = 3;
  private static final int PEOPLE = 6;
  private static final int HOUSEHOLDS = 3;
  private static final long START = 1_790_000_000_000L;

  private final Random random;
  private final List<SignedEvent> events = new ArrayList<>();
  private final long[] skew;

  private Histories(long seed) {
    this.random = new Random(seed);
    this.skew = random.longs(DEVICES, -7_200_000, 7_200_000).toArray();
  }

  /** Invents a history; the same for the same seed. */
  public static List<SignedEvent> invent(long seed, int length) {
    Histories history = new Histories(seed);
    for (int i = 0; i < length; i++) {
      history.add(i);
    }
    return history.events;
  }

  /** Returns the shelters that occur. */
  public static List<UUID> shelters() {
    return IntStream.range(0, SHELTERS).mapToObj(Histories::shelter).toList();
  }

  private static UUID shelter(int number) {
    return new UUID(0x5E00_0000_0000_4000L, 0x8000_0000_0000_0000L + number);
  }

  private UUID shelter() {
    return shelter(random.nextInt(SHELTERS));
  }

  private UUID person() {
    return new UUID(0x9E00_0000_0000_4000L, 0x8000_0000_0000_0000L + random.nextInt(PEOPLE));
  }

  private UUID household() {
    return new UUID(0x4000_0000_0000_4000L, 0x8000_0000_0000_0000L + random.nextInt(HOUSEHOLDS));
  }

  private List<UUID> people() {
    return random.nextInt(3) == 0 ? List.of(person(), person()) : List.of(person());
  }

  private void add(int minute) {
    int device = random.nextInt(DEVICES);
    long wall = START + skew[device] + minute * 60_000L + random.nextInt(3) * 60_000L;
    EventOrder order =
        new EventOrder(
            wall - wall % 60_000,
            random.nextInt(2),
            new UUID(0xDE00_0000_0000_4000L, 0x8000_0000_0000_0000L + device),
            new UUID(random.nextLong(), random.nextLong()));
    events.add(new SignedEvent(order, shelter(), sign()));
  }

  private Sign sign() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> new Sign.Counted(random.nextInt(-2, 5), random.nextInt(-1, 2));
      case 2 -> new Sign.Recounted(random.nextInt(9), random.nextInt(4), random.nextInt(20));
      case 3 -> new Sign.HouseholdSeen(household(), earlier(), householdTraits());
      case 4, 5 -> new Sign.EvacueeSeen(person(), household(), earlier(), traits());
      case 6, 7, 8 ->
          new Sign.Arrived(
              household(),
              people(),
              StayForm.values()[random.nextInt(3)],
              random.nextBoolean() ? Optional.of(shelter()) : Optional.empty(),
              new Sign.FromCount(random.nextInt(3), random.nextInt(2)));
      case 9 -> new Sign.Gone(people(), LeftFor.HOME);
      case 10 -> new Sign.WentOut(people());
      case 11 -> new Sign.CameBack(people());
      case 12 -> new Sign.Undone(anyEvent());
      case 13 ->
          random.nextBoolean()
              ? new Sign.Same(Sign.What.EVACUEE, person(), person())
              : new Sign.Same(Sign.What.HOUSEHOLD, household(), household());
      case 14 ->
          random.nextBoolean()
              ? new Sign.Different(Sign.What.EVACUEE, person(), person())
              : new Sign.Different(Sign.What.HOUSEHOLD, household(), household());
      default ->
          random.nextBoolean()
              ? new Sign.Supplies("毛布", "枚", OptionalInt.of(3), OptionalInt.empty())
              : new Sign.Confirmed();
    };
  }

  private List<UUID> earlier() {
    return events.isEmpty() || random.nextBoolean() ? List.of() : List.of(anyEvent());
  }

  private UUID anyEvent() {
    return events.isEmpty()
        ? new UUID(1, 1)
        : events.get(random.nextInt(events.size())).order().id();
  }

  private EvacueeTraits traits() {
    String kana = List.of("ア", "イ").get(random.nextInt(2));
    return new EvacueeTraits(
        random.nextBoolean(),
        PersonCard.Sex.values()[random.nextInt(4)],
        AgeClass.values()[random.nextInt(AgeClass.values().length)],
        random.nextBoolean() ? Set.of(Need.PREGNANT, Need.ALLERGY) : Set.of(),
        PersonCard.Condition.values()[random.nextInt(5)],
        random.nextInt(4) == 0 ? Optional.of(random.nextInt(48)) : Optional.empty(),
        random.nextBoolean() ? List.of(kana + "1950") : List.of(),
        Optional.of(kana));
  }

  private HouseholdTraits householdTraits() {
    return new HouseholdTraits(
        HouseholdCard.Residence.values()[random.nextInt(4)],
        HouseholdCard.Damage.UNKNOWN,
        new HouseholdCard.Pets(random.nextInt(2), 0, 0),
        HouseholdCard.Disclosure.values()[random.nextInt(3)],
        Optional.empty(),
        random.nextBoolean() ? Optional.of("000") : Optional.empty());
  }
}

package jp.noroshi.shelters.checkin;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;

/** A hub's check-in with a key of its own. */
public final class TestCheckin {

  private TestCheckin() {}

  /** Starts one. */
  public static Checkin on(Database database, List<UUID> shelters, PlaceKind kind) {
    InstantSource clock = InstantSource.system();
    return Checkin.start(
        new Checkin.Parts(
            database,
            TestKeys.cipher(database),
            TestKeys.recognition(database, clock),
            shelters::contains,
            clock),
        new LiveStays(new TallyBook(_ -> kind)));
  }

  /** A card of somebody who is well. */
  public static PersonCard person(String name, String kana, LocalDate birth) {
    return new PersonCard(
        name,
        kana,
        Optional.of(birth),
        Optional.empty(),
        PersonCard.Sex.FEMALE,
        "",
        Set.of(),
        PersonCard.Condition.WELL,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  /** A card of a household that says where its home is. */
  public static HouseholdCard household(String district, String address) {
    return household(district, address, HouseholdCard.Disclosure.UNANSWERED);
  }

  /** A card that says, too, whether others may be told. */
  public static HouseholdCard household(
      String district, String address, HouseholdCard.Disclosure disclosure) {
    return new HouseholdCard(
        "",
        HouseholdCard.Residence.IN_CITY,
        district,
        address,
        "000-0000-0001",
        "",
        HouseholdCard.Damage.UNKNOWN,
        "",
        HouseholdCard.Pets.NONE,
        disclosure,
        Optional.empty(),
        "",
        "");
  }
}

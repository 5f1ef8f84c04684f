package jp.noroshi.opsconsole.app.drill;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jp.noroshi.core.message.Medium;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import jp.noroshi.shelters.talk.AddressBook;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import jp.noroshi.shelters.talk.ContactKind;

/**
 * Invented addresses of the invented supporters and people, the same at every start: half of the
 * supporters on LINE, some on pages of their own or by push, a few by telephone, a few nowhere, who
 * have to be called by staff; every other person on LINE, and half of the others by telephone.
 */
final class SampleContacts {

  private static final long SEED = 90_210;
  private static final int TOKEN_PARTS = 4;

  private final Register register;
  private final Supporters supporters;
  private final Random random = new Random(SEED);
  private final Access access =
      Access.of(
          new Reader(DrillAccounts.WELFARE, Reader.Standing.WELFARE_STAFF, "127.0.0.1"),
          Purpose.PLANNING,
          LegalBasis.PLAN_MAKING);

  SampleContacts(Register register, Supporters supporters) {
    this.register = register;
    this.supporters = supporters;
  }

  /** Fills an address book, unless somebody is in it already. */
  void load(AddressBook book) {
    if (!book.isEmpty()) {
      return;
    }
    supporters.list(Optional.empty(), access).stream()
        .map(each -> each.supporter().id())
        .sorted()
        .forEach(supporter -> supporter(book, supporter));
    register.listOutlines().stream()
        .filter(each -> each.state() == PersonState.LISTED)
        .map(each -> each.id().value())
        .sorted()
        .forEach(person -> person(book, person));
  }

  private void person(AddressBook book, UUID person) {
    if (random.nextBoolean()) {
      book.keep(new Contact(ContactKind.PERSON, person, onLine(person)));
    } else if (hasTelephone(person)) {
      book.keep(Contact.byTelephone(ContactKind.PERSON, person, "ja"));
    }
  }

  /** Every other of those who are on no screen. */
  private static boolean hasTelephone(UUID who) {
    return (who.getLeastSignificantBits() & 1) == 0;
  }

  private void supporter(AddressBook book, UUID supporter) {
    int draw = random.nextInt(10);
    if (draw < 5) {
      book.keep(new Contact(ContactKind.SUPPORTER, supporter, onLine(supporter)));
    } else if (draw < 7) {
      book.keep(Contact.onPage(supporter, page(supporter), "ja"));
    } else if (draw < 9) {
      book.keep(new Contact(ContactKind.SUPPORTER, supporter, byPush(supporter)));
    } else if (hasTelephone(supporter)) {
      book.keep(Contact.byTelephone(ContactKind.SUPPORTER, supporter, "ja"));
    }
  }

  /** Returns what opens the pages of those who chose the web. */
  List<String> pages(AddressBook book) {
    return supporters.list(Optional.empty(), access).stream()
        .map(each -> each.supporter().id())
        .filter(each -> book.media(ContactKind.SUPPORTER, each).contains(Medium.WEB))
        .map(SampleContacts::page)
        .toList();
  }

  /** The same at every start, unlike that of a real supporter: only a hash of it is on record. */
  private static String page(UUID supporter) {
    return UUID.nameUUIDFromBytes(digits(supporter).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** LINE's user ids are a U and 32 hexadecimal digits. */
  private static Address onLine(UUID who) {
    return new Address(Medium.LINE, "U" + digits(who), "ja");
  }

  private static Address byPush(UUID who) {
    return new Address(Medium.FCM, digits(who).repeat(TOKEN_PARTS), "ja");
  }

  private static String digits(UUID who) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(who.getMostSignificantBits())
        + hex.toHexDigits(who.getLeastSignificantBits());
  }
}

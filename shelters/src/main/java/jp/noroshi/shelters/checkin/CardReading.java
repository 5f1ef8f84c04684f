package jp.noroshi.shelters.checkin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.RoomCipher;

/** Turns what was written down into what counts, and seals the rest. Thread-safe. */
final class CardReading {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final RoomCipher cipher;
  private final SearchMarks marks;

  CardReading(RoomCipher cipher) {
    this.cipher = cipher;
    this.marks = new SearchMarks(cipher);
  }

  /**
   * An event as it is kept.
   *
   * @param sealed empty where the sign says all
   * @param marks under which a card is found
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(
      CheckinEvent event, Sign sign, Optional<byte[]> sealed, List<SearchMarks.Mark> marks) {}

  /**
   * Reads an event.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED where something personal is in
   *     it and there is no key
   */
  Kept read(CheckinEvent event) {
    return switch (event.fact()) {
      case Sign.Plain plain -> plain(event, plain);
      case Fact.HouseholdWritten written ->
          sealed(
              event,
              new Sign.HouseholdSeen(
                  written.household(), written.basedOn(), traits(written.card())));
      case Fact.EvacueeWritten written ->
          sealed(
              event,
              new Sign.EvacueeSeen(
                  written.evacuee(),
                  written.household(),
                  written.basedOn(),
                  traits(written.card(), dayOf(event))));
      case Fact.Left left -> {
        Sign gone = new Sign.Gone(left.evacuees(), left.to());
        yield left.note().isEmpty() ? plain(event, gone) : sealed(event, gone);
      }
    };
  }

  /** Returns what was written down. The caller has logged who looks. */
  Fact open(UUID event, Sign sign, Optional<byte[]> sealed) {
    if (sealed.isPresent()) {
      return cipher.open(event, sealed.get(), Fact.class);
    }
    return switch (sign) {
      case Sign.Plain plain -> plain;
      case Sign.Gone gone -> new Fact.Left(gone.evacuees(), gone.to(), "");
      case Sign.HouseholdSeen _, Sign.EvacueeSeen _ ->
          throw new IllegalStateException("a card without its sealed part");
    };
  }

  /** Returns an event as it was handed in. The caller has logged who looks. */
  CheckinEvent open(CheckinLog.Stored event) {
    return new CheckinEvent(
        event.id(),
        event.device(),
        event.shelter(),
        event.clock(),
        event.at(),
        event.by(),
        open(event.id(), event.sign(), Optional.ofNullable(event.sealed())));
  }

  private static Kept plain(CheckinEvent event, Sign sign) {
    return new Kept(event, sign, Optional.empty(), List.of());
  }

  private Kept sealed(CheckinEvent event, Sign sign) {
    return new Kept(
        event, sign, Optional.of(cipher.seal(event.id(), event.fact())), marks.of(event.fact()));
  }

  private static LocalDate dayOf(CheckinEvent event) {
    return event.at().atZone(TOKYO).toLocalDate();
  }

  private EvacueeTraits traits(PersonCard card, LocalDate day) {
    Optional<String> kana = Optional.of(Kana.plain(card.kana())).filter(text -> !text.isEmpty());
    return new EvacueeTraits(
        !card.name().isBlank() || kana.isPresent(),
        card.sex(),
        AgeClass.of(card, day),
        card.needs(),
        card.condition(),
        card.powerHours(),
        card.birth().flatMap(birth -> markOf(card.kana(), birth)).stream().toList(),
        kana.map(text -> cipher.mark("NAME", text)));
  }

  /** Returns what two cards of one person have in common; empty without kana. */
  Optional<String> markOf(String kana, LocalDate birth) {
    return Optional.of(Kana.plain(kana))
        .filter(text -> !text.isEmpty())
        .map(text -> cipher.mark("NAME_AND_BIRTH", text + "/" + birth));
  }

  private HouseholdTraits traits(HouseholdCard card) {
    return new HouseholdTraits(
        card.residence(),
        card.damage(),
        card.pets(),
        card.disclosure(),
        card.helpWanted(),
        Optional.of(Kana.digits(card.phone()))
            .filter(digits -> !digits.isEmpty())
            .map(digits -> cipher.mark("PHONE", digits)));
  }
}

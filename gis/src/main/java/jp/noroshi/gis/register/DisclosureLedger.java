package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/**
 * The one ledger of what was handed over, be it of the register or of plans: to whom, why, by which
 * provision, who is in it, and where each numbered copy is. Thread-safe, blocking.
 */
public final class DisclosureLedger {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final FieldCipher cipher;
  private final AccessLog log;
  private final RegisterChronicle chronicle;
  private final List<AreaCode> known;
  private final InstantSource clock;
  private final DisclosureTable table = new DisclosureTable();

  DisclosureLedger(
      FieldCipher cipher,
      AccessLog log,
      RegisterChronicle chronicle,
      List<AreaCode> known,
      InstantSource clock) {
    this.cipher = cipher;
    this.log = log;
    this.chronicle = chronicle;
    this.known = List.copyOf(known);
    this.clock = clock;
  }

  /**
   * What is written down.
   *
   * @param id its number, under which everybody in it stands in the access log
   * @param hazard the danger of the plans in it
   * @param byOrdinance whether an ordinance stands for the consents
   * @param people who is in it
   * @param content what was handed over, the same in every copy
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Entry(
      UUID id,
      Disclosure.Subject subject,
      Optional<String> hazard,
      DisclosureWish wish,
      boolean byOrdinance,
      List<PersonId> people,
      byte[] content) {}

  /**
   * A copy that is handed over now.
   *
   * @param disclosure what it is a copy of
   * @param copy which one
   * @param content what stands in it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Handed(Disclosure disclosure, Disclosure.Copy copy, byte[] content) {
    @Override
    public String toString() {
      return "Handed[" + disclosure.number() + "-" + copy.number() + "]";
    }
  }

  /**
   * Checks whether something may be handed over like this at all; who may be in it is for the
   * caller.
   *
   * @throws RegisterRefusedException BASIS_NOT_FITTING, UNKNOWN_DISTRICT, or REASON_MISSING when
   *     the day has passed until which it may be kept
   */
  public void check(DisclosureWish wish, Access access) {
    boolean outside = wish.kind().isOutside();
    if (outside != access.basis().isProvision()
        || (outside && access.purpose() != Purpose.PROVISION)
        || (wish.kind() == Disclosure.RecipientKind.OTHER && !access.basis().needsEmergency())) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    if (!known.containsAll(wish.districts())) {
      throw new RegisterRefusedException(RegisterRefusal.UNKNOWN_DISTRICT);
    }
    if (wish.keepUntil().isBefore(LocalDate.ofInstant(clock.instant(), TOKYO))) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
  }

  /**
   * Writes a disclosure down; its copies can be fetched from now on.
   *
   * @param handle in the transaction in which everybody in it was logged
   * @throws RegisterRefusedException NOBODY_TO_DISCLOSE
   */
  public Disclosure write(Handle handle, Entry entry, Access access) {
    if (entry.people().isEmpty()) {
      throw new RegisterRefusedException(RegisterRefusal.NOBODY_TO_DISCLOSE);
    }
    table.insert(
        handle, entry, access, clock.instant(), cipher.sealWork(entry.id(), entry.content()));
    table.insertPeople(handle, entry.id(), entry.people());
    if (entry.wish().kind().isOutside()) {
      chronicle.note(
          handle,
          ChronologyKind.REGISTER_DISCLOSED,
          access.reader().account(),
          subject(entry.id()),
          Map.of(
              "basis", access.basis().article(),
              "people", entry.people().size(),
              "copies", entry.wish().holders().size()));
    }
    return table.one(handle, entry.id());
  }

  /**
   * Hands a copy over. A line is written for everybody in it.
   *
   * @param groups what stands in it
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE when it was called back or destroyed,
   *     and what the access log refuses
   */
  public Handed hand(Handle handle, UUID id, int copy, Access access, Set<FieldGroup> groups) {
    Disclosure disclosure = table.locked(handle, id);
    Disclosure.Copy wanted = standing(disclosure, copy);
    if (access.basis() != disclosure.basis()) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    log.noteAll(handle, access.forExport(id), table.people(handle, id), groups);
    return handed(handle, disclosure, wanted);
  }

  /**
   * Looks up, within the municipality, what stands in a copy that went out. It is handed to nobody.
   * A line is written for everybody in it.
   *
   * @param groups what stands in it
   * @throws RegisterRefusedException NOT_FOUND, also when the copy never went out; ALREADY_DONE
   *     when it was called back or destroyed; BASIS_NOT_FITTING when the basis is one of handing
   *     over; and what the access log refuses
   */
  public Handed lookUp(Handle handle, UUID id, int copy, Access access, Set<FieldGroup> groups) {
    Disclosure disclosure = table.locked(handle, id);
    Disclosure.Copy wanted = standing(disclosure, copy);
    if (wanted.handedAt().isEmpty()) {
      throw new RegisterRefusedException(RegisterRefusal.NOT_FOUND);
    }
    if (access.basis().isProvision()) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    log.noteAll(handle, access.forExport(id), table.people(handle, id), groups);
    return new Handed(disclosure, wanted, cipher.openWork(id, table.content(handle, id)));
  }

  /** Hands the first copy over at once, in the transaction that wrote it: everybody was logged. */
  public Handed handFirst(Handle handle, Disclosure written) {
    return handed(handle, written, written.copies().getFirst());
  }

  private Handed handed(Handle handle, Disclosure disclosure, Disclosure.Copy copy) {
    table.handed(handle, disclosure.id(), copy.number(), clock.instant());
    return new Handed(
        disclosure, copy, cipher.openWork(disclosure.id(), table.content(handle, disclosure.id())));
  }

  /** Finds a disclosure; nobody is opened. */
  Disclosure one(Handle handle, UUID id) {
    return table.one(handle, id);
  }

  /** Calls every copy back. */
  Disclosure recall(Handle handle, UUID id, String reason, Reader reader) {
    if (table.locked(handle, id).recalledAt().isPresent()) {
      throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
    }
    table.recall(handle, id, reason, reader.account(), clock.instant());
    chronicle.note(
        handle, ChronologyKind.DISCLOSURE_RECALLED, reader.account(), subject(id), Map.of());
    return table.one(handle, id);
  }

  /** Notes that a copy is known to be destroyed. */
  Disclosure confirmDestroyed(Handle handle, UUID id, int copy, Reader reader) {
    if (copy(table.locked(handle, id), copy).destroyedAt().isPresent()) {
      throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
    }
    table.destroyed(handle, id, copy, reader.account(), clock.instant());
    chronicle.note(
        handle,
        ChronologyKind.DISCLOSURE_DESTROYED,
        reader.account(),
        subject(id),
        Map.of("copy", copy));
    return table.one(handle, id);
  }

  List<Disclosure> list(Handle handle) {
    return table.list(handle);
  }

  List<Disclosure> of(Handle handle, PersonId person) {
    return table.of(handle, person);
  }

  /** Lists who is on the register in districts; empty = in all. */
  List<PersonId> listed(Handle handle, List<AreaCode> districts) {
    return table.listed(handle, districts);
  }

  private static Disclosure.Copy standing(Disclosure disclosure, int number) {
    Disclosure.Copy wanted = copy(disclosure, number);
    if (disclosure.recalledAt().isPresent() || wanted.destroyedAt().isPresent()) {
      throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
    }
    return wanted;
  }

  private static Disclosure.Copy copy(Disclosure disclosure, int number) {
    return disclosure.copies().stream()
        .filter(copy -> copy.number() == number)
        .findFirst()
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
  }

  private static String subject(UUID id) {
    return "disclosure:" + id;
  }
}

package jp.noroshi.gis.register;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Hands parts of the register over and calls them back. In normal times only those who agreed to it
 * are in it (49条の11第2項), in a disaster whoever lives in the area (第3項). Thread-safe, blocking.
 */
public final class Disclosures {

  private static final Set<FieldGroup> CONTENT =
      EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Database database;
  private final FieldCipher cipher;
  private final AccessLog log;
  private final Register register;
  private final Consents consents;
  private final RegisterChronicle chronicle;
  private final List<AreaCode> known;
  private final InstantSource clock;
  private final DisclosureTable table = new DisclosureTable();

  /** What disclosures work with. */
  record Parts(
      Database database,
      FieldCipher cipher,
      AccessLog log,
      Register register,
      Consents consents,
      RegisterChronicle chronicle,
      List<AreaCode> known,
      InstantSource clock) {}

  Disclosures(Parts parts) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.log = parts.log();
    this.register = parts.register();
    this.consents = parts.consents();
    this.chronicle = parts.chronicle();
    this.known = List.copyOf(parts.known());
    this.clock = parts.clock();
  }

  /** A copy as a file. */
  public record CopyFile(String name, String text) {
    @Override
    public String toString() {
      return "CopyFile[" + name + "]";
    }
  }

  /**
   * Makes a disclosure; its copies can be fetched from now on. A line is written for everybody in
   * it.
   *
   * @param access purpose PROVISION; its basis decides who is in it
   * @throws RegisterRefusedException NOBODY_TO_DISCLOSE, UNKNOWN_DISTRICT, BASIS_NOT_FITTING,
   *     REASON_MISSING when the day has passed until which it may be kept, and what the access log
   *     refuses
   */
  public Disclosure make(DisclosureWish wish, Access access) {
    check(wish, access);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          List<PersonId> people = people(handle, wish.districts(), access.basis());
          if (people.isEmpty()) {
            throw new RegisterRefusedException(RegisterRefusal.NOBODY_TO_DISCLOSE);
          }
          List<Person> opened = register.openAll(handle, people, access.forExport(id), CONTENT);
          byte[] rows = DisclosureCsv.rows(opened).getBytes(StandardCharsets.UTF_8);
          table.insert(handle, id, wish, access, clock.instant(), cipher.sealWork(id, rows));
          table.insertPeople(handle, id, people);
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_DISCLOSED,
              access.reader().account(),
              subject(id),
              Map.of(
                  "basis", access.basis().article(),
                  "people", people.size(),
                  "copies", wish.holders().size()));
          return table.one(handle, id);
        });
  }

  private void check(DisclosureWish wish, Access access) {
    boolean ofRegister =
        access.basis() == LegalBasis.REGISTER_CONSENT
            || access.basis() == LegalBasis.REGISTER_DISASTER;
    if (!ofRegister || access.purpose() != Purpose.PROVISION) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    if (wish.kind() == Disclosure.RecipientKind.OTHER && !access.basis().needsEmergency()) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    if (!known.containsAll(wish.districts())) {
      throw new RegisterRefusedException(RegisterRefusal.UNKNOWN_DISTRICT);
    }
    if (wish.keepUntil().isBefore(LocalDate.ofInstant(clock.instant(), TOKYO))) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
  }

  private List<PersonId> people(Handle handle, List<AreaCode> districts, LegalBasis basis) {
    List<PersonId> listed = table.listed(handle, districts);
    if (basis.needsEmergency()) {
      return listed;
    }
    Map<PersonId, Map<ConsentKind, ConsentAnswer>> answers = consents.current(handle, listed);
    return listed.stream()
        .filter(
            person ->
                answers.get(person).get(ConsentKind.REGISTER_PROVISION) == ConsentAnswer.GIVEN)
        .toList();
  }

  /**
   * Fetches a copy to hand it over. A line is written for everybody in it.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE when it was called back or destroyed,
   *     and what the access log refuses
   */
  public CopyFile fetch(UUID id, int copy, Access access) {
    return database.inTransaction(
        handle -> {
          Disclosure disclosure = table.locked(handle, id);
          Disclosure.Copy wanted = copy(disclosure, copy);
          if (disclosure.recalledAt().isPresent() || wanted.destroyedAt().isPresent()) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          if (access.basis() != disclosure.basis()) {
            throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
          }
          log.noteAll(handle, access.forExport(id), table.people(handle, id), CONTENT);
          String rows =
              new String(cipher.openWork(id, table.content(handle, id)), StandardCharsets.UTF_8);
          table.handed(handle, id, copy, clock.instant());
          return new CopyFile(
              "meibo-%d-%d.csv".formatted(disclosure.number(), copy),
              DisclosureCsv.copy(disclosure, wanted, rows));
        });
  }

  /**
   * Calls every copy back: from now on none can be fetched, and each has to be confirmed destroyed.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE, REASON_MISSING
   */
  public Disclosure recall(UUID id, String reason, Reader reader) {
    if (reason.isBlank()) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
    return database.inTransaction(
        handle -> {
          if (table.locked(handle, id).recalledAt().isPresent()) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          table.recall(handle, id, reason.strip(), reader.account(), clock.instant());
          chronicle.note(
              handle, ChronologyKind.DISCLOSURE_RECALLED, reader.account(), subject(id), Map.of());
          return table.one(handle, id);
        });
  }

  /**
   * Notes that the destruction of a copy was confirmed.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE
   */
  public Disclosure confirmDestroyed(UUID id, int copy, Reader reader) {
    return database.inTransaction(
        handle -> {
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
        });
  }

  /** Lists all disclosures, newest first; nobody is opened. */
  public List<Disclosure> list() {
    return database.withHandle(table::list);
  }

  /**
   * Lists who got a person's data, newest first; a line is written.
   *
   * @throws RegisterRefusedException when the look is not allowed
   */
  public List<Disclosure> of(PersonId person, Access access) {
    return database.inTransaction(
        handle -> {
          log.note(handle, access, person, Set.of(FieldGroup.DISCLOSURES));
          return of(handle, person);
        });
  }

  List<Disclosure> of(Handle handle, PersonId person) {
    return table.of(handle, person);
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

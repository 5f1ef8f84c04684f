package jp.noroshi.gis.register;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Hands parts of the register over, and calls back whatever stands in the ledger. In normal times
 * only those who agreed to it are in it (49条の11第2項) or, where an ordinance says so, those who did
 * not object; in a disaster whoever lives in the area (第3項). Thread-safe, blocking.
 */
public final class Disclosures {

  private static final Set<FieldGroup> CONTENT =
      EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);

  private final Database database;
  private final AccessLog log;
  private final Register register;
  private final Consents consents;
  private final DisclosureLedger ledger;
  private final boolean byOrdinance;

  /** What disclosures work with. */
  record Parts(
      Database database,
      AccessLog log,
      Register register,
      Consents consents,
      DisclosureLedger ledger,
      boolean byOrdinance) {}

  Disclosures(Parts parts) {
    this.database = parts.database();
    this.log = parts.log();
    this.register = parts.register();
    this.consents = parts.consents();
    this.ledger = parts.ledger();
    this.byOrdinance = parts.byOrdinance();
  }

  /** A copy as a file. */
  public record CopyFile(String name, String text) {
    @Override
    public String toString() {
      return "CopyFile[" + name + "]";
    }
  }

  /** Tells whether an ordinance stands for the consents in normal times. */
  public boolean byOrdinance() {
    return byOrdinance;
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
    if (access.basis() != LegalBasis.REGISTER_CONSENT
        && access.basis() != LegalBasis.REGISTER_DISASTER) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    ledger.check(wish, access);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          List<PersonId> people = people(handle, wish.districts(), access.basis());
          List<Person> opened = register.openAll(handle, people, access.forExport(id), CONTENT);
          return ledger.write(
              handle,
              new DisclosureLedger.Entry(
                  id,
                  Disclosure.Subject.REGISTER,
                  Optional.empty(),
                  wish,
                  byOrdinance && access.basis() == LegalBasis.REGISTER_CONSENT,
                  people,
                  DisclosureCsv.rows(opened).getBytes(StandardCharsets.UTF_8)),
              access);
        });
  }

  private List<PersonId> people(Handle handle, List<AreaCode> districts, LegalBasis basis) {
    List<PersonId> listed = ledger.listed(handle, districts);
    if (basis.needsEmergency()) {
      return listed;
    }
    Map<PersonId, Map<ConsentKind, ConsentAnswer>> answers = consents.current(handle, listed);
    return listed.stream()
        .filter(person -> mayBeGiven(answers.get(person).get(ConsentKind.REGISTER_PROVISION)))
        .toList();
  }

  /** Tells whether a person's part of the register may be handed over in normal times. */
  public boolean mayBeGiven(Handle handle, PersonId person) {
    return mayBeGiven(
        consents.current(handle, List.of(person)).get(person).get(ConsentKind.REGISTER_PROVISION));
  }

  private boolean mayBeGiven(ConsentAnswer answer) {
    return switch (answer) {
      case GIVEN -> true;
      case UNANSWERED -> byOrdinance;
      case REFUSED, WITHDRAWN -> false;
    };
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
          if (ledger.one(handle, id).subject() != Disclosure.Subject.REGISTER) {
            throw new RegisterRefusedException(RegisterRefusal.NOT_FOUND);
          }
          DisclosureLedger.Handed handed = ledger.hand(handle, id, copy, access, CONTENT);
          return new CopyFile(
              "meibo-%d-%d.csv".formatted(handed.disclosure().number(), copy),
              DisclosureCsv.copy(
                  handed.disclosure(),
                  handed.copy(),
                  new String(handed.content(), StandardCharsets.UTF_8)));
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
    return database.inTransaction(handle -> ledger.recall(handle, id, reason.strip(), reader));
  }

  /**
   * Notes that the destruction of a copy was confirmed.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE
   */
  public Disclosure confirmDestroyed(UUID id, int copy, Reader reader) {
    return database.inTransaction(handle -> ledger.confirmDestroyed(handle, id, copy, reader));
  }

  /**
   * Finds what a disclosure is of; nobody is opened.
   *
   * @throws RegisterRefusedException NOT_FOUND
   */
  public Disclosure find(UUID id) {
    return database.withHandle(handle -> ledger.one(handle, id));
  }

  /** Lists all disclosures, newest first; nobody is opened. */
  public List<Disclosure> list() {
    return database.withHandle(ledger::list);
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
    return ledger.of(handle, person);
  }
}

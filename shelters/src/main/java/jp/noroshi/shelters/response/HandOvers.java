package jp.noroshi.shelters.response;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureLedger;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.Disclosures;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.Emergency;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.jdbi.v3.core.Handle;

/**
 * Hands the list of those not yet safe over to the fire service, the police and others who look for
 * them, without consent (災害対策基本法49条の11第3項), numbered in the one ledger. What was handed over is
 * kept sealed, so that a copy fetched later says the same. Thread-safe, blocking.
 */
public final class HandOvers {

  private static final Set<FieldGroup> CONTENT =
      EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);
  private static final TypeReference<List<Missing>> ROWS = new TypeReference<>() {};

  private final Database database;
  private final Responses responses;
  private final NotYetSafe list;
  private final Register register;
  private final Disclosures disclosures;
  private final DisclosureLedger ledger;
  private final Emergencies emergencies;
  private final CaseNotes notes;
  private final InstantSource clock;

  /** What it stands on. */
  record Parts(
      Database database,
      Responses responses,
      NotYetSafe list,
      Register register,
      Disclosures disclosures,
      DisclosureLedger ledger,
      Emergencies emergencies,
      CaseNotes notes,
      InstantSource clock) {}

  HandOvers(Parts parts) {
    this.database = parts.database();
    this.responses = parts.responses();
    this.list = parts.list();
    this.register = parts.register();
    this.disclosures = parts.disclosures();
    this.ledger = parts.ledger();
    this.emergencies = parts.emergencies();
    this.notes = parts.notes();
    this.clock = parts.clock();
  }

  /**
   * A copy as it is handed over.
   *
   * @param rows the most urgent first
   * @param again whether the office looks up afterwards what was handed over: it is for nobody else
   */
  public record Handed(
      Disclosure disclosure, Disclosure.Copy copy, List<Missing> rows, boolean again) {
    /** Copies the list. */
    public Handed {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "Handed[" + disclosure.number() + "-" + copy.number() + "]";
    }
  }

  /**
   * Makes a hand-over of those not yet safe in the districts of the wish; its copies can be fetched
   * from now on. A line is written for everybody in it.
   *
   * @throws RegisterRefusedException NOT_FOUND when no such response runs, NOBODY_TO_DISCLOSE when
   *     everybody is safe, UNKNOWN_DISTRICT, REASON_MISSING, EMERGENCY_OVER
   */
  public Disclosure make(UUID response, DisclosureWish wish, Reader reader) {
    Cause.Looks looks = looks(response, reader);
    Access access = access(reader, looks.register());
    ledger.check(wish, access);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          List<NotYetSafe.Line> lines = lines(handle, response, wish.districts());
          List<PersonId> people = lines.stream().map(NotYetSafe.Line::person).toList();
          List<Missing> rows = rows(handle, lines, people, access.forExport(id));
          return ledger.write(
              handle,
              new DisclosureLedger.Entry(
                  id,
                  Disclosure.Subject.NOT_YET_SAFE,
                  Optional.empty(),
                  wish,
                  false,
                  people,
                  Json.write(rows).getBytes(StandardCharsets.UTF_8)),
              access);
        });
  }

  /**
   * Fetches a copy to hand it over, or, once the emergency it relied on is over, looks up what was
   * handed over: then only the office that keeps the register may, for use within the municipality
   * (災害対策基本法49条の11第1項), and only a copy that went out. A line is written for everybody in it either
   * way.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE when it was called back, and what the
   *     access log refuses: EMERGENCY_OVER for everybody else once the emergency is over
   */
  public Handed fetch(UUID id, int copy, Reader reader) {
    UUID emergency = find(id).emergency().orElseThrow();
    boolean again =
        reader.standing() == Reader.Standing.WELFARE_STAFF
            && emergencies.find(emergency).filter(this::isInForce).isEmpty();
    return database.inTransaction(
        handle -> {
          DisclosureLedger.Handed handed =
              again
                  ? ledger.lookUp(handle, id, copy, internal(reader), CONTENT)
                  : ledger.hand(handle, id, copy, access(reader, emergency), CONTENT);
          return new Handed(
              handed.disclosure(),
              handed.copy(),
              Json.read(new String(handed.content(), StandardCharsets.UTF_8), ROWS),
              again);
        });
  }

  private boolean isInForce(Emergency emergency) {
    return emergency.isInForce(clock.instant());
  }

  private static Access internal(Reader reader) {
    return Access.of(reader, Purpose.ASSISTANCE, LegalBasis.REGISTER_INTERNAL);
  }

  /** Lists what was handed over of responses, newest first; nobody is opened. */
  public List<Disclosure> list() {
    return disclosures.list().stream().filter(HandOvers::isOurs).toList();
  }

  /**
   * Calls every copy back.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE, REASON_MISSING
   */
  public Disclosure recall(UUID id, String reason, Reader reader) {
    return disclosures.recall(find(id).id(), reason, reader);
  }

  private Disclosure find(UUID id) {
    return Optional.of(disclosures.find(id))
        .filter(HandOvers::isOurs)
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
  }

  private static boolean isOurs(Disclosure disclosure) {
    return disclosure.subject() == Disclosure.Subject.NOT_YET_SAFE;
  }

  private static Access access(Reader reader, UUID emergency) {
    return Access.of(reader, Purpose.PROVISION, LegalBasis.REGISTER_DISASTER).within(emergency);
  }

  /** A hand-over relies on one emergency; where orders came one by one, one is declared for all. */
  private Cause.Looks looks(UUID id, Reader reader) {
    Response response =
        responses
            .find(id)
            .filter(Response::isRunning)
            .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
    List<Cause.Looks> standing = looks(response);
    List<Cause.Looks> one =
        standing.size() > 1
            ? responses.renew(id, reader.account()).map(HandOvers::looks).orElse(List.of())
            : standing;
    return one.stream()
        .findFirst()
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOBODY_TO_DISCLOSE));
  }

  private static List<Cause.Looks> looks(Response response) {
    return response.standing().stream().map(Cause::looks).distinct().toList();
  }

  private List<NotYetSafe.Line> lines(Handle handle, UUID response, List<AreaCode> districts) {
    return list.list(handle, NotYetSafe.Wanted.all(response), 0, Integer.MAX_VALUE).lines().stream()
        .filter(
            line -> districts.isEmpty() || line.districts().stream().anyMatch(districts::contains))
        .toList();
  }

  private List<Missing> rows(
      Handle handle, List<NotYetSafe.Line> lines, List<PersonId> people, Access access) {
    Map<PersonId, Person> opened =
        register.openAll(handle, people, access, CONTENT).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    Map<UUID, List<CaseNotes.Note>> written = notesToHandOver(handle, lines);
    return lines.stream()
        .filter(line -> opened.containsKey(line.person()))
        .map(
            line ->
                Missing.of(
                    line, opened.get(line.person()), written.getOrDefault(line.id(), List.of())))
        .toList();
  }

  /** Only what staff marked: no more is handed over than helping needs. */
  private Map<UUID, List<CaseNotes.Note>> notesToHandOver(
      Handle handle, List<NotYetSafe.Line> lines) {
    Map<UUID, List<CaseNotes.Note>> written =
        notes.open(handle, lines.stream().map(NotYetSafe.Line::id).toList());
    written.replaceAll((_, all) -> all.stream().filter(CaseNotes.Note::handOver).toList());
    return written;
  }
}

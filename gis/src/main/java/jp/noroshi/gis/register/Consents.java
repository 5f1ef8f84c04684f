package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What people agreed to: three consents, never one. Whoever did not answer did not agree. Every
 * answer is kept. Thread-safe, blocking.
 */
public final class Consents {

  private final Database database;
  private final FieldCipher cipher;
  private final AccessLog log;
  private final PersonTable persons;
  private final InstantSource clock;

  /** Keeps consents. */
  public Consents(Database database, FieldCipher cipher, AccessLog log, InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.log = log;
    this.persons = new PersonTable(cipher);
    this.clock = clock;
  }

  /** What only the office needs: sealed. */
  private record Detail(Optional<String> proxy, Optional<String> evidence) {}

  /**
   * Records an answer; earlier ones stay. Recording opens nothing, so nothing is logged.
   *
   * @param consent its {@code recordedAt} is replaced by now
   * @throws RegisterRefusedException NOT_FOUND when there is no such person
   */
  public void record(PersonId person, Consent consent) {
    database.useTransaction(handle -> record(handle, person, consent));
  }

  /** Records an answer within a transaction of the caller. */
  public void record(Handle handle, PersonId person, Consent consent) {
    int written =
        handle
            .createUpdate(
                """
                insert into gis.consent (person, kind, answer, answered_on, method, detail, recorded_at, recorded_by)
                select id, :kind, :answer, :on, :method, :detail, :at, :by from gis.person where id = :person
                """)
            .bind("person", person.value())
            .bind("kind", consent.kind())
            .bind("answer", consent.answer())
            .bind("on", consent.on())
            .bind("method", consent.method())
            .bind(
                "detail",
                cipher.seal(
                    person.value(),
                    FieldGroup.CONSENTS,
                    new Detail(consent.proxy(), consent.evidence())))
            .bind("at", clock.instant())
            .bind("by", consent.recordedBy())
            .execute();
    if (written == 0) {
      throw new RegisterRefusedException(RegisterRefusal.NOT_FOUND);
    }
  }

  /**
   * Takes answers over from a CSV file with the headings 宛名番号, 同意, 回答, 回答日, 方法, 代理人 and 根拠; all of
   * it or nothing. Somebody who is not in the register is passed over.
   *
   * @return how many answers were recorded
   * @throws RegisterRefusedException FILE_UNREADABLE
   */
  public int take(byte[] csv, Access access) {
    List<ExtractFile.Row> rows = ExtractFile.read(csv).rows();
    return database.inTransaction(
        handle -> {
          int recorded = 0;
          for (ExtractFile.Row row : rows) {
            Optional<PersonId> person =
                row.find(ExtractColumn.REFERENCE)
                    .flatMap(reference -> persons.findByReference(handle, reference));
            if (person.isPresent()) {
              record(handle, person.get(), consent(row, access.reader().account()));
              recorded++;
            }
          }
          return recorded;
        });
  }

  private Consent consent(ExtractFile.Row row, String by) {
    try {
      return new Consent(
          ConsentKind.valueOf(row.find(ExtractColumn.CONSENT).orElse("")),
          ConsentAnswer.valueOf(row.find(ExtractColumn.ANSWER).orElse("")),
          LocalDate.parse(row.find(ExtractColumn.ANSWERED_ON).orElse("")),
          Consent.Method.valueOf(row.find(ExtractColumn.METHOD).orElse("")),
          row.find(ExtractColumn.PROXY),
          row.find(ExtractColumn.EVIDENCE),
          clock.instant(),
          by);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE, e);
    }
  }

  /** Returns what the person last answered to each of the three; nobody is opened. */
  public Map<ConsentKind, ConsentAnswer> current(PersonId person) {
    return database.withHandle(handle -> current(handle, List.of(person)).get(person));
  }

  /**
   * Returns what persons last answered, for work on many at once; nobody is opened. Everybody asked
   * for has an entry with all three.
   */
  public Map<PersonId, Map<ConsentKind, ConsentAnswer>> current(
      Handle handle, Collection<PersonId> persons) {
    Map<PersonId, Map<ConsentKind, ConsentAnswer>> answers = new HashMap<>();
    persons.forEach(person -> answers.put(person, unanswered()));
    handle
        .createQuery(
            """
            select distinct on (person, kind) person, kind, answer from gis.consent
            where person = any(:persons) order by person, kind, id desc
            """)
        .bindArray("persons", UUID.class, persons.stream().map(PersonId::value).toArray())
        .map(
            (row, _) ->
                answers
                    .get(new PersonId(row.getObject("person", UUID.class)))
                    .put(
                        ConsentKind.valueOf(row.getString("kind")),
                        ConsentAnswer.valueOf(row.getString("answer"))))
        .list();
    return answers;
  }

  /**
   * Opens every answer of a person, newest first; a line is written.
   *
   * @throws RegisterRefusedException when the look is not allowed
   */
  public List<Consent> history(PersonId person, Access access) {
    return database.inTransaction(
        handle ->
            history(handle, log.note(handle, access, person, Set.of(FieldGroup.CONSENTS)), person));
  }

  /** Opens every answer of a person with a ticket of the caller. */
  List<Consent> history(Handle handle, AccessTicket ticket, PersonId person) {
    return handle
        .createQuery("select * from gis.consent where person = :person order by id desc")
        .bind("person", person.value())
        .map((row, _) -> consent(ticket, row))
        .list();
  }

  private Consent consent(AccessTicket ticket, ResultSet row) throws SQLException {
    Detail detail = cipher.open(ticket, FieldGroup.CONSENTS, row.getBytes("detail"), Detail.class);
    return new Consent(
        ConsentKind.valueOf(row.getString("kind")),
        ConsentAnswer.valueOf(row.getString("answer")),
        row.getDate("answered_on").toLocalDate(),
        Consent.Method.valueOf(row.getString("method")),
        detail.proxy(),
        detail.evidence(),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"));
  }

  private static Map<ConsentKind, ConsentAnswer> unanswered() {
    Map<ConsentKind, ConsentAnswer> answers = new EnumMap<>(ConsentKind.class);
    for (ConsentKind kind : ConsentKind.values()) {
      answers.put(kind, ConsentAnswer.UNANSWERED);
    }
    return answers;
  }
}

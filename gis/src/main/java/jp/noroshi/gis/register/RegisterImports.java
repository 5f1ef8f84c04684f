package jp.noroshi.gis.register;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.register.ImportRow.Outcome;
import jp.noroshi.gis.register.RegisterImport.State;
import org.jdbi.v3.core.Handle;

/**
 * Brings extracts of other offices into the register: first a proposal, sealed as a whole, then the
 * approval of a second person. Everybody compared, shown or written has a line in the access log.
 * Thread-safe, blocking.
 */
public final class RegisterImports {

  private static final Set<FieldGroup> DESCRIPTION =
      Set.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);
  private static final TypeReference<List<ImportRow>> ROWS = new TypeReference<>() {};
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<EnumMap<Outcome, Integer>> COUNTS = new TypeReference<>() {};

  private final Database database;
  private final FieldCipher cipher;
  private final AccessLog log;
  private final Register register;
  private final RegisterChronicle chronicle;
  private final ExtractComparison comparison;
  private final InstantSource clock;

  /** What imports work with. */
  record Parts(
      Database database,
      FieldCipher cipher,
      AccessLog log,
      Register register,
      RegisterChronicle chronicle,
      ExtractComparison comparison,
      InstantSource clock) {}

  RegisterImports(Parts parts) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.log = parts.log();
    this.register = parts.register();
    this.chronicle = parts.chronicle();
    this.comparison = parts.comparison();
    this.clock = parts.clock();
  }

  /** An import and its rows. */
  public record Proposal(RegisterImport summary, List<ImportRow> rows) {
    /** Copies the list. */
    public Proposal {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Compares extracts with the register and keeps the result as a proposal. Nothing changes.
   *
   * @param extracts at least the residents'; joined by 宛名番号
   * @throws RegisterRefusedException FILE_UNREADABLE, LOCKED, or when the look is not allowed
   */
  public RegisterImport propose(List<Extract> extracts, Access access) {
    return database.inTransaction(
        handle -> {
          List<ImportRow> rows = comparison.compare(handle, extracts, known(handle, access));
          UUID id = UUID.randomUUID();
          keep(handle, id, extracts, rows, access.reader().account());
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_PROPOSED,
              access.reader().account(),
              "register-import:" + id,
              Map.of("rows", rows.size()));
          return summary(handle, id, false);
        });
  }

  private Map<String, ExtractComparison.Known> known(Handle handle, Access access) {
    List<PersonId> everybody =
        handle
            .createQuery("select id from gis.person order by id")
            .mapTo(UUID.class)
            .map(PersonId::new)
            .list();
    Map<PersonId, Integer> versions = new HashMap<>();
    handle
        .createQuery("select id, version from gis.person")
        .map(
            (row, _) ->
                versions.put(new PersonId(row.getObject("id", UUID.class)), row.getInt("version")))
        .list();
    Map<String, ExtractComparison.Known> known = new HashMap<>();
    for (Person person : register.openAll(handle, everybody, access, DESCRIPTION)) {
      known.put(
          Kana.reference(person.identity().reference()),
          new ExtractComparison.Known(PersonEntry.of(person), versions.get(person.id())));
    }
    return known;
  }

  private void keep(
      Handle handle, UUID id, List<Extract> extracts, List<ImportRow> rows, String by) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
    handle
        .createUpdate(
            """
            insert into gis.register_import (id, files, state, counts, content, proposed_at, proposed_by)
            values (:id, :files::jsonb, 'PROPOSED', :counts::jsonb, :content, :at, :by)
            """)
        .bind("id", id)
        .bind("files", Json.write(extracts.stream().map(Extract::name).toList()))
        .bind("counts", Json.write(counts))
        .bind("content", cipher.sealWork(id, Json.write(rows).getBytes(StandardCharsets.UTF_8)))
        .bind("at", clock.instant())
        .bind("by", by)
        .execute();
  }

  /** Lists the imports, newest first; nobody is opened. */
  public List<RegisterImport> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from gis.register_import order by proposed_at desc limit 200")
                .map((row, _) -> summary(row))
                .list());
  }

  /**
   * Opens a proposal; everybody in it gets a line in the log.
   *
   * @throws RegisterRefusedException NOT_FOUND, LOCKED, or when the look is not allowed
   */
  public Proposal open(UUID id, Access access) {
    return database.inTransaction(
        handle -> {
          RegisterImport summary = summary(handle, id, false);
          List<ImportRow> rows = rows(handle, id);
          log.noteAll(
              handle,
              access,
              rows.stream().flatMap(row -> row.person().stream()).toList(),
              DESCRIPTION);
          return new Proposal(summary, rows);
        });
  }

  /**
   * Writes a proposal into the register, all of it or nothing.
   *
   * @throws RegisterRefusedException OWN_WORK, ALREADY_DONE, CHANGED_MEANWHILE when somebody in it
   *     changed since, NOT_FOUND, LOCKED
   */
  public RegisterImport approve(UUID id, Access access) {
    String by = access.reader().account();
    return database.inTransaction(
        handle -> {
          requireProposed(handle, id, by);
          List<ImportRow> rows = rows(handle, id).stream().filter(ImportRow::writes).toList();
          log.noteAll(
              handle,
              access,
              rows.stream().flatMap(row -> row.person().stream()).toList(),
              DESCRIPTION);
          requireUnchanged(handle, rows);
          rows.forEach(
              row ->
                  register.write(
                      handle, row.after().orElseThrow(), row.kinds(), by, Optional.of(id)));
          decide(handle, id, State.APPROVED, by);
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_APPROVED,
              by,
              "register-import:" + id,
              Map.of("written", rows.size()));
          return summary(handle, id, false);
        });
  }

  /**
   * Rejects a proposal.
   *
   * @throws RegisterRefusedException ALREADY_DONE, NOT_FOUND
   */
  public RegisterImport reject(UUID id, Reader reader) {
    return database.inTransaction(
        handle -> {
          if (summary(handle, id, true).state() != State.PROPOSED) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          decide(handle, id, State.REJECTED, reader.account());
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_REJECTED,
              reader.account(),
              "register-import:" + id,
              Map.of());
          return summary(handle, id, false);
        });
  }

  /**
   * Undoes an approved import: who was changed becomes what they were before, who was new is taken
   * off the list.
   *
   * @throws RegisterRefusedException ALREADY_DONE, CHANGED_MEANWHILE when somebody changed since
   */
  public RegisterImport undo(UUID id, Access access) {
    String by = access.reader().account();
    return database.inTransaction(
        handle -> {
          if (summary(handle, id, true).state() != State.APPROVED) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          List<ImportRow> rows = rows(handle, id).stream().filter(ImportRow::writes).toList();
          requireStillFrom(handle, id, rows.size());
          rows.forEach(
              row -> register.revert(handle, row.person().orElseThrow(), row.version(), access));
          handle.execute(
              "update gis.register_import set state = 'UNDONE', undone_at = ?, undone_by = ? where id = ?",
              clock.instant(),
              by,
              id);
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_UNDONE,
              by,
              "register-import:" + id,
              Map.of("written", rows.size()));
          return summary(handle, id, false);
        });
  }

  private void requireProposed(Handle handle, UUID id, String by) {
    RegisterImport proposal = summary(handle, id, true);
    if (proposal.state() != State.PROPOSED) {
      throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
    }
    if (proposal.proposedBy().equals(by)) {
      throw new RegisterRefusedException(RegisterRefusal.OWN_WORK);
    }
  }

  private static void requireUnchanged(Handle handle, List<ImportRow> rows) {
    Map<UUID, Integer> versions = new HashMap<>();
    handle
        .createQuery("select id, version from gis.person where id = any(:ids) for update")
        .bindArray(
            "ids",
            UUID.class,
            rows.stream().map(row -> row.person().orElseThrow().value()).toArray())
        .map((row, _) -> versions.put(row.getObject("id", UUID.class), row.getInt("version")))
        .list();
    for (ImportRow row : rows) {
      if (versions.getOrDefault(row.person().orElseThrow().value(), 0) != row.version()) {
        throw new RegisterRefusedException(RegisterRefusal.CHANGED_MEANWHILE);
      }
    }
  }

  private static void requireStillFrom(Handle handle, UUID id, int written) {
    int untouched =
        handle
            .createQuery(
                """
                select count(*) from gis.person p join gis.person_version v
                  on v.person = p.id and v.version = p.version
                where v.import_id = :id
                """)
            .bind("id", id)
            .mapTo(Integer.class)
            .one();
    if (untouched != written) {
      throw new RegisterRefusedException(RegisterRefusal.CHANGED_MEANWHILE);
    }
  }

  private void decide(Handle handle, UUID id, State state, String by) {
    handle.execute(
        "update gis.register_import set state = ?, decided_at = ?, decided_by = ? where id = ?",
        state.name(),
        clock.instant(),
        by,
        id);
  }

  private List<ImportRow> rows(Handle handle, UUID id) {
    byte[] content =
        handle
            .createQuery("select content from gis.register_import where id = :id")
            .bind("id", id)
            .mapTo(byte[].class)
            .one();
    return Json.read(new String(cipher.openWork(id, content), StandardCharsets.UTF_8), ROWS);
  }

  private static RegisterImport summary(Handle handle, UUID id, boolean lock) {
    return handle
        .createQuery(
            "select * from gis.register_import where id = :id" + (lock ? " for update" : ""))
        .bind("id", id)
        .map((row, _) -> summary(row))
        .findOne()
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
  }

  private static RegisterImport summary(ResultSet row) throws SQLException {
    return new RegisterImport(
        row.getObject("id", UUID.class),
        new ArrayList<>(Json.read(row.getString("files"), NAMES)),
        State.valueOf(row.getString("state")),
        Json.read(row.getString("counts"), COUNTS),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("proposed_by"),
        instant(row, "decided_at"),
        Optional.ofNullable(row.getString("decided_by")),
        instant(row, "undone_at"),
        Optional.ofNullable(row.getString("undone_by")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
  }
}

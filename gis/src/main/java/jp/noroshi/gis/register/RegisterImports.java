package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
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

  private final Database database;
  private final RegisterImportTable table;
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
    this.table = new RegisterImportTable(parts.cipher());
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
          table.keep(
              handle,
              id,
              extracts,
              rows,
              new RegisterImportTable.Step(clock.instant(), access.reader().account()));
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_PROPOSED,
              access.reader().account(),
              "register-import:" + id,
              Map.of("rows", rows.size()));
          return table.summary(handle, id, false);
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

  /** Lists the imports, newest first; nobody is opened. */
  public List<RegisterImport> list() {
    return database.withHandle(table::list);
  }

  /**
   * Opens a proposal; everybody in it gets a line in the log.
   *
   * @throws RegisterRefusedException NOT_FOUND, LOCKED, or when the look is not allowed
   */
  public Proposal open(UUID id, Access access) {
    return database.inTransaction(
        handle -> {
          RegisterImport summary = table.summary(handle, id, false);
          List<ImportRow> rows = table.rows(handle, id);
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
          List<ImportRow> rows = table.rows(handle, id).stream().filter(ImportRow::writes).toList();
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
          table.decide(
              handle, id, State.APPROVED, new RegisterImportTable.Step(clock.instant(), by));
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_APPROVED,
              by,
              "register-import:" + id,
              Map.of("written", rows.size()));
          return table.summary(handle, id, false);
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
          if (table.summary(handle, id, true).state() != State.PROPOSED) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          table.decide(
              handle,
              id,
              State.REJECTED,
              new RegisterImportTable.Step(clock.instant(), reader.account()));
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_REJECTED,
              reader.account(),
              "register-import:" + id,
              Map.of());
          return table.summary(handle, id, false);
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
          if (table.summary(handle, id, true).state() != State.APPROVED) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          List<ImportRow> rows = table.rows(handle, id).stream().filter(ImportRow::writes).toList();
          requireStillFrom(handle, id, rows.size());
          rows.forEach(
              row -> register.revert(handle, row.person().orElseThrow(), row.version(), access));
          table.undo(handle, id, new RegisterImportTable.Step(clock.instant(), by));
          chronicle.note(
              handle,
              ChronologyKind.REGISTER_IMPORT_UNDONE,
              by,
              "register-import:" + id,
              Map.of("written", rows.size()));
          return table.summary(handle, id, false);
        });
  }

  private void requireProposed(Handle handle, UUID id, String by) {
    RegisterImport proposal = table.summary(handle, id, true);
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
}

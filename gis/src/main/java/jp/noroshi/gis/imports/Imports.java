package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.imports.ImportSummary.State;
import jp.noroshi.gis.imports.ImportSummary.Step;
import org.jdbi.v3.core.Handle;

/**
 * Proposes, approves and takes back what comes in as files. Nothing changes before the approval of
 * a second person; each step is one transaction. Thread-safe, blocking.
 */
public final class Imports {

  private static final Set<RowChange> WRITTEN =
      EnumSet.of(RowChange.ADDED, RowChange.CHANGED, RowChange.MISSING);

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final Map<ImportKind, ImportSource> sources = new EnumMap<>(ImportKind.class);

  /**
   * Imports these kinds.
   *
   * @param sources one for each kind that can be imported
   */
  public Imports(
      Database database,
      Chronology chronology,
      Mode mode,
      InstantSource clock,
      List<ImportSource> sources) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
    sources.forEach(source -> this.sources.put(source.target().kind(), source));
  }

  /** Tells which kinds can be imported. */
  public Set<ImportKind> kinds() {
    return Set.copyOf(sources.keySet());
  }

  /** Reads a file of which nothing is said beside its content. */
  public ImportSummary propose(ImportKind kind, String fileName, byte[] bytes, String by) {
    return propose(kind, fileName, bytes, Map.of(), by);
  }

  /**
   * Reads a file and keeps what it would change; nothing changes yet.
   *
   * @param facts what its sender says of it: see {@link ImportReader}
   * @throws jp.noroshi.gis.file.UnreadableFileException when it is none of the kind
   */
  public ImportSummary propose(
      ImportKind kind, String fileName, byte[] bytes, Map<String, String> facts, String by) {
    ImportFile file = source(kind).reader().read(fileName, bytes, facts);
    return database.inTransaction(
        handle -> {
          UUID id = UUID.randomUUID();
          List<ProposedRow> rows =
              Comparison.of(file.rows(), source(kind).target().current(handle, file.dataSets()));
          ImportTable.keep(handle, id, kind, file, rows, step(by));
          return note(handle, id, ChronologyKind.IMPORT_PROPOSED, by);
        });
  }

  /**
   * Makes a proposal what stands.
   *
   * @throws ImportRefusedException when there is none, it is decided, its author approves it, or
   *     what it compared with has changed since
   */
  public ImportSummary approve(UUID id, String by) {
    return decide(
        id,
        summary -> {
          if (summary.proposed().by().equals(by)) {
            throw new ImportRefusedException(ImportRefusal.IMPORT_PROPOSED_BY_APPROVER);
          }
        },
        (handle, summary) -> {
          replace(handle, summary, true, ImportRefusal.IMPORT_OUTDATED);
          ImportTable.setState(handle, id, State.APPROVED, "decided", step(by));
          return note(handle, id, ChronologyKind.IMPORT_APPROVED, by);
        });
  }

  /**
   * Throws a proposal away.
   *
   * @throws ImportRefusedException when there is none or it is decided
   */
  public ImportSummary reject(UUID id, String by) {
    return decide(
        id,
        _ -> {},
        (handle, _) -> {
          ImportTable.setState(handle, id, State.REJECTED, "decided", step(by));
          return note(handle, id, ChronologyKind.IMPORT_REJECTED, by);
        });
  }

  /**
   * Takes an approved import back: what stood before stands again.
   *
   * @throws ImportRefusedException when there is none, it is not in force, or something later
   *     changed the same things
   */
  public ImportSummary undo(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          ImportSummary summary = locked(handle, id);
          if (summary.state() != State.APPROVED) {
            throw new ImportRefusedException(ImportRefusal.IMPORT_NOT_APPROVED);
          }
          replace(handle, summary, false, ImportRefusal.IMPORT_BUILT_UPON);
          ImportTable.setState(handle, id, State.UNDONE, "undone", step(by));
          return note(handle, id, ChronologyKind.IMPORT_UNDONE, by);
        });
  }

  /**
   * Returns one import.
   *
   * @throws ImportRefusedException when there is none
   */
  public ImportSummary get(UUID id) {
    return database.withHandle(handle -> find(handle, id, false));
  }

  /** Lists imports of these kinds, the newest first. */
  public List<ImportSummary> list(Set<ImportKind> kinds, int limit) {
    return database.withHandle(handle -> ImportTable.list(handle, kinds, limit));
  }

  /**
   * Lists rows of an import in its order.
   *
   * @param changes which of them
   * @param from how many of them to pass over
   */
  public List<ProposedRow> rows(UUID id, Set<RowChange> changes, int from, int limit) {
    return database.withHandle(handle -> ImportTable.rows(handle, id, changes, from, limit));
  }

  private interface Decision {
    ImportSummary take(Handle handle, ImportSummary summary);
  }

  private ImportSummary decide(UUID id, Consumer<ImportSummary> check, Decision decision) {
    return database.inTransaction(
        handle -> {
          ImportSummary summary = locked(handle, id);
          if (summary.state() != State.PROPOSED) {
            throw new ImportRefusedException(ImportRefusal.IMPORT_DECIDED);
          }
          check.accept(summary);
          return decision.take(handle, summary);
        });
  }

  /** Puts one side of the rows in the place of the other, if that other still stands. */
  private void replace(
      Handle handle, ImportSummary summary, boolean forward, ImportRefusal otherwise) {
    List<ProposedRow> rows = written(handle, summary.id());
    ImportTarget target = source(summary.kind()).target();
    requireStanding(
        handle,
        target,
        ImportTable.dataSets(handle, summary.id()),
        ImportTable.changes(rows, !forward),
        otherwise);
    apply(handle, target, ImportTable.changes(rows, forward));
  }

  private static void apply(
      Handle handle, ImportTarget target, Map<String, Optional<JsonNode>> changes) {
    Map<String, JsonNode> written = new HashMap<>();
    changes.forEach((key, entry) -> entry.ifPresent(node -> written.put(key, node)));
    Set<String> removed = new HashSet<>(changes.keySet());
    removed.removeAll(written.keySet());
    target.remove(handle, removed);
    target.write(handle, written);
  }

  private static void requireStanding(
      Handle handle,
      ImportTarget target,
      Set<String> dataSets,
      Map<String, Optional<JsonNode>> expected,
      ImportRefusal otherwise) {
    Map<String, JsonNode> current = target.current(handle, dataSets);
    expected.forEach(
        (key, entry) -> {
          if (!entry.equals(Optional.ofNullable(current.get(key)))) {
            throw new ImportRefusedException(otherwise);
          }
        });
  }

  private static List<ProposedRow> written(Handle handle, UUID id) {
    return ImportTable.rows(handle, id, WRITTEN, 0, Integer.MAX_VALUE);
  }

  private static ImportSummary locked(Handle handle, UUID id) {
    return find(handle, id, true);
  }

  private static ImportSummary find(Handle handle, UUID id, boolean locked) {
    return ImportTable.find(handle, id, locked)
        .orElseThrow(() -> new ImportRefusedException(ImportRefusal.IMPORT_NOT_FOUND));
  }

  private ImportSource source(ImportKind kind) {
    ImportSource source = sources.get(kind);
    if (source == null) {
      throw new IllegalArgumentException("nothing is wired for imports of " + kind);
    }
    return source;
  }

  private Step step(String by) {
    return new Step(clock.instant(), by);
  }

  /** Last in its transaction: the chain's head is locked until the commit. */
  private ImportSummary note(Handle handle, UUID id, ChronologyKind kind, String by) {
    ImportSummary summary = find(handle, id, false);
    Map<String, Object> detail = new HashMap<>();
    detail.put("kind", summary.kind().name());
    detail.put("file", summary.fileName());
    summary.counts().forEach((change, count) -> detail.put(change.name(), count));
    chronology.append(
        handle, new ChronologyEntry(clock.instant(), mode, kind, by, "import:" + id, detail));
    return summary;
  }
}

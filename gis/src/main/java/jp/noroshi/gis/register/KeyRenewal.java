package jp.noroshi.gis.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Seals everything again with the newest key, so that the former one can be thrown away. Whoever
 * interrupts it begins where it stopped: what is done shows by its first bytes. Nobody's data
 * leaves this class, so nothing is logged. No hub may run meanwhile. Blocking.
 */
public final class KeyRenewal {

  private final Database database;
  private final List<SealedColumn> columns;

  /**
   * Prepares it.
   *
   * @param others what rooms that stand on the register keep sealed
   */
  public KeyRenewal(Database database, List<SealedColumn> others) {
    this.database = database;
    this.columns =
        Stream.of(RegisterSeals.COLUMNS, others, List.of(RegisterSeals.PROOF))
            .flatMap(List::stream)
            .toList();
  }

  /** Returns every column it works on. */
  List<SealedColumn> columns() {
    return columns;
  }

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many rows of a column are done. */
    void done(String column, long rows);
  }

  /**
   * Seals again what is not sealed with the newest key.
   *
   * @param keys the newest in front, the former ones behind it
   * @return how many ciphertexts were sealed again
   * @throws SealBrokenException when one cannot be opened; everything before it is done, and the
   *     keys given are still needed
   */
  public long seal(RegisterKeys keys, Progress progress) {
    RegisterKeys newest = keys.withoutFormerKeys();
    return columns.stream()
        .mapToLong(
            column ->
                walk(
                    column,
                    "substring(t.%s from 1 for %d) <> :beginning"
                        .formatted(column.column(), newest.beginning().length),
                    newest,
                    (handle, rows) -> seal(handle, column, rows, keys, newest),
                    progress))
        .sum();
  }

  /**
   * Opens everything with the newest key alone.
   *
   * @return how many ciphertexts there are
   * @throws SealBrokenException when one cannot be opened
   */
  public long prove(RegisterKeys keys, Progress progress) {
    RegisterKeys newest = keys.withoutFormerKeys();
    return columns.stream()
        .mapToLong(
            column ->
                walk(
                    column,
                    "length(:beginning) > 0",
                    newest,
                    (_, rows) -> rows.forEach(row -> open(column, row, newest)),
                    progress))
        .sum();
  }

  /** A ciphertext, where it lies and whose it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(String place, String owner, byte[] sealed) {}

  /** What is done with some rows in their transaction. */
  @FunctionalInterface
  private interface Work {
    void on(Handle handle, List<Row> rows);
  }

  /**
   * Goes through a table in the order in which the rows lie: what is written on the way comes to
   * lie elsewhere, but what was not reached yet stays.
   */
  private long walk(
      SealedColumn column, String where, RegisterKeys newest, Work work, Progress progress) {
    long done = 0;
    Optional<String> last = Optional.of("(0,0)");
    while (last.isPresent()) {
      String after = last.get();
      List<Row> rows =
          database.inTransaction(
              handle -> {
                List<Row> found = find(handle, column, where, newest, after);
                work.on(handle, found);
                return found;
              });
      done += rows.size();
      last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().place());
      progress.done(column.name(), done);
    }
    return done;
  }

  private static List<Row> find(
      Handle handle, SealedColumn column, String where, RegisterKeys newest, String after) {
    return handle
        .createQuery(
            """
            select t.ctid::text as place, %1$s as owner, t.%2$s as sealed from %3$s t
            where t.%2$s is not null and %4$s and t.ctid > cast(:after as tid) order by t.ctid limit :most
            """
                .formatted(column.owner(), column.column(), column.table(), where))
        .bind("beginning", newest.beginning())
        .bind("after", after)
        .bind("most", column.atOnce())
        .map(
            (row, _) ->
                new Row(row.getString("place"), row.getString("owner"), row.getBytes("sealed")))
        .list();
  }

  private static void seal(
      Handle handle, SealedColumn column, List<Row> rows, RegisterKeys keys, RegisterKeys newest) {
    if (rows.isEmpty()) {
      return;
    }
    // Versions of plans let nothing be written on them but this.
    handle.execute("select set_config('noroshi.key_renewal', 'on', true)");
    PreparedBatch batch =
        handle.prepareBatch(
            "update %s set %s = :sealed where ctid = cast(:place as tid)"
                .formatted(column.table(), column.column()));
    for (Row row : rows) {
      byte[] plain = open(column, row, keys);
      batch.bind("sealed", newest.seal(plain, owner(row))).bind("place", row.place()).add();
    }
    batch.execute();
  }

  private static byte[] open(SealedColumn column, Row row, RegisterKeys keys) {
    try {
      return keys.open(row.sealed(), owner(row));
    } catch (RegisterRefusedException e) {
      throw new SealBrokenException(column.name(), row.owner(), e);
    }
  }

  private static byte[] owner(Row row) {
    return row.owner().getBytes(StandardCharsets.UTF_8);
  }
}

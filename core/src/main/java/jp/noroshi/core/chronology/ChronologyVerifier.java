package jp.noroshi.core.chronology;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Follows the whole chain and tells the first line that does not fit. Reads it as a stream, so its
 * length does not matter. Thread-safe, blocking.
 *
 * <p>Whoever could rewrite every line and the head would stay unseen; note the last hash elsewhere
 * from time to time and compare.
 */
public final class ChronologyVerifier {

  private static final int FETCH = 1000;
  private static final byte[] BEFORE_THE_FIRST = new byte[32];

  private final Database database;

  /** Verifies the chronology of this database. */
  public ChronologyVerifier(Database database) {
    this.database = database;
  }

  /** What was found. */
  public sealed interface Verdict {
    /**
     * Every line stands where it was written, as it was written.
     *
     * @param lines how many there are
     * @param lastHash the hash of the last one, hexadecimal
     */
    record Intact(long lines, String lastHash) implements Verdict {}

    /**
     * The chain is broken.
     *
     * @param seq the first line that does not fit
     * @param flaw what is wrong with it
     */
    record Broken(long seq, Flaw flaw) implements Verdict {}
  }

  /** What is wrong with a line. */
  public enum Flaw {
    /** It does not say what it said when it was written. */
    ALTERED,
    /** It is not there. */
    REMOVED,
    /** It was not written after the line that now stands before it. */
    REORDERED
  }

  /** Verifies the chain as it stands at this moment. */
  public Verdict verify() {
    return database
        .jdbi()
        .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, ChronologyVerifier::verify);
  }

  private static Verdict verify(Handle handle) {
    Link last = new Link(0, BEFORE_THE_FIRST, BEFORE_THE_FIRST, BEFORE_THE_FIRST);
    try (Stream<Link> links = links(handle)) {
      for (Iterator<Link> left = links.iterator(); left.hasNext(); ) {
        Link next = left.next();
        Optional<Verdict> broken = next.brokenAfter(last);
        if (broken.isPresent()) {
          return broken.get();
        }
        last = next;
      }
    }
    return compareWithHead(handle, last);
  }

  private static Stream<Link> links(Handle handle) {
    return handle
        .createQuery(
            """
            select seq, at, mode, kind, actor, subject, detail, previous_hash, hash
            from core.chronology order by seq
            """)
        .setFetchSize(FETCH)
        .map(Link::read)
        .stream();
  }

  /** Lines cut off at the end leave an unbroken chain; the head still knows of them. */
  private static Verdict compareWithHead(Handle handle, Link last) {
    return handle
        .createQuery("select seq, hash from core.chronology_head")
        .map(
            (row, context) -> {
              if (row.getLong("seq") != last.seq()) {
                return new Verdict.Broken(last.seq() + 1, Flaw.REMOVED);
              }
              return Arrays.equals(row.getBytes("hash"), last.hash())
                  ? new Verdict.Intact(last.seq(), HexFormat.of().formatHex(last.hash()))
                  : new Verdict.Broken(last.seq(), Flaw.ALTERED);
            })
        .one();
  }

  @SuppressWarnings("ArrayRecordComponent") // compared field by field
  private record Link(long seq, byte[] previousHash, byte[] hash, byte[] computedHash) {

    static Link read(ResultSet row, StatementContext context) throws SQLException {
      byte[] previousHash = row.getBytes("previous_hash");
      return new Link(
          row.getLong("seq"),
          previousHash,
          row.getBytes("hash"),
          ChronologyHash.of(
              previousHash,
              row.getTimestamp("at").toInstant(),
              row.getString("mode"),
              row.getString("kind"),
              row.getString("actor"),
              row.getString("subject"),
              row.getString("detail")));
    }

    Optional<Verdict> brokenAfter(Link last) {
      if (seq != last.seq + 1) {
        return Optional.of(new Verdict.Broken(last.seq + 1, Flaw.REMOVED));
      }
      if (!Arrays.equals(hash, computedHash)) {
        return Optional.of(new Verdict.Broken(seq, Flaw.ALTERED));
      }
      return Arrays.equals(previousHash, last.hash)
          ? Optional.empty()
          : Optional.of(new Verdict.Broken(seq, Flaw.REORDERED));
    }
  }
}

package jp.noroshi.gis.targeting;

import java.sql.SQLException;
import java.util.function.Supplier;
import jp.noroshi.gis.targeting.AreaRefusedException.Fault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** How the database is asked about an area: planned for speed, and not longer than bearable. */
final class AreaQuery {

  private static final String CANCELLED = "57014";

  private AreaQuery() {}

  /**
   * Asks within a transaction of the caller.
   *
   * @throws AreaRefusedException TOO_INTRICATE when it takes longer than 20 seconds; the
   *     transaction is over then
   */
  static <T> T ask(Handle handle, Supplier<T> question) {
    // Compiling the statement takes longer than running it, and what it sorts fits into memory.
    handle.execute("set local jit = off");
    handle.execute("set local work_mem = '64MB'");
    handle.execute("set local statement_timeout = '20s'");
    try {
      T answer = question.get();
      handle.execute("set local statement_timeout = 0");
      return answer;
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
        throw new AreaRefusedException(Fault.TOO_INTRICATE);
      }
      throw e;
    }
  }
}

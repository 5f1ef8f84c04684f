package jp.noroshi.gis.population;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The residents of one municipality, as counted. Thread-safe, blocking. */
public final class Residents {

  /** So many bytes go to the database at once. */
  private static final int PORTION = 1 << 16;

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public Residents(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  /**
   * What came of a count that was brought in.
   *
   * @param inside how many live in a district of the municipality and are kept
   * @param outside how many live in none and were left out
   */
  public record Taken(long inside, long outside) {}

  /** Tells whether nobody was counted yet. */
  public boolean isEmpty() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select not exists (select 1 from gis.resident)")
                .mapTo(boolean.class)
                .one());
  }

  /**
   * Puts a new count in the place of the old one; all of it or nothing. Everybody belongs to
   * exactly one district: on a border, to the one with the lower code.
   */
  public Taken replace(Stream<Resident> residents) {
    return database.inTransaction(
        handle -> {
          handle.execute(
              """
              create temporary table incoming
                (household bigint, location geometry(Point, 4326)) on commit drop
              """);
          long all = copy(handle, residents);
          handle.execute("delete from gis.resident");
          long inside = assign(handle);
          return new Taken(inside, all - inside);
        });
  }

  private static long copy(Handle handle, Stream<Resident> residents) {
    try {
      CopyIn copy =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy incoming (household, location) from stdin");
      try {
        sendAll(copy, residents.iterator());
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the residents cannot be written", e);
    }
  }

  private static void sendAll(CopyIn copy, Iterator<Resident> residents) throws SQLException {
    StringBuilder portion = new StringBuilder(PORTION);
    while (residents.hasNext()) {
      append(portion, residents.next());
      if (portion.length() >= PORTION) {
        send(copy, portion);
      }
    }
    send(copy, portion);
  }

  private static void append(StringBuilder portion, Resident resident) {
    portion
        .append(resident.household())
        .append("\tSRID=4326;POINT(")
        .append(resident.home().longitude())
        .append(' ')
        .append(resident.home().latitude())
        .append(")\n");
  }

  private static void send(CopyIn copy, StringBuilder portion) throws SQLException {
    byte[] bytes = portion.toString().getBytes(StandardCharsets.US_ASCII);
    copy.writeToCopy(bytes, 0, bytes.length);
    portion.setLength(0);
  }

  private long assign(Handle handle) {
    return handle
        .createUpdate(
            """
            insert into gis.resident (household, district, location)
            select i.household, d.code, i.location
            from incoming i
            cross join lateral (
              select code from gis.district
              where municipality = :municipality and ST_Intersects(outline, i.location)
              order by code limit 1) d
            """)
        .bind("municipality", municipality.value())
        .execute();
  }
}

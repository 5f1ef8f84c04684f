package jp.noroshi.gis.population;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The residents of one municipality, as counted by household. Thread-safe, blocking. */
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

  /** Opens those of the municipality whose districts are on file; empty where there are none. */
  public static Optional<Residents> ofKnownMunicipality(Database database) {
    return database
        .withHandle(
            handle ->
                handle
                    .createQuery("select min(municipality) from gis.district")
                    .mapTo(String.class)
                    .findOne())
        .map(code -> new Residents(database, new AreaCode(code)));
  }

  /**
   * What came of a count that was brought in.
   *
   * @param households how many live in a district of the municipality and are kept
   * @param residents how many people they are
   * @param outside how many households live in none and were left out
   */
  public record Taken(long households, long residents, long outside) {}

  /** Tells whether nobody was counted yet. */
  public boolean isEmpty() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select not exists (select 1 from gis.household)")
                .mapTo(boolean.class)
                .one());
  }

  /**
   * Puts a new count in the place of the old one; all of it or nothing. Every household belongs to
   * exactly one district: on a border, to the one with the lower code.
   */
  public Taken replace(Stream<Household> households) {
    return database.inTransaction(handle -> replace(handle, households));
  }

  private Taken replace(Handle handle, Stream<Household> households) {
    handle.execute(
        """
        create temporary table incoming
          (residents integer, location geometry(Point, 4326)) on commit drop
        """);
    long all = copy(handle, households);
    // Not truncated: who is counting meanwhile would find nobody.
    handle.execute("delete from gis.household");
    handle.execute("delete from gis.home_cell");
    assign(handle);
    return addUp(handle, all);
  }

  private static long copy(Handle handle, Stream<Household> households) {
    try {
      CopyIn copy =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy incoming (residents, location) from stdin");
      try {
        sendAll(copy, households.iterator());
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the households cannot be written", e);
    }
  }

  private static void sendAll(CopyIn copy, Iterator<Household> households) throws SQLException {
    StringBuilder portion = new StringBuilder(PORTION);
    while (households.hasNext()) {
      append(portion, households.next());
      if (portion.length() >= PORTION) {
        send(copy, portion);
      }
    }
    send(copy, portion);
  }

  private static void append(StringBuilder portion, Household household) {
    portion
        .append(household.residents())
        .append("\tSRID=4326;POINT(")
        .append(household.home().longitude())
        .append(' ')
        .append(household.home().latitude())
        .append(")\n");
  }

  private static void send(CopyIn copy, StringBuilder portion) throws SQLException {
    byte[] bytes = portion.toString().getBytes(StandardCharsets.US_ASCII);
    copy.writeToCopy(bytes, 0, bytes.length);
    portion.setLength(0);
  }

  private void assign(Handle handle) {
    handle
        .createUpdate(
            """
            insert into gis.household (cell, district, residents, location)
            select (cast(floor(ST_X(i.location) / 0.0005) as bigint) << 32) + cast(floor(ST_Y(i.location) / 0.0005) as bigint) as cell,
                   d.code, i.residents, i.location
            from incoming i
            cross join lateral (
              select code from gis.district
              where municipality = :municipality and ST_Intersects(outline, i.location)
              order by code limit 1) d
            order by cell
            """)
        .bind("municipality", municipality.value())
        .execute();
  }

  private static Taken addUp(Handle handle, long all) {
    handle.execute(
        """
        insert into gis.home_cell (cell, district, households, residents, extent)
        select cell, district, count(*), sum(residents), ST_SetSRID(cast(ST_Extent(location) as geometry), 4326)
        from gis.household group by cell, district
        """);
    // A million rows written at once are planned for as if there were none until they are counted.
    handle.execute("analyze gis.household, gis.home_cell");
    return handle
        .createQuery(
            """
            select coalesce(sum(households), 0) as households, coalesce(sum(residents), 0) as residents
            from gis.home_cell
            """)
        .map((row, _) -> taken(row, all))
        .one();
  }

  private static Taken taken(ResultSet row, long all) throws SQLException {
    long households = row.getLong("households");
    return new Taken(households, row.getLong("residents"), all - households);
  }
}

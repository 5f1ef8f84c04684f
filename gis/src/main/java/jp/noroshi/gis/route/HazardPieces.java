package jp.noroshi.gis.route;

import java.util.List;
import java.util.function.BiConsumer;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import org.jdbi.v3.core.JdbiException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The zones of danger of the current layers, in pieces. Thread-safe, blocking. */
final class HazardPieces {

  private static final int FETCH = 1_000;

  private final Database database;

  HazardPieces(Database database) {
    this.database = database;
  }

  /** Returns the ids of the current layers in order: as long as they stay, the zones do. */
  List<String> layers() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select id::text from gis.hazard_layer where current order by id")
                .mapTo(String.class)
                .list());
  }

  /** Hands every piece of every current layer to a reader. */
  void forEach(BiConsumer<HazardKind, Geometry> reader) {
    WKBReader wkb = new WKBReader();
    database.useTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select l.kind, ST_AsBinary(p.outline) as outline
                    from gis.hazard_piece p join gis.hazard_layer l on l.id = p.layer_id
                    where l.current
                    """)
                .setFetchSize(FETCH)
                .map((row, _) -> new Piece(HazardKind.valueOf(row.getString(1)), row.getBytes(2)))
                .stream()
                .forEach(piece -> reader.accept(piece.kind(), geometry(wkb, piece.wkb()))));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(HazardKind kind, byte[] wkb) {}

  private static Geometry geometry(WKBReader reader, byte[] wkb) {
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new JdbiException("PostGIS answered with what is no geometry", e) {};
    }
  }
}

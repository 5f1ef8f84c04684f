package jp.noroshi.gis.targeting;

/** Who of the register lives inside an area. */
final class ListedInside {

  /**
   * The listed people as a table {@code inside}, each once. Who has no known home is inside the
   * municipality, and inside the district the register names: better one too many than forgotten.
   */
  static final String PEOPLE =
      """
      , inside as materialized (
        select p.id from piece join gis.person p on ST_Intersects(piece.shape, p.home)
          and (piece.radius is null or ST_DWithin(cast(p.home as geography), piece.centre, piece.radius))
        where p.state = 'LISTED'
        union
        select id from gis.person
        where state = 'LISTED' and home is null and (:whole or district = any(:districts))
      )
      """;

  private ListedInside() {}
}

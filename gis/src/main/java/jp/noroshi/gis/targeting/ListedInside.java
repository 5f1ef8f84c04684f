package jp.noroshi.gis.targeting;

/** Who of the register lives inside an area. */
final class ListedInside {

  /**
   * The listed people. Who has no known home is inside the municipality, and inside the district
   * the register names: better one too many than forgotten.
   */
  private static final String RULE =
      """
      , inside as materialized (
        select %1$s from piece join gis.person p on ST_Intersects(piece.shape, p.home)
          and (piece.radius is null or ST_DWithin(cast(p.home as geography), piece.centre, piece.radius))
        where p.state = 'LISTED'
        %2$s
        select %1$s from gis.person p
        where p.state = 'LISTED' and p.home is null and (:whole or p.district = any(:districts))
      )
      """;

  /** As a table {@code inside} of their ids, each once. */
  static final String PEOPLE = RULE.formatted("p.id", "union");

  /**
   * As a table {@code inside} with what a list shows of them; whoever lives where pieces overlap is
   * there more than once. Whoever sorts them anyway takes the repeats out more cheaply than here,
   * and looks nobody up again.
   */
  static final String REPEATING =
      RULE.formatted("p.id, p.district, p.home, p.home_doubtful, p.mobility", "union all");

  private ListedInside() {}
}

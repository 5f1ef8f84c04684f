package jp.noroshi.gis.tiles;

/**
 * Where a tile lies, in the scheme of web maps (x from the west, y from the north).
 *
 * @param zoom 0 … 20
 */
public record TileAddress(int zoom, int x, int y) {

  /** Beyond it maps draw the same tile larger. */
  public static final int DEEPEST = 20;

  /**
   * Checks that there is such a tile.
   *
   * @throws IllegalArgumentException when there is none
   */
  public TileAddress {
    if (zoom < 0 || zoom > DEEPEST) {
      throw new IllegalArgumentException("no zoom " + zoom);
    }
    int across = 1 << zoom;
    if (x < 0 || y < 0 || x >= across || y >= across) {
      throw new IllegalArgumentException("no tile " + zoom + "/" + x + "/" + y);
    }
  }
}

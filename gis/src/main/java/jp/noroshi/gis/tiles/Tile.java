package jp.noroshi.gis.tiles;

import java.nio.ByteBuffer;

/**
 * A vector tile.
 *
 * @param content its bytes, read-only; empty where there is nothing to draw
 * @param etag changes whenever the content may have
 */
public record Tile(ByteBuffer content, String etag) {

  /** Returns its bytes, from the beginning. */
  @Override
  public ByteBuffer content() {
    return content.asReadOnlyBuffer();
  }
}

package jp.noroshi.core.evacuation;

import java.time.Instant;
import java.util.UUID;

/**
 * An evacuation site that takes people in now.
 *
 * @param site its id
 * @param since since when it is open
 * @param crowding as staff last said
 * @param asOf when they last said it, or said that it is still so
 */
public record OpenSite(UUID site, Instant since, Crowding crowding, Instant asOf) {

  /** How full a place is, in the words residents are told. The name is stored. */
  public enum Crowding {
    /** 空き. */
    ROOM,
    /** やや混雑. */
    SOMEWHAT_CROWDED,
    /** 混雑. */
    CROWDED,
    /** 満員: still open, but nobody is sent there. */
    FULL,
    /** Nobody said. */
    UNKNOWN
  }
}

package jp.noroshi.channels.radio;

import java.time.Instant;
import java.util.List;

/**
 * 屋外拡声子局.
 *
 * @param id the console's number for it
 * @param name its name (「大仁小学校」)
 * @param groups the calling groups it belongs to
 * @param state what it last answered
 * @param asOf when that was
 */
public record OutdoorStation(
    String id, String name, List<String> groups, StationState state, Instant asOf) {

  /** Copies the list. */
  public OutdoorStation {
    groups = List.copyOf(groups);
  }
}

package jp.noroshi.channels.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The legal siren signals a simulated master station sounds, and nothing else. Sources: 予報警報標識規則
 * for tsunami, 消防法施行規則 別表第1の3 for fire, 水防法20条 for floods; the flood patterns are each governor's,
 * here those of 京都府 and 北海道.
 *
 * @param on seconds of sound
 * @param off seconds of silence
 */
record SirenPattern(int on, int off) {

  private static final Map<String, SirenPattern> TABLE =
      Map.ofEntries(
          Map.entry("tsunami_major", new SirenPattern(3, 2)),
          Map.entry("tsunami_warning", new SirenPattern(5, 6)),
          Map.entry("tsunami_advisory", new SirenPattern(10, 2)),
          Map.entry("tsunami_clear", new SirenPattern(10, 3)),
          Map.entry("fire_alert_off", new SirenPattern(10, 3)),
          Map.entry("fire_near", new SirenPattern(3, 2)),
          Map.entry("fire_dispatch", new SirenPattern(5, 6)),
          Map.entry("fire_support", new SirenPattern(5, 6)),
          Map.entry("wildfire", new SirenPattern(10, 2)),
          Map.entry("fire_alert_on", new SirenPattern(30, 6)),
          Map.entry("muster_drill", new SirenPattern(15, 6)),
          Map.entry("flood_1", new SirenPattern(5, 15)),
          Map.entry("flood_2", new SirenPattern(5, 6)),
          Map.entry("flood_3", new SirenPattern(10, 5)),
          Map.entry("flood_4", new SirenPattern(60, 5)));

  static Optional<SirenPattern> find(String code) {
    return Optional.ofNullable(TABLE.get(code));
  }

  static SortedSet<String> codes() {
    return new TreeSet<>(TABLE.keySet());
  }

  Duration length() {
    return Duration.ofSeconds(on + (long) off);
  }
}

package jp.noroshi.channels.simulator;

import java.time.Instant;
import java.util.List;
import jp.noroshi.channels.radio.OutdoorStation;
import jp.noroshi.channels.radio.StationState;

/** Ten outdoor stations of the sample municipality, as a master station would know them. */
final class SampleStations {

  private SampleStations() {}

  static List<OutdoorStation> asOf(Instant now) {
    return List.of(
        station("01", "市役所 本庁舎", "長岡", StationState.OK, now),
        station("02", "長岡 温泉場", "長岡", StationState.OK, now),
        station("03", "古奈", "長岡", StationState.ON_BATTERY, now),
        station("04", "江間", "長岡", StationState.NOT_TWO_WAY, now),
        station("05", "韮山 南條", "韮山", StationState.OK, now),
        station("06", "韮山 原木", "韮山", StationState.OK, now),
        station("07", "韮山 奈古谷", "韮山", StationState.NO_ANSWER, now),
        station("08", "大仁 駅前", "大仁", StationState.OK, now),
        station("09", "大仁 宗光寺", "大仁", StationState.NOT_TWO_WAY, now),
        station("10", "大仁 浮橋", "大仁", StationState.OK, now));
  }

  private static OutdoorStation station(
      String id, String name, String group, StationState state, Instant now) {
    return new OutdoorStation(id, name, List.of(group), state, now);
  }
}

package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.noroshi.channels.radio.RadioProgress.LastAnswer;
import jp.noroshi.channels.radio.StationState;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.intake.GaugeLevels;
import jp.noroshi.core.intake.GaugeLevels.GaugeLevel;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.population.FacilityKind;
import jp.noroshi.gis.population.GaugeThresholds.Threshold;
import jp.noroshi.gis.population.Station;
import jp.noroshi.gis.population.Stations;

/**
 * Loudspeakers with what they last answered, gauges with what they last measured. A station nobody
 * has heard of has its place alone.
 */
final class StationRoutes implements Routes {

  private final HubFacts hub;
  private final Stations stations;
  private final Supplier<Map<String, LastAnswer>> answers;
  private final GaugeLevels gauges;

  /**
   * Serves them.
   *
   * @param answers what loudspeakers answered last, by the console's number
   */
  StationRoutes(
      HubFacts hub,
      Stations stations,
      Supplier<Map<String, LastAnswer>> answers,
      GaugeLevels gauges) {
    this.hub = hub;
    this.stations = stations;
    this.answers = answers;
    this.gauges = gauges;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listStations", _ -> list());
  }

  private record StationCollection(String type, Instant asOf, List<StationFeature> features) {}

  private record StationFeature(String type, UUID id, Point geometry, StationFacts properties) {}

  private record Point(String type, List<Double> coordinates) {
    static Point at(LatLon place) {
      return new Point("Point", List.of(place.longitude(), place.latitude()));
    }
  }

  private record StationFacts(
      FacilityKind kind,
      String name,
      String address,
      Optional<String> number,
      Optional<String> sort,
      Optional<String> operator,
      Optional<AnswerView> answer,
      List<ThresholdView> thresholds,
      Optional<LevelView> level) {}

  private record AnswerView(StationState state, Instant asOf) {
    static AnswerView of(LastAnswer answer) {
      return new AnswerView(answer.state(), answer.asOf());
    }
  }

  private record ThresholdView(Threshold threshold, double metres) {}

  private record LevelView(double metres, Instant asOf, Optional<Threshold> reached) {}

  private Answer list() {
    Map<String, LastAnswer> heard = answers.get();
    List<GaugeLevel> levels = gauges.list();
    return Answer.ok(
        new StationCollection(
            "FeatureCollection",
            hub.now(),
            stations.list().stream().map(station -> feature(station, heard, levels)).toList()));
  }

  private static StationFeature feature(
      Station station, Map<String, LastAnswer> heard, List<GaugeLevel> levels) {
    boolean gauge = station.kind() == FacilityKind.GAUGE;
    return new StationFeature(
        "Feature",
        station.id(),
        Point.at(station.location()),
        new StationFacts(
            station.kind(),
            station.name(),
            station.address(),
            station.number(),
            station.sort(),
            station.operator(),
            gauge ? Optional.empty() : answer(station, heard),
            thresholds(station),
            gauge ? level(station, levels) : Optional.empty()));
  }

  private static Optional<AnswerView> answer(Station station, Map<String, LastAnswer> heard) {
    return heard.entrySet().stream()
        .filter(each -> station.isNumbered(each.getKey()))
        .findFirst()
        .map(each -> AnswerView.of(each.getValue()));
  }

  private static List<ThresholdView> thresholds(Station station) {
    return station.thresholds().metres().entrySet().stream()
        .map(each -> new ThresholdView(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * The code tells for certain. Names repeat over the country: one counts only in a telegram that
   * concerns this municipality, and only if it is the single one there.
   */
  private static Optional<LevelView> level(Station station, List<GaugeLevel> levels) {
    List<WaterLevel> byName =
        levels.stream()
            .filter(GaugeLevel::concerning)
            .map(GaugeLevel::level)
            .filter(level -> station.isCalled(level.name()))
            .toList();
    return levels.stream()
        .map(GaugeLevel::level)
        .filter(level -> station.isNumbered(level.station()))
        .findFirst()
        .or(() -> byName.size() == 1 ? Optional.of(byName.getFirst()) : Optional.empty())
        .map(
            level ->
                new LevelView(
                    level.metres(), level.at(), station.thresholds().reached(level.metres())));
  }
}

package jp.noroshi.gis.population;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;

/**
 * A loudspeaker of the municipality's radio, or a gauge: something that stands somewhere and
 * reports.
 *
 * @param id the same on every hub
 * @param kind {@link FacilityKind#OUTDOOR_STATION} or {@link FacilityKind#GAUGE}
 * @param name as published
 * @param address as published, may be empty
 * @param location WGS 84
 * @param details every other column of its list that says something
 */
public record Station(
    UUID id,
    FacilityKind kind,
    String name,
    String address,
    LatLon location,
    Map<String, String> details) {

  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
  private static final Pattern CALLED_STATION =
      Pattern.compile("(水位|雨量)?(観測所|観測局|水位局|雨量局|水位計|雨量計)$");

  /** Copies the map. */
  public Station {
    details = new TreeMap<>(details);
  }

  /**
   * Returns the number by which others call it. The running number of a list (NO) is none: it
   * changes with the list.
   */
  public Optional<String> number() {
    return first("局番号", "子局番号", "番号", "観測所コード", "観測所番号", "局コード");
  }

  /** Returns which sort it is, in the words of its list (戸別, 危機管理型水位計, 雨量計). */
  public Optional<String> sort() {
    return first("種別", "種類", "区分");
  }

  /** Returns who keeps it. */
  public Optional<String> operator() {
    return first("管理者", "所管", "管理者名");
  }

  /** Returns the levels at which it warns. */
  public GaugeThresholds thresholds() {
    return GaugeThresholds.of(details);
  }

  /** Tells whether others mean this one by their number; lists lose leading zeros. */
  public boolean isNumbered(String others) {
    return number()
        .filter(own -> !bare(own).isEmpty() && bare(own).equals(bare(others)))
        .isPresent();
  }

  /** Tells whether others mean this one by their name, with or without 観測所 at its end. */
  public boolean isCalled(String others) {
    return !calledShortly(others).isEmpty() && calledShortly(name).equals(calledShortly(others));
  }

  private Optional<String> first(String... columns) {
    return Stream.of(columns).flatMap(column -> Stream.ofNullable(details.get(column))).findFirst();
  }

  private static String bare(String number) {
    return LEADING_ZEROS.matcher(plain(number)).replaceFirst("");
  }

  private static String calledShortly(String name) {
    return CALLED_STATION.matcher(plain(name)).replaceFirst("").strip();
  }

  private static String plain(String said) {
    return Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
  }
}

package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.population.FacilityEntry;
import jp.noroshi.gis.population.FacilityKind;
import jp.noroshi.gis.population.GaugeThresholds;

/**
 * Reads a list of facilities: places where people are cared for, loudspeakers, gauges, heliports,
 * wells, sandbags. One use for one file; not thread-safe.
 */
public final class FacilityListReader {

  private static final List<String> GAUGES = List.of("水位計", "雨量計", "水位観測", "雨量観測");

  private final Table table;
  private final FacilityKind kind;
  private final String dataSet;
  private final Optional<Integer> projection;
  private final Optional<Integer> name;
  private final Optional<Integer> number;
  private final Optional<Integer> address;
  private final Optional<Integer> latitude;
  private final Optional<Integer> longitude;
  private final Set<String> keys = new HashSet<>();
  private final Map<LatLon, Integer> places = new HashMap<>();

  private FacilityListReader(
      String fileName, Table table, Map<String, String> facts, String municipality) {
    this.table = table;
    this.kind = kind(fileName, table, facts);
    this.projection = table.epsg().or(() -> Position.findProjection(municipality));
    this.name =
        table.findColumn(
            "名称",
            "要配慮者利用施設名称",
            "要配慮者利用施設名",
            "施設名称",
            "施設名",
            "土のうステーション置き場",
            "子局名",
            "観測所名",
            "設置場所",
            "name");
    this.number = table.findColumn("登録番号", "NO", "№", "No.", "番号", "ID");
    this.address = table.findColumn("住所", "所在地", "所在地_連結表記", "設置場所の住所", "address");
    this.latitude = table.findColumn("緯度", "lat", "latitude", "北緯");
    this.longitude = table.findColumn("経度", "lon", "lng", "longitude", "東経");
    requireColumns();
    this.dataSet = dataSet(fileName, facts);
  }

  /**
   * Reads a list.
   *
   * @param fileName as its sender called it; tells what the list is about where nothing else does
   * @param facts what its sender says of it: {@code kind} (see {@link FacilityKind}), {@code name}
   *     of the list
   * @param municipality five digits, by which positions in metres are understood; may be empty
   * @throws UnreadableFileException when it is no list of facilities; says what to do
   */
  public static FacilityList read(
      String fileName, byte[] bytes, Map<String, String> facts, String municipality) {
    return new FacilityListReader(fileName, TableReader.read(bytes), facts, municipality).read();
  }

  private static FacilityKind kind(String fileName, Table table, Map<String, String> facts) {
    String said = facts.getOrDefault("kind", "");
    return said.isBlank()
        ? kindOf(fileName.toLowerCase(Locale.ROOT), table)
        : FacilityKind.find(said).orElseThrow(() -> unknown(said));
  }

  private static UnreadableFileException unknown(String said) {
    return new UnreadableFileException(
        Fault.KIND_UNSAID,
        "there is no kind "
            + said
            + "; there are: "
            + Arrays.stream(FacilityKind.values())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
  }

  private static FacilityKind kindOf(String fileName, Table table) {
    if (table.hasColumn("要配慮者利用施設名称", "要配慮者利用施設名") || fileName.contains("要配慮者")) {
      return FacilityKind.CARE;
    }
    if (table.hasColumn("土のうステーション置き場") || fileName.contains("土のう")) {
      return FacilityKind.SANDBAGS;
    }
    if (GaugeThresholds.stand(table.headers()) || GAUGES.stream().anyMatch(fileName::contains)) {
      return FacilityKind.GAUGE;
    }
    if (table.hasColumn("井戸の形態") || fileName.contains("井戸")) {
      return FacilityKind.WELL;
    }
    if (Stream.of("heliport", "ヘリポート").anyMatch(fileName::contains)) {
      return FacilityKind.HELIPORT;
    }
    return Stream.of("douhoumusen", "同報無線", "屋外拡声", "子局").anyMatch(fileName::contains)
        ? FacilityKind.OUTDOOR_STATION
        : FacilityKind.OTHER;
  }

  private void requireColumns() {
    boolean hasPoints = table.rows().stream().anyMatch(row -> row.point().isPresent());
    boolean named = name.isPresent() || (kind != FacilityKind.OTHER && number.isPresent());
    if (!named || ((latitude.isEmpty() || longitude.isEmpty()) && !hasPoints)) {
      throw new UnreadableFileException(
          Fault.COLUMNS_MISSING,
          "a list of facilities needs columns 名称, 緯度 and 経度; there are: "
              + String.join(", ", table.headers()));
    }
  }

  /** Every list of a kind is the whole of it, unless its sender says which list it is. */
  private String dataSet(String fileName, Map<String, String> facts) {
    String said = facts.getOrDefault("name", "").strip();
    if (!said.isEmpty()) {
      return kind + ":" + said;
    }
    return kind == FacilityKind.OTHER ? kind + ":" + baseName(fileName) : kind.name();
  }

  private static String baseName(String fileName) {
    String base = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf('.');
    return dot > 0 ? base.substring(0, dot) : base;
  }

  private FacilityList read() {
    List<ReadRow> rows =
        table.rows().stream().filter(row -> !row.isBlank()).map(this::read).toList();
    return new FacilityList(kind, dataSet, table.encoding(), rows);
  }

  private ReadRow read(TableRow row) {
    List<Doubt> doubts = new ArrayList<>();
    String called = name(row, doubts);
    Position position = position(row);
    doubts.addAll(position.doubts());
    if (called.isEmpty() || position.place().isEmpty()) {
      return ReadRow.refused(row.number(), called, doubts);
    }
    LatLon place = position.place().get();
    Integer earlier = places.putIfAbsent(place, row.number());
    if (earlier != null) {
      doubts.add(new Doubt(DoubtCode.POSITION_SHARED, "", Integer.toString(earlier)));
    }
    String key = key(called, row, doubts);
    Map<String, String> details = details(row);
    GaugeThresholds.unreadable(details)
        .forEach(
            (column, said) -> doubts.add(new Doubt(DoubtCode.THRESHOLD_UNREADABLE, column, said)));
    return ReadRow.of(
        row.number(),
        called,
        key,
        new FacilityEntry(key, dataSet, kind, called, row.text(address), place, details),
        doubts);
  }

  private String name(TableRow row, List<Doubt> doubts) {
    if (name.isEmpty()) {
      String made = row.text(number).isEmpty() ? "" : kind.japanese() + " " + row.text(number);
      doubts.add(new Doubt(made.isEmpty() ? DoubtCode.NAME_MISSING : DoubtCode.NAME_MADE, "", ""));
      return made;
    }
    int column = name.get();
    String written = row.cells().get(column);
    String called = row.text(column);
    if (called.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.NAME_MISSING, table.headers().get(column), ""));
    } else if (!called.equals(written)) {
      doubts.add(new Doubt(DoubtCode.NAME_SPACED, table.headers().get(column), written));
    }
    return called;
  }

  private Position position(TableRow row) {
    // A GeoJSON says where a place is in its geometry; columns of the same names are only copies.
    return row.point()
        .map(point -> Position.of("geometry", point.second(), point.first(), projection))
        .orElseGet(
            () -> Position.read("緯度, 経度", row.text(latitude), row.text(longitude), projection));
  }

  /** One house may run two services under one name: the second in the list is its own. */
  private String key(String called, TableRow row, List<Doubt> doubts) {
    String own = kind + ":" + called + "|" + row.text(address);
    String key = own;
    for (int times = 2; !keys.add(key); times++) {
      key = own + "#" + times;
    }
    if (!key.equals(own)) {
      doubts.add(new Doubt(DoubtCode.LIKELY_TWICE, "", called));
    }
    return key;
  }

  private Map<String, String> details(TableRow row) {
    Set<Integer> taken =
        Stream.of(name, address, latitude, longitude)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Map<String, String> details = new HashMap<>();
    for (int column = 0; column < table.headers().size(); column++) {
      if (!taken.contains(column) && !row.text(column).isEmpty()) {
        details.put(table.headers().get(column).strip(), row.text(column));
      }
    }
    return details;
  }
}

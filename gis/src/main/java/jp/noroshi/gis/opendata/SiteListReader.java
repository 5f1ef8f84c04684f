package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.opendata.SiteList.Form;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.CommonId;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.SiteEntry;

/**
 * Reads a list of sites in whatever form: the standard data sets, 国土地理院's CSV and GeoJSON, offices'
 * own lists. One use for one file; not thread-safe.
 */
public final class SiteListReader {

  /** What a spreadsheet makes of a long number. */
  private static final Pattern RUINED = Pattern.compile("\\d([.]\\d+)?[eE][+]?\\d+");

  private final String fileName;
  private final Table table;
  private final SiteColumns columns;
  private final Form form;
  private final Set<Integer> taken;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Set<String> keys = new HashSet<>();

  private SiteListReader(String fileName, Table table) {
    this.fileName = fileName;
    this.table = table;
    this.columns = SiteColumns.of(table);
    this.form = form(table, columns);
    this.taken = columns.taken();
    table.rows().forEach(row -> ids.merge(row.text(columns.id()), 1, Integer::sum));
  }

  /**
   * Reads a list.
   *
   * @param fileName as its sender called it; names the list where nothing in it does
   * @throws jp.noroshi.gis.file.UnreadableFileException when it is no list of sites
   */
  public static SiteList read(String fileName, byte[] bytes) {
    SiteListReader reader = new SiteListReader(fileName, TableReader.read(bytes));
    return reader.read();
  }

  private static Form form(Table table, SiteColumns columns) {
    if (columns.commonId().isPresent()) {
      return Form.GSI;
    }
    if (table.hasColumn("所在地_連結表記", "所在地_連結標記")) {
      return Form.STANDARD;
    }
    return table.hasColumn("方書") && table.hasColumn("NO") ? Form.RECOMMENDED : Form.OWN;
  }

  private SiteList read() {
    List<Row> rows = new ArrayList<>();
    for (TableRow row : table.rows()) {
      if (!row.isBlank()) {
        rows.add(read(row));
      }
    }
    return new SiteList(form, table.encoding(), LikelyTwice.mark(rows));
  }

  private Row read(TableRow row) {
    List<Doubt> doubts = new ArrayList<>();
    String name = name(row, doubts);
    String municipality = municipality(row, doubts);
    Position position = position(row, municipality);
    doubts.addAll(position.doubts());
    if (name.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.NAME_MISSING, header(columns.name().orElseThrow()), ""));
    }
    if (position.place().isEmpty() || name.isEmpty()) {
      return new Row(row.number(), name, Optional.empty(), doubts);
    }
    DesignationKind kind = kind(row);
    Set<HazardKind> hazards = hazards(row, doubts);
    if (kind == DesignationKind.EMERGENCY_SITE && columns.speakOfHazards() && hazards.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.HAZARD_NONE, "", ""));
    }
    Capacity capacity = Capacity.read(header(columns.capacity()), row.text(columns.capacity()));
    doubts.addAll(capacity.doubts());
    String key = key(row, municipality, name, doubts);
    SiteEntry entry =
        new SiteEntry(
            key,
            CommonId.find(key).map(CommonId::place).orElse(key),
            dataSet(row, kind, municipality),
            kind,
            municipality,
            name,
            row.text(columns.kana()),
            row.text(columns.address()),
            position.place().get(),
            hazards,
            capacity.people(),
            row.text(columns.accepts()),
            details(row, !capacity.doubts().isEmpty()));
    return new Row(row.number(), name, Optional.of(entry), doubts);
  }

  private String name(TableRow row, List<Doubt> doubts) {
    int column = columns.name().orElseThrow();
    String written = column < row.cells().size() ? row.cells().get(column) : "";
    String name = row.text(column);
    if (!name.isEmpty() && !name.equals(written)) {
      doubts.add(new Doubt(DoubtCode.NAME_SPACED, header(column), written));
    }
    return name;
  }

  /** A file this hub wrote has it in the column of keys. */
  private Optional<CommonId> commonId(TableRow row) {
    return CommonId.find(row.text(columns.commonId()))
        .or(() -> CommonId.find(row.text(columns.key())));
  }

  private String municipality(TableRow row, List<Doubt> doubts) {
    Optional<CommonId> commonId = commonId(row);
    if (commonId.isPresent()) {
      return commonId.get().municipality();
    }
    MunicipalityCode code = MunicipalityCode.read(header(columns.code()), row.text(columns.code()));
    doubts.addAll(code.doubts());
    return code.five();
  }

  private Position position(TableRow row, String municipality) {
    Optional<Integer> projection = table.epsg().or(() -> Position.findProjection(municipality));
    // A GeoJSON says where a place is in its geometry; columns of the same names are only copies.
    return row.point()
        .map(point -> Position.of("geometry", point.second(), point.first(), projection))
        .orElseGet(
            () ->
                Position.read(
                    header(columns.latitude()) + ", " + header(columns.longitude()),
                    row.text(columns.latitude()),
                    row.text(columns.longitude()),
                    projection));
  }

  private DesignationKind kind(TableRow row) {
    Optional<DesignationKind> stated =
        commonId(row).map(CommonId::kind).or(() -> DesignationKind.find(row.text(columns.kind())));
    if (stated.isPresent()) {
      return stated.get();
    }
    if (columns.speakOfHazards()) {
      return DesignationKind.EMERGENCY_SITE;
    }
    if (table.hasColumn("避難所名称", "避難所名", "指定避難所名")) {
      return DesignationKind.SHELTER;
    }
    if (row.cells().stream()
        .anyMatch(cell -> cell.contains("津波避難ビル") || cell.contains("津波避難タワー"))) {
      return DesignationKind.TSUNAMI_BUILDING;
    }
    return row.text(columns.name()).contains("救護所")
        ? DesignationKind.AID_STATION
        : DesignationKind.UNSTATED;
  }

  private Set<HazardKind> hazards(TableRow row, List<Doubt> doubts) {
    Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
    columns
        .hazards()
        .forEach(
            (hazard, column) -> {
              Optional<Boolean> flag = Flag.read(row.text(column));
              if (flag.isEmpty()) {
                doubts.add(new Doubt(DoubtCode.FLAG_UNREADABLE, header(column), row.text(column)));
              }
              if (flag.orElse(false)) {
                hazards.add(hazard);
              }
            });
    columns
        .hazardsInOneCell()
        .ifPresent(
            column -> {
              HazardWords words = HazardWords.read(header(column), row.text(column));
              hazards.addAll(words.kinds());
              doubts.addAll(words.doubts());
            });
    return hazards;
  }

  /** A publisher's ID counts only where it tells the rows of the list apart. */
  private String key(TableRow row, String municipality, String name, List<Doubt> doubts) {
    Optional<CommonId> commonId = commonId(row);
    if (commonId.isPresent()) {
      return commonId.get().value();
    }
    String written = row.text(columns.key());
    if (!written.isEmpty()) {
      return written;
    }
    String list = municipality.isEmpty() ? baseName() : municipality;
    String id = row.text(columns.id());
    if (RUINED.matcher(id).matches()) {
      doubts.add(new Doubt(DoubtCode.ID_RUINED, header(columns.id()), id));
    } else if (!id.isEmpty() && ids.get(id) == 1) {
      return list + ":" + id;
    }
    String own = list + ":" + name + "|" + row.text(columns.address());
    String key = own;
    for (int number = 2; !keys.add(key); number++) {
      key = own + "#" + number;
    }
    return key;
  }

  private String dataSet(TableRow row, DesignationKind kind, String municipality) {
    String written = row.text(columns.list());
    if (!written.isEmpty()) {
      return written;
    }
    return form + ":" + kind + ":" + (municipality.isEmpty() ? baseName() : municipality);
  }

  private String baseName() {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Map<String, String> details(TableRow row, boolean keepCapacity) {
    Map<String, String> details = new HashMap<>();
    for (int column = 0; column < table.headers().size(); column++) {
      boolean said = !row.text(column).isEmpty();
      boolean kept =
          !taken.contains(column)
              || (keepCapacity && columns.capacity().equals(Optional.of(column)));
      if (said && kept) {
        details.put(header(column), row.text(column));
      }
    }
    return details;
  }

  private String header(Optional<Integer> column) {
    return column.map(this::header).orElse("");
  }

  private String header(int column) {
    return table.headers().get(column).strip();
  }
}

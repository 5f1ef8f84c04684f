package jp.noroshi.gis.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;
import jp.noroshi.gis.file.table.TextEncoding;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ReadRow;

/**
 * A list of named sets of districts as it was read: lines of one name are one set, and a cell may
 * hold several districts or towns. A district is written by name or code; a town (町丁目) counts where
 * it is a district of the map, and is kept as a word where it is not.
 *
 * @param encoding how its text was written
 * @param rows one for each set, numbered by its first line
 */
public record AreaSetList(TextEncoding encoding, List<ReadRow> rows) {

  private static final Pattern SEPARATORS = Pattern.compile("[,、;；/／\\n]+");

  /** Copies the list. */
  public AreaSetList {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a list.
   *
   * @param codes of the districts there are, by name
   * @throws UnreadableFileException when it is none; says what to do
   */
  static AreaSetList read(AreaCode municipality, Map<String, String> codes, byte[] bytes) {
    Table table = TableReader.read(bytes);
    Columns columns = Columns.of(table);
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (TableRow row : table.rows()) {
      if (!row.isBlank()) {
        drafts
            .computeIfAbsent(row.text(columns.name()), name -> new Draft(name, row.number(), codes))
            .add(row.text(columns.districts()), row.text(columns.towns()));
      }
    }
    return new AreaSetList(
        table.encoding(), drafts.values().stream().map(each -> each.row(municipality)).toList());
  }

  /**
   * Reads a list beside a map of districts, without a hub.
   *
   * @throws UnreadableFileException when the list is none; says what to do
   */
  public static AreaSetList read(AreaCode municipality, DistrictNames districts, byte[] bytes) {
    return read(municipality, districts.codes(), bytes);
  }

  private record Columns(int name, Optional<Integer> districts, Optional<Integer> towns) {
    static Columns of(Table table) {
      Optional<Integer> name = table.findColumn("区域名", "区域", "自治会名", "自主防災会名", "名称", "name");
      Optional<Integer> districts = table.findColumn("地区コード", "地区名", "地区", "対象地区", "districts");
      Optional<Integer> towns = table.findColumn("町丁目", "町丁目名", "町名", "大字・町丁目", "towns");
      if (name.isEmpty() || (districts.isEmpty() && towns.isEmpty())) {
        throw new UnreadableFileException(
            Fault.COLUMNS_MISSING,
            "a list of areas needs a column 区域名 (or 自治会名) and one of 地区 or 町丁目; there are: "
                + String.join(", ", table.headers()));
      }
      return new Columns(name.get(), districts, towns);
    }
  }

  private static final class Draft {

    private final String name;
    private final int row;
    private final Map<String, String> codes;
    private final Set<String> districts = new LinkedHashSet<>();
    private final Set<String> towns = new LinkedHashSet<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Draft(String name, int row, Map<String, String> codes) {
      this.name = name;
      this.row = row;
      this.codes = codes;
    }

    void add(String districtCell, String townCell) {
      words(districtCell)
          .forEach(
              word ->
                  find(word)
                      .ifPresentOrElse(
                          districts::add,
                          () -> doubts.add(new Doubt(DoubtCode.DISTRICT_UNKNOWN, "", word))));
      words(townCell)
          .forEach(word -> find(word).ifPresentOrElse(districts::add, () -> keepWord(word)));
    }

    private void keepWord(String town) {
      if (towns.add(town)) {
        doubts.add(new Doubt(DoubtCode.TOWN_UNKNOWN, "", town));
      }
    }

    private Optional<String> find(String word) {
      return codes.containsValue(word) ? Optional.of(word) : Optional.ofNullable(codes.get(word));
    }

    private static List<String> words(String cell) {
      return SEPARATORS.splitAsStream(cell).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }

    /** A set that would silently lack a district is not taken over. */
    ReadRow row(AreaCode municipality) {
      if (name.isEmpty()) {
        doubts.add(new Doubt(DoubtCode.NAME_MISSING, "", ""));
      }
      if (districts.isEmpty()) {
        doubts.add(new Doubt(DoubtCode.AREA_EMPTY, "", ""));
      }
      if (doubts.stream().anyMatch(doubt -> doubt.code().isRefusing())) {
        return ReadRow.refused(row, name, doubts);
      }
      String key = AreaSets.keyOf(municipality, name);
      return ReadRow.of(
          row,
          name,
          key,
          new AreaSetEntry(key, name, List.copyOf(districts), List.copyOf(towns)),
          doubts);
    }
  }
}

package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * Where a list of sites keeps what, found by the names that the editions of the standard, 国土地理院 and
 * the offices' own lists use. The first name that there is a column for counts.
 */
record SiteColumns(
    Optional<Integer> key,
    Optional<Integer> kind,
    Optional<Integer> list,
    Optional<Integer> commonId,
    Optional<Integer> id,
    Optional<Integer> code,
    Optional<Integer> name,
    Optional<Integer> kana,
    Optional<Integer> address,
    Optional<Integer> latitude,
    Optional<Integer> longitude,
    Optional<Integer> capacity,
    Optional<Integer> accepts,
    Optional<Integer> hazardsInOneCell,
    Map<HazardKind, Integer> hazards) {

  static SiteColumns of(Table table) {
    SiteColumns columns =
        new SiteColumns(
            table.findColumn(SiteListWriter.KEY),
            table.findColumn(SiteListWriter.KIND),
            table.findColumn(SiteListWriter.LIST),
            table.findColumn("共通ID"),
            table.findColumn("ID", "id", "施設ID"),
            table.findColumn("所在地_全国地方公共団体コード", "全国地方公共団体コード", "市区町村コード", "都道府県コード又は市区町村コード"),
            table.findColumn("名称", "施設・場所名", "施設名", "施設名称", "避難所名称", "避難場所名", "避難所名", "name"),
            table.findColumn("名称_カナ", "フリガナ", "カナ", "よみ"),
            table.findColumn("所在地_連結表記", "所在地_連結標記", "住所", "所在地", "設置場所の住所", "address"),
            table.findColumn("緯度", "lat", "latitude", "北緯"),
            table.findColumn("経度", "lon", "lng", "longitude", "東経"),
            table.findColumn("想定収容人数", "収容可能人員（屋内）", "収容人数", "収容人員", "収容可能人数", "定員"),
            table.findColumn("受入対象者"),
            table.findColumn("災害種別", "対応災害", "対象災害", "対象とする災害", "disasterTypes"),
            hazards(table));
    return columns.checked(table);
  }

  private static Map<HazardKind, Integer> hazards(Table table) {
    Map<HazardKind, Integer> columns = new EnumMap<>(HazardKind.class);
    for (HazardKind kind : HazardKind.values()) {
      table
          .findColumn("災害種別_" + kind.japanese(), kind.japanese())
          .ifPresent(column -> columns.put(kind, column));
    }
    return columns;
  }

  private SiteColumns checked(Table table) {
    boolean hasPoints = table.rows().stream().anyMatch(row -> row.point().isPresent());
    List<String> missing = new ArrayList<>();
    if (name.isEmpty()) {
      missing.add("名称");
    }
    if ((latitude.isEmpty() || longitude.isEmpty()) && !hasPoints) {
      missing.add("緯度・経度");
    }
    if (!missing.isEmpty()) {
      throw new UnreadableFileException(
          Fault.COLUMNS_MISSING,
          "no column is called "
              + String.join(" or ", missing)
              + "; the columns are "
              + String.join(", ", table.headers()));
    }
    return this;
  }

  boolean speakOfHazards() {
    return !hazards.isEmpty() || hazardsInOneCell.isPresent();
  }

  /** Columns whose content the entry holds in fields of its own. */
  Set<Integer> taken() {
    Set<Integer> taken = new HashSet<>(hazards.values());
    Stream.of(
            key,
            kind,
            list,
            commonId,
            code,
            name,
            kana,
            address,
            latitude,
            longitude,
            capacity,
            accepts,
            hazardsInOneCell)
        .flatMap(Optional::stream)
        .forEach(taken::add);
    return taken;
  }
}

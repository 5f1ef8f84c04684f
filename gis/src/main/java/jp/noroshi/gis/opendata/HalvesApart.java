package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.SiteEntry;

/**
 * A place that is both 緊急避難場所 and 避難所 has a position in each list. They are 21 m apart on average;
 * where they are not even near each other, one of them is wrong.
 */
public final class HalvesApart {

  /** Metres. */
  static final double FAR = 200;

  private HalvesApart() {}

  /**
   * Marks rows whose other half lies far away.
   *
   * @param others lines of other lists, or of this one
   */
  public static SiteList mark(SiteList list, Collection<SiteEntry> others) {
    Map<String, List<SiteEntry>> byPlace = new HashMap<>();
    others.forEach(
        other -> byPlace.computeIfAbsent(other.place(), _ -> new ArrayList<>()).add(other));
    List<Row> rows = list.rows().stream().map(row -> mark(row, byPlace)).toList();
    return new SiteList(list.form(), list.encoding(), rows);
  }

  private static Row mark(Row row, Map<String, List<SiteEntry>> byPlace) {
    Optional<Double> far = row.entry().flatMap(entry -> farthest(entry, byPlace));
    if (far.isEmpty()) {
      return row;
    }
    List<Doubt> doubts = new ArrayList<>(row.doubts());
    doubts.add(new Doubt(DoubtCode.HALVES_APART, "", Math.round(far.get()) + " m"));
    return new Row(row.number(), row.label(), row.entry(), doubts);
  }

  private static Optional<Double> farthest(SiteEntry entry, Map<String, List<SiteEntry>> byPlace) {
    return byPlace.getOrDefault(entry.place(), List.of()).stream()
        .filter(other -> !other.key().equals(entry.key()))
        .map(other -> entry.location().metresTo(other.location()))
        .filter(metres -> metres > FAR)
        .max(Double::compare);
  }
}

package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.SiteEntry;

/** Rows of one list that speak of the same place: same capacity, name and position. */
final class LikelyTwice {

  private LikelyTwice() {}

  static List<Row> mark(List<Row> rows) {
    Map<List<Object>, Integer> first = new HashMap<>();
    List<Row> marked = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Integer earlier =
          row.entry().map(entry -> first.putIfAbsent(sameAs(entry), row.number())).orElse(null);
      marked.add(earlier == null ? row : doubted(row, earlier));
    }
    return marked;
  }

  private static List<Object> sameAs(SiteEntry entry) {
    return List.of(entry.kind(), entry.name(), entry.location());
  }

  private static Row doubted(Row row, int earlier) {
    List<Doubt> doubts = new ArrayList<>(row.doubts());
    doubts.add(new Doubt(DoubtCode.LIKELY_TWICE, "", Integer.toString(earlier)));
    return new Row(row.number(), row.label(), row.entry(), doubts);
  }
}

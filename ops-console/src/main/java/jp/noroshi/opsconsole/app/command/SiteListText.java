package jp.noroshi.opsconsole.app.command;

import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.opendata.SiteList;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.SiteEntry;

/** What was read of a list of sites, for people at a terminal. */
final class SiteListText {

  private SiteListText() {}

  static String of(String file, SiteList list) {
    String head =
        "%s: %s, %s, %d rows read, %d taken"
            .formatted(
                file, list.form(), list.encoding(), list.rows().size(), list.entries().size());
    return head + list.rows().stream().map(SiteListText::line).collect(Collectors.joining());
  }

  private static String line(Row row) {
    String said = row.entry().map(SiteListText::said).orElse("REFUSED");
    return FilesToImport.line(row.number(), row.label(), said, row.doubts());
  }

  private static String said(SiteEntry entry) {
    return "%s  %.6f,%.6f  %s%s"
        .formatted(
            entry.kind(),
            entry.location().latitude(),
            entry.location().longitude(),
            entry.hazards().stream().map(HazardKind::japanese).collect(Collectors.joining("/")),
            entry.capacity().map(people -> "  " + people + "人").orElse(""));
  }
}

package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportFile;
import jp.noroshi.gis.imports.ImportReader;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.SiteEntry;

/**
 * Reads lists of sites for import: beside what a list says by itself, its places are compared with
 * the other half of each place on file and with the outline of the municipality.
 */
public final class SiteImportReader implements ImportReader {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality, whose places must lie within its districts. */
  public SiteImportReader(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  @Override
  public ImportFile read(String fileName, byte[] bytes, Map<String, String> facts) {
    SiteList alone = SiteListReader.read(fileName, bytes);
    SiteList list = markOutside(HalvesApart.mark(alone, halves(alone)));
    Map<String, String> description = new LinkedHashMap<>();
    description.put("form", list.form().name());
    description.put("encoding", list.encoding().name());
    ListFacts.describe(description, facts);
    Set<String> dataSets =
        list.entries().stream().map(SiteEntry::dataSet).collect(Collectors.toSet());
    return new ImportFile(
        fileName,
        ImportFile.sha256Of(bytes),
        description,
        dataSets,
        list.rows().stream().map(SiteImportReader::readRow).toList());
  }

  private static ReadRow readRow(Row row) {
    return row.entry()
        .map(entry -> ReadRow.of(row.number(), row.label(), entry.key(), entry, row.doubts()))
        .orElseGet(() -> ReadRow.refused(row.number(), row.label(), row.doubts()));
  }

  private List<SiteEntry> halves(SiteList list) {
    List<SiteEntry> halves = new ArrayList<>(list.entries());
    List<String> places = list.entries().stream().map(SiteEntry::place).toList();
    halves.addAll(
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select d.entry from gis.site_designation d join gis.site s on s.id = d.site_id
                        where s.place = any(cast(:places as text[]))
                        """)
                    .bindArray("places", String.class, places)
                    .mapTo(String.class)
                    .map(entry -> Json.read(entry, SiteEntry.class))
                    .list()));
    return halves;
  }

  private SiteList markOutside(SiteList list) {
    Map<String, LatLon> own = new HashMap<>();
    list.entries().stream()
        .filter(entry -> entry.municipality().equals(municipality.value()))
        .forEach(entry -> own.put(entry.key(), entry.location()));
    Set<String> outside = new Outside(database, municipality).of(own);
    return new SiteList(
        list.form(),
        list.encoding(),
        list.rows().stream().map(row -> markOutside(row, outside)).toList());
  }

  private static Row markOutside(Row row, Set<String> outside) {
    if (row.entry().filter(entry -> outside.contains(entry.key())).isEmpty()) {
      return row;
    }
    List<Doubt> doubts = new ArrayList<>(row.doubts());
    doubts.add(new Doubt(DoubtCode.POSITION_OUTSIDE, "", ""));
    return new Row(row.number(), row.label(), row.entry(), doubts);
  }
}

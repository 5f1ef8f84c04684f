package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ImportFile;
import jp.noroshi.gis.imports.ImportReader;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.population.FacilityEntry;

/** Reads lists of facilities for import; their places are compared with the municipality. */
public final class FacilityImportReader implements ImportReader {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality, within whose districts the facilities should lie. */
  public FacilityImportReader(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  @Override
  public ImportFile read(String fileName, byte[] bytes, Map<String, String> facts) {
    FacilityList list = FacilityListReader.read(fileName, bytes, facts, municipality.value());
    Map<String, String> description = new LinkedHashMap<>();
    description.put("kind", list.kind().name());
    description.put("encoding", list.encoding().name());
    ListFacts.describe(description, facts);
    return new ImportFile(
        fileName,
        ImportFile.sha256Of(bytes),
        description,
        Set.of(list.dataSet()),
        markOutside(list.rows()));
  }

  private List<ReadRow> markOutside(List<ReadRow> rows) {
    Map<String, LatLon> places = new HashMap<>();
    rows.forEach(
        row ->
            row.entry()
                .map(entry -> Json.read(entry.toString(), FacilityEntry.class))
                .ifPresent(entry -> places.put(entry.key(), entry.location())));
    Set<String> outside = new Outside(database, municipality).of(places);
    return rows.stream().map(row -> markOutside(row, outside)).toList();
  }

  private static ReadRow markOutside(ReadRow row, Set<String> outside) {
    if (row.key().filter(outside::contains).isEmpty()) {
      return row;
    }
    List<Doubt> doubts = new ArrayList<>(row.doubts());
    doubts.add(new Doubt(DoubtCode.POSITION_OUTSIDE, "", ""));
    return new ReadRow(row.row(), row.label(), row.key(), row.entry(), doubts);
  }
}

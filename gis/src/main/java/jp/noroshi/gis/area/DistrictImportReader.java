package jp.noroshi.gis.area;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.DistrictMap.Row;
import jp.noroshi.gis.imports.ImportFile;
import jp.noroshi.gis.imports.ImportReader;
import jp.noroshi.gis.imports.ReadRow;

/** Reads maps of districts for import: a district that is known keeps its code. */
public final class DistrictImportReader implements ImportReader {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public DistrictImportReader(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  @Override
  public ImportFile read(String fileName, byte[] bytes, Map<String, String> facts) {
    DistrictMap map =
        DistrictMapReader.read(Optional.of(municipality), codes(), Map.of(fileName, bytes), facts);
    Map<String, String> description = new LinkedHashMap<>();
    description.put("name", map.nameColumn());
    description.put("encoding", map.file().encoding());
    description.put("coordinates", map.file().coordinates());
    return new ImportFile(
        fileName,
        ImportFile.sha256Of(bytes),
        description,
        Set.of(municipality.value()),
        map.rows().stream().map(DistrictImportReader::readRow).toList());
  }

  private static ReadRow readRow(Row row) {
    return row.entry()
        .map(entry -> ReadRow.of(row.number(), row.label(), entry.code(), entry, row.doubts()))
        .orElseGet(() -> ReadRow.refused(row.number(), row.label(), row.doubts()));
  }

  private Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    new Districts(database, municipality)
        .list()
        .forEach(district -> codes.put(district.name(), district.code().value()));
    return codes;
  }
}

package jp.noroshi.gis.area;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.imports.ImportFile;
import jp.noroshi.gis.imports.ImportReader;

/** Reads lists of named sets of districts for import; a list is the whole of them. */
public final class AreaSetImportReader implements ImportReader {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public AreaSetImportReader(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  @Override
  public ImportFile read(String fileName, byte[] bytes, Map<String, String> facts) {
    Map<String, String> codes = new HashMap<>();
    new Districts(database, municipality)
        .list()
        .forEach(district -> codes.put(district.name(), district.code().value()));
    AreaSetList list = AreaSetList.read(municipality, codes, bytes);
    return new ImportFile(
        fileName,
        ImportFile.sha256Of(bytes),
        Map.of("encoding", list.encoding().name()),
        Set.of(municipality.value()),
        list.rows());
  }
}

package jp.noroshi.gis.hazard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.hazard.HazardMap.Row;
import jp.noroshi.gis.imports.ImportFile;
import jp.noroshi.gis.imports.ImportReader;
import jp.noroshi.gis.imports.ReadRow;

/** Reads hazard maps for import. An edition is needed: without it nobody can tell old from new. */
public final class HazardImportReader implements ImportReader {

  @Override
  public ImportFile read(String fileName, byte[] bytes, Map<String, String> facts) {
    List<HazardMap> maps = HazardMapReader.read(Map.of(fileName, bytes), facts);
    List<ReadRow> rows = new ArrayList<>();
    for (HazardMap map : maps) {
      if (map.facts().edition().isEmpty()) {
        throw new UnreadableFileException(
            Fault.EDITION_UNSAID,
            "nothing says of which day the map "
                + map.facts().name()
                + " is; give its edition: as a member \"edition\" of the GeoJSON, in a file"
                + " layer.json of the zip, or with --edition");
      }
      map.rows().forEach(row -> rows.add(readRow(rows.size() + 1, row)));
    }
    return new ImportFile(
        fileName, ImportFile.sha256Of(bytes), description(maps), dataSets(maps), rows);
  }

  private static ReadRow readRow(int number, Row row) {
    return row.entry()
        .map(entry -> ReadRow.of(number, row.label(), entry.key(), entry, row.doubts()))
        .orElseGet(() -> ReadRow.refused(number, row.label(), row.doubts()));
  }

  private static Set<String> dataSets(List<HazardMap> maps) {
    return maps.stream().map(map -> map.facts().dataSet()).collect(Collectors.toSet());
  }

  private static Map<String, String> description(List<HazardMap> maps) {
    HazardMap first = maps.getFirst();
    Map<String, String> said = new LinkedHashMap<>();
    said.put("name", first.facts().name());
    said.put("kind", first.facts().kind().name());
    said.put("scenario", first.facts().scenario());
    said.put("source", first.facts().source());
    said.put("edition", first.facts().edition().orElseThrow().toString());
    said.put("licence", first.facts().licence());
    said.put("form", first.form());
    said.put("encoding", first.file().encoding());
    said.put("coordinates", first.file().coordinates());
    said.values().removeIf(String::isBlank);
    return said;
  }
}

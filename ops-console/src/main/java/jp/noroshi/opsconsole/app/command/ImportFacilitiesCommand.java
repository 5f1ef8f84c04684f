package jp.noroshi.opsconsole.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.opendata.FacilityList;
import jp.noroshi.gis.opendata.FacilityListJson;
import jp.noroshi.gis.opendata.FacilityListReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noroshi import facilities}: lists of facilities. */
@Command(
    name = "facilities",
    description =
        "Read lists of facilities (where people are cared for, loudspeakers, gauges, heliports,"
            + " wells, sandbags; CSV or GeoJSON).",
    mixinStandardHelpOptions = true)
final class ImportFacilitiesCommand implements Callable<Integer> {

  @Mixin private FilesToImport files;

  @Option(
      names = "--kind",
      description =
          "What it is a list of, where neither columns nor file name say: CARE, OUTDOOR_STATION,"
              + " GAUGE, HELIPORT, WELL, SANDBAGS, OTHER.")
  private String kind;

  @Mixin private SaidOfFile said;

  @Override
  public Integer call() {
    Map<String, String> facts = said.facts();
    if (kind != null) {
      facts.put("kind", kind);
    }
    return files.run(
        ImportKind.FACILITIES, facts, (path, file) -> List.of(said(path, read(file, facts))));
  }

  private static FacilityList read(GivenFile file, Map<String, String> facts) {
    return FacilityListReader.read(file.name(), file.packed(), facts, "");
  }

  private String said(String path, FacilityList list) {
    return files.json() ? FacilityListJson.toJsonLine(path, list) : text(path, list);
  }

  private static String text(String file, FacilityList list) {
    return "%s: %s, %s, %d rows read, %d taken"
            .formatted(file, list.kind(), list.encoding(), list.rows().size(), list.taken())
        + list.rows().stream().map(ImportFacilitiesCommand::line).collect(Collectors.joining());
  }

  private static String line(ReadRow row) {
    String place = row.entry().map(entry -> entry.path("location").toString()).orElse("REFUSED");
    return FilesToImport.line(row.row(), row.label(), place, row.doubts());
  }
}

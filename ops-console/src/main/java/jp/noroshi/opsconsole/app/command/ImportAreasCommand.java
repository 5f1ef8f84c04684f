package jp.noroshi.opsconsole.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.area.AreaSetList;
import jp.noroshi.gis.area.AreaSetListJson;
import jp.noroshi.gis.area.DistrictNames;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ReadRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code noroshi import areas}: lists of named sets of districts. */
@Command(
    name = "areas",
    description = "Read lists of named areas (区域名 with 地区 or 町丁目; one area may have many lines).",
    mixinStandardHelpOptions = true)
final class ImportAreasCommand implements Callable<Integer> {

  @Mixin private FilesToImport files;

  @Option(
      names = "--map",
      paramLabel = "GEOJSON",
      description = "For a dry run: the map of districts the list speaks of.")
  private Path map;

  @Option(names = "--municipality", description = "For a dry run: its five-digit code.")
  private String municipality;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (files.dryRun() && (map == null || municipality == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "a dry run asks no hub which districts there are: say --map districts.geojson and"
              + " --municipality CODE");
    }
    return files.run(
        ImportKind.AREA_SETS, Map.of(), (name, file) -> List.of(said(name, read(file))));
  }

  private AreaSetList read(GivenFile file) {
    AreaCode code = new AreaCode(municipality);
    return AreaSetList.read(
        code, DistrictNames.of(new GivenFile(map).packed(), code), file.packed());
  }

  private String said(String name, AreaSetList list) {
    return files.json() ? AreaSetListJson.toJsonLine(name, list) : text(name, list);
  }

  private static String text(String file, AreaSetList list) {
    return "%s: %s, %d areas read".formatted(file, list.encoding(), list.rows().size())
        + list.rows().stream().map(ImportAreasCommand::line).collect(Collectors.joining());
  }

  private static String line(ReadRow row) {
    String districts = row.entry().map(entry -> words(entry.path("districts"))).orElse("REFUSED");
    return FilesToImport.line(row.row(), row.label(), districts, row.doubts());
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }
}

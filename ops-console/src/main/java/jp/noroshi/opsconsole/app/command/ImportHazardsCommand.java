package jp.noroshi.opsconsole.app.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardMap;
import jp.noroshi.gis.hazard.HazardMapJson;
import jp.noroshi.gis.hazard.HazardMapReader;
import jp.noroshi.gis.imports.ImportKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noroshi import hazards}: hazard maps of every known form. */
@Command(
    name = "hazards",
    description =
        "Read hazard maps (shapefile, GeoJSON, CityGML; KSJ A31a, A33, A40, A49, PLATEAU, own).",
    mixinStandardHelpOptions = true)
final class ImportHazardsCommand implements Callable<Integer> {

  @Mixin private FilesToImport files;

  @Option(names = "--kind", description = "The danger, where the map does not say: FLOOD, ...")
  private String kind;

  @Option(names = "--scenario", description = "What the map assumes, for example 計画規模.")
  private String scenario;

  @Option(names = "--name", description = "The name of the map, the same in every edition.")
  private String name;

  @Mixin private SaidOfFile said;

  @Option(names = "--column", description = "The attribute with the rank or depth.")
  private String column;

  @Override
  public Integer call() {
    Map<String, String> facts = said.facts();
    facts.put("kind", kind);
    facts.put("scenario", scenario);
    facts.put("name", name);
    facts.put("column", column);
    facts.values().removeIf(Objects::isNull);
    return files.run(ImportKind.HAZARDS, facts, (path, file) -> read(path, file, facts));
  }

  private List<String> read(String path, GivenFile file, Map<String, String> facts) {
    return HazardMapReader.read(file.read(), facts).stream()
        .map(map -> files.json() ? HazardMapJson.toJsonLine(path, map) : text(path, map))
        .toList();
  }

  private static String text(String file, HazardMap map) {
    return "%s: %s %s %s (%s, %s, %s), %d features read, %d taken, %d mended"
            .formatted(
                file,
                map.facts().kind(),
                map.facts().scenario(),
                map.facts().name(),
                map.form(),
                map.file().encoding(),
                map.file().coordinates(),
                map.rows().size(),
                map.taken(),
                map.mended())
        + map.rows().stream().map(ImportHazardsCommand::line).collect(Collectors.joining());
  }

  private static String line(HazardMap.Row row) {
    String rank = row.entry().map(zone -> "rank " + zone.rank()).orElse("REFUSED");
    return FilesToImport.line(row.number(), row.label(), rank, row.doubts());
  }
}

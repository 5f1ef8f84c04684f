package jp.noroshi.opsconsole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.hazard.HazardMap;
import jp.noroshi.gis.hazard.HazardMapJson;
import jp.noroshi.gis.hazard.HazardMapReader;
import jp.noroshi.gis.opendata.SiteListJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi import hazards}: hazard maps of every known form. */
@Command(
    name = "hazards",
    description =
        "Read hazard maps (shapefile, GeoJSON, CityGML; KSJ A31a, A33, A40, A49, PLATEAU, own).",
    mixinStandardHelpOptions = true)
final class ImportHazardsCommand implements Callable<Integer> {

  private static final int UNREADABLE = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Maps: a file, a zip, a .shp beside its parts, or a directory of parts.")
  private List<Path> files;

  @Option(names = "--dry-run", description = "Only read; needs no hub.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON line per map.")
  private boolean json;

  @Option(names = "--kind", description = "The danger, where the map does not say: FLOOD, ...")
  private String kind;

  @Option(names = "--scenario", description = "What the map assumes, for example 計画規模.")
  private String scenario;

  @Option(names = "--name", description = "The name of the map, the same in every edition.")
  private String name;

  @Option(names = "--source", description = "Who made it.")
  private String source;

  @Option(names = "--edition", description = "The day of its data, for example 2026-04-01.")
  private String edition;

  @Option(names = "--licence", description = "Under which it may be shown.")
  private String licence;

  @Option(names = "--column", description = "The attribute with the rank or depth.")
  private String column;

  @Mixin private RunningHub hub;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean allRead = true;
    for (Path file : files) {
      MapFiles map = new MapFiles(file, facts());
      if (dryRun) {
        allRead &= read(file, map, out);
      } else {
        out.println(hub.propose("HAZARDS", map.name(), map.packed()));
      }
    }
    out.flush();
    return allRead ? 0 : UNREADABLE;
  }

  private boolean read(Path file, MapFiles map, PrintWriter out) {
    try {
      for (HazardMap read : HazardMapReader.read(map.read())) {
        out.println(json ? HazardMapJson.toJsonLine(file.toString(), read) : text(file, read));
      }
      return true;
    } catch (UnreadableFileException e) {
      out.println(
          json
              ? SiteListJson.toJsonLine(file.toString(), e)
              : file + ": not read: " + e.getMessage());
      return false;
    }
  }

  private static String text(Path file, HazardMap map) {
    StringBuilder text =
        new StringBuilder(
            "%s: %s %s %s (%s, %s, %s), %d features read, %d taken, %d mended"
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
                    map.mended()));
    for (HazardMap.Row row : map.rows()) {
      text.append(
          "%n%5d  %s  %s"
              .formatted(
                  row.number(),
                  row.label(),
                  row.entry().map(zone -> "rank " + zone.rank()).orElse("REFUSED")));
      row.doubts()
          .forEach(
              doubt ->
                  text.append(
                      "%n         ! %s %s %s"
                          .formatted(doubt.code(), doubt.field(), doubt.value())
                          .stripTrailing()));
    }
    return text.toString();
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("kind", kind);
    facts.put("scenario", scenario);
    facts.put("name", name);
    facts.put("source", source);
    facts.put("edition", edition);
    facts.put("licence", licence);
    facts.put("column", column);
    facts.values().removeIf(java.util.Objects::isNull);
    return facts;
  }
}

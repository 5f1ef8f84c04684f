package jp.noroshi.opsconsole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.area.DistrictMap;
import jp.noroshi.gis.area.DistrictMapJson;
import jp.noroshi.gis.area.DistrictMapReader;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.opendata.SiteListJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi import districts}: maps of districts. */
@Command(
    name = "districts",
    description = "Read maps of districts (shapefile or GeoJSON).",
    mixinStandardHelpOptions = true)
final class ImportDistrictsCommand implements Callable<Integer> {

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

  @Option(names = "--column", description = "The attribute with the name.")
  private String column;

  @Option(
      names = "--municipality",
      defaultValue = "22225",
      description = "For a dry run: the code before the numbers (default ${DEFAULT-VALUE}).")
  private String municipality;

  @Mixin private RunningHub hub;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean allRead = true;
    for (Path file : files) {
      MapFiles map = new MapFiles(file, column == null ? Map.of() : Map.of("column", column));
      if (dryRun) {
        allRead &= read(file, map, out);
      } else {
        out.println(hub.propose("DISTRICTS", map.name(), map.packed()));
      }
    }
    out.flush();
    return allRead ? 0 : UNREADABLE;
  }

  private boolean read(Path file, MapFiles files, PrintWriter out) {
    try {
      DistrictMap map = DistrictMapReader.read(new AreaCode(municipality), Map.of(), files.read());
      out.println(json ? DistrictMapJson.toJsonLine(file.toString(), map) : text(file, map));
      return true;
    } catch (UnreadableFileException e) {
      out.println(
          json
              ? SiteListJson.toJsonLine(file.toString(), e)
              : file + ": not read: " + e.getMessage());
      return false;
    }
  }

  private static String text(Path file, DistrictMap map) {
    StringBuilder text =
        new StringBuilder(
            "%s: %s, %s, names in %s, %d features read, %d overlap"
                .formatted(
                    file,
                    map.file().encoding(),
                    map.file().coordinates(),
                    map.nameColumn(),
                    map.rows().size(),
                    map.overlaps().size()));
    for (DistrictMap.Row row : map.rows()) {
      text.append(
          "%n%5d  %s%s"
              .formatted(row.number(), row.label(), row.entry().isEmpty() ? "  REFUSED" : ""));
      row.doubts()
          .forEach(
              doubt -> text.append("%n         ! %s %s".formatted(doubt.code(), doubt.value())));
    }
    return text.toString();
  }
}

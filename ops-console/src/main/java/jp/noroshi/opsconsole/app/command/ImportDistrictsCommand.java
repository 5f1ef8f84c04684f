package jp.noroshi.opsconsole.app.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.area.DistrictMap;
import jp.noroshi.gis.area.DistrictMapJson;
import jp.noroshi.gis.area.DistrictMapReader;
import jp.noroshi.gis.imports.ImportKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noroshi import districts}: maps of districts. */
@Command(
    name = "districts",
    description = "Read maps of districts (shapefile or GeoJSON).",
    mixinStandardHelpOptions = true)
final class ImportDistrictsCommand implements Callable<Integer> {

  @Mixin private FilesToImport files;

  @Option(names = "--column", description = "The attribute with the name.")
  private String column;

  @Option(
      names = "--municipality",
      description = "For a dry run: its five-digit code, where the map has no codes of districts.")
  private String municipality;

  @Override
  public Integer call() {
    Map<String, String> facts = column == null ? Map.of() : Map.of("column", column);
    return files.run(
        ImportKind.DISTRICTS, facts, (name, file) -> List.of(said(name, read(file, facts))));
  }

  private DistrictMap read(GivenFile file, Map<String, String> facts) {
    return DistrictMapReader.read(
        Optional.ofNullable(municipality).map(AreaCode::new), Map.of(), file.read(), facts);
  }

  private String said(String name, DistrictMap map) {
    return files.json() ? DistrictMapJson.toJsonLine(name, map) : text(name, map);
  }

  private static String text(String file, DistrictMap map) {
    return "%s: %s, %s, names in %s, %d features read, %d overlaps, %d gaps"
            .formatted(
                file,
                map.file().encoding(),
                map.file().coordinates(),
                map.nameColumn(),
                map.rows().size(),
                map.overlaps().size(),
                map.gaps().size())
        + map.rows().stream().map(ImportDistrictsCommand::line).collect(Collectors.joining());
  }

  private static String line(DistrictMap.Row row) {
    String code = row.entry().map(entry -> entry.code()).orElse("REFUSED");
    return FilesToImport.line(row.number(), row.label(), code, row.doubts());
  }
}

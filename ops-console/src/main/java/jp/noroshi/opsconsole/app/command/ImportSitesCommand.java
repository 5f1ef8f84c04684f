package jp.noroshi.opsconsole.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.opendata.HalvesApart;
import jp.noroshi.gis.opendata.SiteList;
import jp.noroshi.gis.opendata.SiteListJson;
import jp.noroshi.gis.opendata.SiteListReader;
import jp.noroshi.gis.site.SiteEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noroshi import sites}: lists of evacuation sites in whatever form. */
@Command(
    name = "sites",
    description = {
      "Read lists of evacuation sites (standard data sets, GSI, offices' own; CSV or GeoJSON).",
      "In a dry run several lists are compared with each other."
    },
    mixinStandardHelpOptions = true)
final class ImportSitesCommand implements Callable<Integer> {

  @Mixin private FilesToImport files;

  @Mixin private SaidOfFile said;

  private record Read(Path file, SiteList list) {}

  @Override
  public Integer call() {
    return files.dryRun()
        ? compare()
        : files.run(ImportKind.SITES, said.facts(), (_, _) -> List.of());
  }

  private int compare() {
    List<Read> read = new ArrayList<>();
    for (Path file : files.files()) {
      try {
        byte[] bytes = new GivenFile(file).packed();
        read.add(new Read(file, SiteListReader.read(file.toString(), bytes)));
      } catch (UnreadableFileException e) {
        files.out().println(files.unreadable(file, e));
      }
    }
    List<SiteEntry> all = read.stream().flatMap(each -> each.list().entries().stream()).toList();
    read.forEach(each -> say(each.file().toString(), HalvesApart.mark(each.list(), all)));
    files.out().flush();
    return read.size() == files.files().size() ? 0 : FilesToImport.UNREADABLE;
  }

  private void say(String file, SiteList list) {
    files
        .out()
        .println(files.json() ? SiteListJson.toJsonLine(file, list) : SiteListText.of(file, list));
  }
}

package jp.noroshi.opsconsole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.opendata.HalvesApart;
import jp.noroshi.gis.opendata.SiteList;
import jp.noroshi.gis.opendata.SiteListJson;
import jp.noroshi.gis.opendata.SiteListReader;
import jp.noroshi.gis.site.SiteEntry;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi import sites}: lists of evacuation sites in whatever form. */
@Command(
    name = "sites",
    description =
        "Read lists of evacuation sites (standard data sets, GSI, offices' own; CSV or GeoJSON).",
    mixinStandardHelpOptions = true)
final class ImportSitesCommand implements Callable<Integer> {

  private static final int UNREADABLE = 2;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The lists, in any encoding.")
  private List<Path> files;

  @Option(
      names = "--dry-run",
      description = "Only read; needs no hub. Several lists are compared with each other.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON line per file.")
  private boolean json;

  @Mixin private RunningHub hub;

  @Spec private CommandSpec spec;

  private record Read(Path file, SiteList list) {}

  @Override
  public Integer call() {
    return dryRun ? read() : propose();
  }

  private int read() {
    PrintWriter out = spec.commandLine().getOut();
    List<Read> read = new ArrayList<>();
    boolean allRead = true;
    for (Path file : files) {
      try {
        read.add(new Read(file, SiteListReader.read(file.toString(), bytes(file))));
      } catch (UnreadableFileException e) {
        allRead = false;
        out.println(
            json
                ? SiteListJson.toJsonLine(file.toString(), e)
                : file + ": not read: " + e.getMessage());
      }
    }
    List<SiteEntry> all = read.stream().flatMap(each -> each.list().entries().stream()).toList();
    for (Read each : read) {
      SiteList list = HalvesApart.mark(each.list(), all);
      out.println(
          json
              ? SiteListJson.toJsonLine(each.file().toString(), list)
              : SiteListText.of(each.file().toString(), list));
    }
    out.flush();
    return allRead ? 0 : UNREADABLE;
  }

  private int propose() {
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      out.println(hub.propose("SITES", file.getFileName().toString(), bytes(file)));
    }
    out.flush();
    return 0;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Fault("there is no file " + file, e);
    } catch (IOException e) {
      throw new Fault("cannot read " + file, e);
    }
  }
}

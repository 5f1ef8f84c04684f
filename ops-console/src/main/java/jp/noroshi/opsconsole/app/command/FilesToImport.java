package jp.noroshi.opsconsole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.ImportKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every kind of import takes: files, which are read on the spot or handed to the hub. */
final class FilesToImport {

  /** The exit code where a file was not read. */
  static final int UNREADABLE = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Lists or maps in any encoding: a file, a zip, a .shp beside its parts, or a directory of"
              + " parts.")
  private List<Path> files;

  @Option(names = "--dry-run", description = "Only read; needs no hub.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON line for each list or map.")
  private boolean json;

  @Mixin private RunningHub hub;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Reads one file and says what was read, one text for each list or map in it. */
  @FunctionalInterface
  interface Reading {
    List<String> read(String name, GivenFile file);
  }

  List<Path> files() {
    return files;
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean json() {
    return json;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /**
   * Does what was asked for with each file.
   *
   * @param facts what is said of the files: see {@link jp.noroshi.gis.imports.ImportReader}
   * @return the exit code
   */
  int run(ImportKind kind, Map<String, String> facts, Reading reading) {
    boolean allRead = true;
    for (Path file : files) {
      GivenFile given = new GivenFile(file);
      if (dryRun) {
        allRead &= read(file, given, reading);
      } else {
        out().println(hub.propose(kind, given.name(), facts, given.packed()));
      }
    }
    out().flush();
    return allRead ? 0 : UNREADABLE;
  }

  private boolean read(Path file, GivenFile given, Reading reading) {
    try {
      reading.read(file.toString(), given).forEach(out()::println);
      return true;
    } catch (UnreadableFileException e) {
      out().println(unreadable(file, e));
      return false;
    }
  }

  String unreadable(Path file, UnreadableFileException fault) {
    return json
        ? Json.mapper()
            .createObjectNode()
            .put("file", file.toString())
            .put("unreadable", fault.fault().name())
            .put("detail", fault.getMessage())
            .toString()
        : file + ": not read: " + fault.getMessage();
  }

  /** Returns a row and what is odd about it, for people at a terminal. */
  static String line(int number, String label, String said, List<Doubt> doubts) {
    StringBuilder line = new StringBuilder("%n%5d  %s  %s".formatted(number, label, said));
    doubts.forEach(
        doubt ->
            line.append(
                "%n         ! %s %s %s"
                    .formatted(doubt.code(), doubt.field(), doubt.value())
                    .stripTrailing()));
    return line.toString();
  }
}

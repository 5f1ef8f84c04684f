package jp.noroshi.opsconsole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.ReadingJson;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi read}: reads alert files without a hub. */
@Command(
    name = "read",
    description =
        "Read alert files (JMA XML, CAP, fire notices) without a hub and print what they say.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files; - reads standard input.")
  private List<String> files;

  @Option(names = "--json", description = "One JSON line per alert.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final AlertReaders readers = new AlertReaders();

  @Override
  public Integer call() {
    boolean allRead = true;
    for (String file : files) {
      allRead &= read(file);
    }
    spec.commandLine().getOut().flush();
    return allRead ? 0 : 1;
  }

  /** A file that cannot be opened is a failure; one that is cleanly refused is not. */
  private boolean read(String file) {
    byte[] bytes;
    try {
      bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException e) {
      return cannotOpen(file, "there is no such file");
    } catch (IOException e) {
      return cannotOpen(file, Fault.sentence(e));
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Reading reading : readers.read(bytes)) {
      out.println(json ? ReadingJson.toJsonLine(file, reading) : ReadingText.of(file, reading));
    }
    return true;
  }

  private boolean cannotOpen(String file, String why) {
    spec.commandLine().getErr().println("noroshi: " + file + ": " + why);
    return false;
  }
}

package jp.noroshi.opsconsole.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.population.ResidentList;
import jp.noroshi.gis.population.ResidentListReader;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi import residents}: where people live, as counted. */
@Command(
    name = "residents",
    description = {
      "Read where people live (CSV: 緯度, 経度, and if you have them 人数 and 世帯番号) and put it in the place of",
      "the former count: all of it, or nothing when a row cannot be counted. Names are not read."
    },
    mixinStandardHelpOptions = true)
final class ImportResidentsCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Parameters(paramLabel = "FILE", description = "The list, in any encoding.")
  private Path file;

  @Option(names = "--dry-run", description = "Only read; needs no database.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON line.")
  private boolean json;

  @Mixin private DatabaseOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ResidentList read = read();
    boolean fit = read.faults().isEmpty() && !read.households().isEmpty();
    Optional<Residents.Taken> taken =
        fit && !dryRun ? Optional.of(replace(read)) : Optional.empty();
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(read, taken) : text(read, taken));
    out.flush();
    return fit ? 0 : REFUSED;
  }

  private ResidentList read() {
    try {
      return ResidentListReader.read(new GivenFile(file).packed());
    } catch (UnreadableFileException e) {
      throw new Fault(file + ": not read: " + e.getMessage(), e);
    }
  }

  private Residents.Taken replace(ResidentList read) {
    try (OpenDatabase open = OpenDatabase.of(options)) {
      open.database().migrate();
      return Residents.ofKnownMunicipality(open.database())
          .orElseThrow(
              () -> new Fault("no districts are on file yet: start the hub once with ./noroshi up"))
          .replace(read.households().stream());
    }
  }

  private String json(ResidentList read, Optional<Residents.Taken> taken) {
    ObjectNode said =
        Json.mapper()
            .createObjectNode()
            .put("file", file.toString())
            .put("encoding", read.encoding().name())
            .put("rows", read.rows())
            .put("replaced", taken.isPresent())
            .put(
                "households",
                taken.map(Residents.Taken::households).orElse((long) read.households().size()))
            .put("residents", taken.map(Residents.Taken::residents).orElse(read.residents()));
    taken.ifPresent(each -> said.put("outside", each.outside()));
    ArrayNode faults = said.putArray("faults");
    read.faults()
        .forEach(
            fault ->
                faults.addObject().put("row", fault.row()).put("reason", fault.reason().name()));
    return said.toString();
  }

  private String text(ResidentList read, Optional<Residents.Taken> taken) {
    String head =
        "%s: %s, %,d rows, %,d households, %,d residents%n"
            .formatted(
                file, read.encoding(), read.rows(), read.households().size(), read.residents());
    String faults =
        read.faults().stream()
            .map(fault -> "%7d  ! %s%n".formatted(fault.row(), fault.reason()))
            .collect(Collectors.joining());
    return head + faults + outcome(read, taken);
  }

  private String outcome(ResidentList read, Optional<Residents.Taken> taken) {
    if (taken.isPresent()) {
      return "Replaced: %,d households, %,d residents; %,d households live in no district and were left out."
          .formatted(taken.get().households(), taken.get().residents(), taken.get().outside());
    }
    return read.faults().isEmpty() && !read.households().isEmpty()
        ? "Nothing was replaced: it was only read."
        : "Nothing was replaced: correct these rows and bring the list again.";
  }
}

package jp.noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code ./noroshi bench}: measures and writes {@code docs/benchmarks.md}. */
@CommandLine.Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the hub beside its references and writes docs/benchmarks.md.",
    subcommands = {Simulator.class, EventServer.class, EventClients.class})
public final class BenchMain implements Callable<Integer> {

  private static final double GIB_IN_KIB = 1024.0 * 1024;

  /** What can be measured. */
  enum Subject {
    line,
    fcm,
    sse,
    intake,
    gis,
    checkin,
    all
  }

  @CommandLine.Parameters(
      arity = "0..1",
      defaultValue = "all",
      description = "What to measure: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Subject subject;

  @CommandLine.Option(
      names = "--quick",
      description = "A tenth of the size and few rounds, to see that everything runs")
  private boolean quick;

  @CommandLine.Option(
      names = "--output",
      description = "Where to write the report; only a full run writes docs/benchmarks.md itself")
  private Path output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("noroshi.root", "."));
    String background = Machine.describeBackground();
    say("before the run: " + background);
    try (BenchBed bed = new BenchBed(root, quick, this::say)) {
      String report = Report.write(Machine.describe(bed.hub()), background, measure(bed), memory());
      say(report);
      Path file = output == null ? defaultOutput(root) : output;
      Files.writeString(file, report);
      say("written to " + file);
    }
    return 0;
  }

  /** A partial or hurried run must not replace the figures of a full one. */
  private Path defaultOutput(Path root) throws IOException {
    if (subject == Subject.all && !quick) {
      return root.resolve("docs/benchmarks.md");
    }
    return Files.createDirectories(root.resolve("bench/target")).resolve("benchmarks.md");
  }

  private List<Section> measure(BenchBed bed) throws IOException, InterruptedException {
    List<Section> sections = new ArrayList<>();
    if (wants(Subject.line)) {
      sections.addAll(new LineBench(bed).run());
    }
    if (wants(Subject.fcm)) {
      sections.addAll(new FcmBench(bed).run());
    }
    if (wants(Subject.sse)) {
      sections.addAll(new SseBench(bed).run());
    }
    if (wants(Subject.intake)) {
      sections.addAll(new IntakeBench(bed).run());
    }
    if (wants(Subject.gis)) {
      sections.addAll(new GisBench(bed).run());
    }
    if (wants(Subject.checkin)) {
      sections.addAll(new CheckinBench(bed).run());
    }
    return sections;
  }

  private boolean wants(Subject one) {
    return subject == Subject.all || subject == one;
  }

  private static Goal memory() {
    return Goal.atMost(
        "most memory of the process that is the hub, GiB",
        ProcessTree.self().peakKib() / GIB_IN_KIB,
        1,
        "the bare loops ran in the same process");
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}

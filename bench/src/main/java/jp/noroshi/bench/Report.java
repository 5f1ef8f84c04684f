package jp.noroshi.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as Markdown. */
final class Report {

  private final StringBuilder text = new StringBuilder();

  private Report() {}

  /**
   * Writes it.
   *
   * @param machine what it ran on
   * @param background what the machine did without us at the start
   * @param sections what was compared
   * @param memory of the process that is the hub
   */
  static String write(
      List<String> machine, String background, List<Section> sections, Goal memory) {
    Report report = new Report();
    report.introduce(machine, background);
    report.summarise(
        Stream.concat(
                sections.stream().flatMap(s -> s.goals().stream().map(g -> new Line(s.title(), g))),
                Stream.of(new Line("The whole run", memory)))
            .toList());
    sections.forEach(report::add);
    return report.text.toString();
  }

  private record Line(String title, Goal goal) {}

  private void introduce(List<String> machine, String background) {
    text.append(
        """
        # Benchmarks

        Written by `./noroshi bench`. Absolute figures drift with the machine; the ratios are what to
        look at. Both sides of a comparison run in turns within one run, on the same simulators, with
        the same bytes and encryption. Noroshi's side includes what makes it durable (every commit on
        disk); the references keep nothing. Simulators, clients and peers run in processes of their
        own, read every body, and a round in which anything was lost or came twice ends the run.
        Processes are not pinned to cores; all of them share the machine. Cold figures are those of
        programs that have just started and have nothing compiled yet: a hub's first alert after a start.

        """);
    machine.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append("- Before the run: ").append(background).append("\n\n");
  }

  private void summarise(List<Line> lines) {
    text.append("## Goals\n\n| Comparison | Figure | Measured | Goal | |\n|---|---|--:|--:|---|\n");
    for (Line line : lines) {
      Goal goal = line.goal();
      text.append(
          "| %s | %s | %s | %s %s | %s |%n"
              .formatted(
                  line.title(),
                  goal.what(),
                  number(goal.measured()),
                  goal.atLeast() ? "≥" : "≤",
                  number(goal.limit()),
                  goal.isMet() ? "met" : "**missed**"));
    }
    String missed =
        lines.stream()
            .filter(line -> !line.goal().isMet())
            .map(
                line ->
                    "- %s, %s: %s.%n"
                        .formatted(line.title(), line.goal().what(), line.goal().ifMissed()))
            .collect(Collectors.joining());
    text.append(missed.isEmpty() ? "\nNothing falls short.\n" : "\nWhat falls short:\n\n" + missed);
  }

  private void add(Section section) {
    text.append("\n## ").append(section.title()).append("\n\n");
    text.append(section.text()).append("\n\n");
    table(section);
    ratios(section.measurements());
    section.notes().forEach(note -> text.append("- ").append(note).append('\n'));
  }

  private void table(Section section) {
    Measurement first = section.measurements().getFirst();
    text.append(
        """
        %d rounds each, after %d to warm up. Times in milliseconds.

        | | Cold first | Warm-up | Median | Min | Max | %s/s | CPU | CPU of the other end |
        |---|--:|---|--:|--:|--:|--:|--:|--:|
        """
            .formatted(first.rounds().size(), first.warmUp().size(), section.unit()));
    for (Measurement each : section.measurements()) {
      Spread millis = each.millis();
      text.append(
          "| %s | %s | %s | %s | %s | %s | %,.0f | %s | %s |%n"
              .formatted(
                  each.contender(),
                  number(each.cold()),
                  each.warmUp().stream()
                      .skip(1)
                      .map(sample -> number(sample.millis()))
                      .collect(Collectors.joining(", ")),
                  number(millis.median()),
                  number(millis.min()),
                  number(millis.max()),
                  section.perRound() / millis.median() * 1_000,
                  number(each.ownCpu()),
                  number(each.otherCpu())));
    }
    text.append('\n');
  }

  private void ratios(List<Measurement> measurements) {
    Measurement ours = measurements.getFirst();
    for (Measurement reference : measurements.subList(1, measurements.size())) {
      Spread speed = ours.speedBeside(reference);
      text.append(
          "- **%.2f** times the speed of %s (%.2f to %.2f, round by round).%n"
              .formatted(speed.median(), reference.contender(), speed.min(), speed.max()));
    }
  }

  private static String number(double value) {
    return value < 10 ? "%.2f".formatted(value) : "%,.0f".formatted(value);
  }
}

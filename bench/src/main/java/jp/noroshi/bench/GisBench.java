package jp.noroshi.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.gis.population.Residents;

/** The map: who is inside, ways, tiles, lists and plans, for two sizes of municipality. */
final class GisBench {

  private static final GisBed.Scale SMALL = new GisBed.Scale(80_000, 3_000, 80);
  private static final GisBed.Scale LARGE = new GisBed.Scale(800_000, 30_000, 800);

  private final BenchBed bed;

  GisBench(BenchBed bed) {
    this.bed = bed;
  }

  /**
   * What is asked.
   *
   * @param title of the section
   * @param text what exactly, for a reader who wants to judge it
   * @param unit what a round consists of
   * @param perRound how many of them
   * @param limit milliseconds it should take at most, the middle of all rounds
   * @param work asks it once
   */
  record Question(
      String title, String text, String unit, int perRound, double limit, Contender.Work work) {}

  List<Section> run() throws IOException, InterruptedException {
    GisBed municipality = new GisBed(bed);
    Measured small = measure(municipality, scaled(SMALL));
    Map<String, Measurement> large = measure(municipality, scaled(LARGE)).measurements();
    return small.questions().stream()
        .map(
            question ->
                section(
                    question,
                    Stream.of(large, small.measurements())
                        .flatMap(all -> Optional.ofNullable(all.get(question.title())).stream())
                        .toList()))
        .toList();
  }

  /** Everything that was asked of one size, and what was measured. */
  private record Measured(List<Question> questions, Map<String, Measurement> measurements) {}

  private Measured measure(GisBed municipality, GisBed.Scale scale)
      throws IOException, InterruptedException {
    bed.log("gis: %,d households are made".formatted(scale.households()));
    Residents.Taken taken = municipality.fill(scale);
    String who = "%,d residents, %,d sites".formatted(taken.residents(), scale.sites());
    try (GisQuestions questions = new GisQuestions(bed, municipality, taken)) {
      Map<String, Measurement> measurements = new LinkedHashMap<>();
      List<Question> all = questions.all();
      for (Question question : all) {
        bed.log("gis: " + question.title() + ", " + who);
        Contender contender =
            new Contender(who, question.work(), () -> {}, bed.hubProcesses(), List.of());
        measurements.put(question.title(), bed.rounds(2, 5).run(List.of(contender)).getFirst());
      }
      return new Measured(all, measurements);
    }
  }

  private GisBed.Scale scaled(GisBed.Scale full) {
    return new GisBed.Scale(
        bed.size(full.households()), bed.size(full.plans()), bed.size(full.sites()));
  }

  private static Section section(Question question, List<Measurement> all) {
    Measurement large = all.getFirst();
    return new Section(
        question.title(),
        question.text(),
        question.unit(),
        question.perRound(),
        all,
        growth(all),
        List.of(
            Goal.atMost(
                "milliseconds, " + large.contender(),
                large.millis().median(),
                question.limit(),
                "see its section")));
  }

  private static List<String> growth(List<Measurement> all) {
    return all.size() == 1
        ? List.of()
        : List.of(
            "Ten times as much of everything takes %.1f times as long."
                .formatted(all.getFirst().millis().median() / all.getLast().millis().median()));
  }
}

package jp.noroshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.noroshi.gis.population.Residents;

/** The map: who is inside, ways, tiles, lists and plans, for two sizes of municipality. */
final class GisBench {

  private static final GisBed.Scale SMALL = new GisBed.Scale(68_000, 3_000, 80);
  private static final GisBed.Scale LARGE = new GisBed.Scale(680_000, 30_000, 800);

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
    Map<String, Measurement> small = measure(municipality, scaled(SMALL)).measurements();
    Measured large = measure(municipality, scaled(LARGE));
    List<Section> sections = new ArrayList<>();
    for (Question question : large.questions()) {
      sections.add(
          section(
              question,
              List.of(large.measurements().get(question.title()), small.get(question.title()))));
    }
    return sections;
  }

  /** Everything that was asked of one size, and what was measured. */
  private record Measured(List<Question> questions, Map<String, Measurement> measurements) {}

  private Measured measure(GisBed municipality, GisBed.Scale scale)
      throws IOException, InterruptedException {
    bed.log("gis: %,d households are made".formatted(scale.households()));
    Residents.Taken taken = municipality.fill(scale);
    String who = "%,d residents, %,d sites".formatted(taken.residents(), scale.sites());
    try (GisQuestions questions = new GisQuestions(bed, municipality, taken.residents())) {
      Map<String, Measurement> measurements = new LinkedHashMap<>();
      List<Question> all = questions.all();
      for (Question question : all) {
        bed.log("gis: " + question.title() + ", " + who);
        Contender contender =
            new Contender(who, question.work(), () -> {}, bed.hubProcesses(), List.of());
        measurements.put(question.title(), bed.rounds(3, 9).run(List.of(contender)).getFirst());
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
        List.of(
            "Ten times as much of everything takes %.1f times as long."
                .formatted(large.millis().median() / all.getLast().millis().median())),
        List.of(
            Goal.atMost(
                "milliseconds, " + large.contender(),
                large.millis().median(),
                question.limit(),
                "see its section")));
  }
}

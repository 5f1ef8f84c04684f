package jp.noroshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All rounds of one contender.
 *
 * @param contender its name
 * @param warmUp the rounds before, the first of them cold
 * @param rounds the rounds that count
 */
record Measurement(String contender, List<Sample> warmUp, List<Sample> rounds) {

  Measurement {
    warmUp = List.copyOf(warmUp);
    rounds = List.copyOf(rounds);
  }

  /** Returns the very first round, with nothing loaded and nothing compiled. */
  double cold() {
    return warmUp.getFirst().millis();
  }

  Spread millis() {
    return spread(Sample::millis);
  }

  Spread detail(String name) {
    return spread(sample -> sample.details().get(name));
  }

  /** Returns the mean processor time of a round: the kernel counts in steps of 10 ms. */
  double ownCpu() {
    return rounds.stream().mapToDouble(Sample::ownCpu).average().orElseThrow();
  }

  double otherCpu() {
    return rounds.stream().mapToDouble(Sample::otherCpu).average().orElseThrow();
  }

  /** Returns how fast this was as a multiple of a reference, round by round: above 1 is faster. */
  Spread speedBeside(Measurement reference) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(reference.rounds.get(i).millis() / rounds.get(i).millis());
    }
    return Spread.of(ratios);
  }

  private Spread spread(ToDoubleFunction<Sample> figure) {
    return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
  }
}

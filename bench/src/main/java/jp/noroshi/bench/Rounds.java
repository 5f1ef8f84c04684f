package jp.noroshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs contenders in turns, so that whatever else the machine does strikes all of them alike.
 *
 * @param warmUp rounds that do not count
 * @param counted rounds that count
 */
record Rounds(int warmUp, int counted) {

  /** Lets everybody work once per round; who begins changes from round to round. */
  List<Measurement> run(List<Contender> contenders) throws IOException, InterruptedException {
    List<List<Sample>> samples = new ArrayList<>();
    contenders.forEach(contender -> samples.add(new ArrayList<>()));
    for (int round = 0; round < warmUp + counted; round++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, contenders.size()).boxed().toList());
      Collections.rotate(order, -round);
      for (int turn : order) {
        samples.get(turn).add(once(contenders.get(turn)));
      }
    }
    return IntStream.range(0, contenders.size())
        .mapToObj(i -> measurement(contenders.get(i), samples.get(i)))
        .toList();
  }

  private Measurement measurement(Contender contender, List<Sample> samples) {
    return new Measurement(
        contender.name(), samples.subList(0, warmUp), samples.subList(warmUp, samples.size()));
  }

  private static Sample once(Contender contender) throws IOException, InterruptedException {
    double own = cpu(contender.processes());
    double other = cpu(contender.others());
    Contender.Result result = contender.work().run();
    Sample sample =
        new Sample(
            result.millis(),
            cpu(contender.processes()) - own,
            cpu(contender.others()) - other,
            result.details());
    contender.check().afterRound();
    return sample;
  }

  private static double cpu(List<ProcessTree> processes) {
    return processes.stream().mapToDouble(ProcessTree::cpuMillis).sum();
  }
}

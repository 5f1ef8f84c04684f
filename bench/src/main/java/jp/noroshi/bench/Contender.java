package jp.noroshi.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One side of a comparison.
 *
 * @param name what it is, for the report
 * @param work does the work once
 * @param check makes sure after each round that the work was done, completely and once
 * @param processes those whose processor time is its own
 * @param others those at the other end: the simulator, the clients
 */
record Contender(
    String name, Work work, Check check, List<ProcessTree> processes, List<ProcessTree> others) {

  Contender {
    processes = List.copyOf(processes);
    others = List.copyOf(others);
  }

  /** Does the work. */
  interface Work {
    Result run() throws IOException, InterruptedException;
  }

  /** Looks after it. */
  interface Check {
    /**
     * Checks the round that just ended and clears up.
     *
     * @throws IllegalStateException when something was lost or came twice: a fast loss is no result
     */
    void afterRound() throws IOException;
  }

  /** How long it took, and further figures by name; milliseconds. */
  record Result(double millis, Map<String, Double> details) {
    Result {
      details = Map.copyOf(details);
    }

    static Result of(double millis) {
      return new Result(millis, Map.of());
    }

    static Result since(long beganNanos) {
      return of((System.nanoTime() - beganNanos) / 1e6);
    }
  }
}

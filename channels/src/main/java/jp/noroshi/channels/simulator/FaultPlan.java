package jp.noroshi.channels.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The standing fault orders of one simulated provider. Its chance is seeded, so a run that failed
 * can be run again. Thread-safe.
 */
public final class FaultPlan {

  private final RandomGenerator random;
  private final List<Standing> orders = new ArrayList<>();
  private Duration latency = Duration.ZERO;

  /** A plan without faults whose chance follows the seed. */
  public FaultPlan(long seed) {
    this.random = new Random(seed);
  }

  /** Adds an order; older orders are asked first. */
  public synchronized void order(Fault fault) {
    orders.add(new Standing(fault));
  }

  /** Withdraws all orders and the latency. */
  public synchronized void clear() {
    orders.clear();
    latency = Duration.ZERO;
  }

  /** Makes every answer take at least this long, as a distant provider does. */
  public synchronized void latency(Duration time) {
    latency = time;
  }

  /** Returns the latency of every answer. */
  public synchronized Duration latency() {
    return latency;
  }

  /** Lists the orders not yet used up, with the times they have left. */
  public synchronized List<Fault> listStanding() {
    return orders.stream().map(Standing::left).toList();
  }

  /** Decides about the next request: the first order that strikes, if any. */
  public synchronized Optional<Fault> next() {
    for (Standing order : orders) {
      if (order.fault.probability() >= 1 || random.nextDouble() < order.fault.probability()) {
        order.left--;
        orders.removeIf(standing -> standing.left == 0);
        return Optional.of(order.fault);
      }
    }
    return Optional.empty();
  }

  private static final class Standing {
    private final Fault fault;
    private long left;

    Standing(Fault fault) {
      this.fault = fault;
      this.left = fault.times();
    }

    Fault left() {
      return fault.times(left);
    }
  }
}

package jp.noroshi.bench;

import java.util.Map;

/**
 * What one round took.
 *
 * @param millis from the beginning to the last result
 * @param ownCpu processor time of the side measured, milliseconds, its database included
 * @param otherCpu processor time of whoever stands at the other end, milliseconds
 * @param details further figures by name, milliseconds
 */
record Sample(double millis, double ownCpu, double otherCpu, Map<String, Double> details) {

  Sample {
    details = Map.copyOf(details);
  }
}

package jp.noroshi.bench;

import java.util.List;

/**
 * One comparison in the report.
 *
 * @param title what was compared
 * @param text how, for a reader who wants to judge it
 * @param unit what a round consists of, in the plural
 * @param perRound how many of them
 * @param measurements ours first, then its references
 * @param notes further figures and what was left out, a sentence each
 * @param goals what should be
 */
record Section(
    String title,
    String text,
    String unit,
    int perRound,
    List<Measurement> measurements,
    List<String> notes,
    List<Goal> goals) {

  Section {
    measurements = List.copyOf(measurements);
    notes = List.copyOf(notes);
    goals = List.copyOf(goals);
  }
}

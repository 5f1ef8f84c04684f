package jp.noroshi.shelters.lalert;

import java.util.ArrayList;
import java.util.List;

/**
 * A stand-in for L-Alert's node, for drills and tests; takes every report unless told otherwise.
 */
public final class SimulatedLAlert implements LAlert {

  private final List<SheltersReport> taken = new ArrayList<>();
  private boolean away;
  private String refusal = "";

  @Override
  public synchronized Answer submit(SheltersReport report) {
    if (away) {
      return new Answer.Unavailable();
    }
    if (!refusal.isEmpty()) {
      return new Answer.Refused(refusal);
    }
    boolean known =
        taken.stream()
            .anyMatch(
                each ->
                    each.document().equals(report.document())
                        && each.revision() == report.revision());
    if (!known) {
      taken.add(report);
    }
    return new Answer.Taken("SIM-" + report.revision());
  }

  /** Answers nothing from now on, or again. */
  public synchronized void beAway(boolean gone) {
    away = gone;
  }

  /** Refuses from now on for this reason; for none it takes again. */
  public synchronized void refuse(String reason) {
    refusal = reason;
  }

  /** Lists what it took, in its order. */
  public synchronized List<SheltersReport> taken() {
    return List.copyOf(taken);
  }
}

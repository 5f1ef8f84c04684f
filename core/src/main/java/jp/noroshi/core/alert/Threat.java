package jp.noroshi.core.alert;

/**
 * How a CAP sender rates what it warns of. The constants of each scale run from the least to the
 * worst, {@code Unknown} lowest: a value that is stated always outweighs one that is not.
 */
public record Threat(Urgency urgency, Severity severity, Certainty certainty) {

  /** How soon to act. */
  public enum Urgency {
    /** Not known. */
    UNKNOWN,
    /** No longer required. */
    PAST,
    /** In the near future. */
    FUTURE,
    /** Within the next hour. */
    EXPECTED,
    /** Now. */
    IMMEDIATE
  }

  /** How bad for life and property. */
  public enum Severity {
    /** Not known. */
    UNKNOWN,
    /** Little or none. */
    MINOR,
    /** Possible. */
    MODERATE,
    /** Significant. */
    SEVERE,
    /** Extraordinary. */
    EXTREME
  }

  /** How sure. */
  public enum Certainty {
    /** Not known. */
    UNKNOWN,
    /** About 0. */
    UNLIKELY,
    /** Up to one half. */
    POSSIBLE,
    /** More than one half. */
    LIKELY,
    /** Has occurred or is ongoing. */
    OBSERVED
  }

  /** Returns the worse of both in each scale. */
  public Threat worst(Threat other) {
    return new Threat(
        urgency.compareTo(other.urgency) >= 0 ? urgency : other.urgency,
        severity.compareTo(other.severity) >= 0 ? severity : other.severity,
        certainty.compareTo(other.certainty) >= 0 ? certainty : other.certainty);
  }
}

package jp.noroshi.channels.radio;

/** Where a job is: accepted → queued → on air → completed, or one of the other ends. */
public enum JobState {
  /** The console has it. */
  ACCEPTED,
  /** It waits for the air. */
  QUEUED,
  /** It is being heard. */
  ON_AIR,
  /** It was heard to its end. */
  COMPLETED,
  /** A job of higher priority took the air; it is not resumed by itself. */
  PREEMPTED,
  /** Somebody took it back or stopped it. */
  CANCELLED,
  /** The equipment failed. */
  FAILED,
  /** Its time was over before it got the air. */
  EXPIRED,
  /** The console itself cannot tell. */
  UNKNOWN;

  /** Tells whether nothing more will happen to the job. */
  public boolean isFinal() {
    return switch (this) {
      case ACCEPTED, QUEUED, ON_AIR -> false;
      case COMPLETED, PREEMPTED, CANCELLED, FAILED, EXPIRED, UNKNOWN -> true;
    };
  }
}

package jp.noroshi.core.intake;

import io.vertx.core.Future;

/**
 * A way in. A source fetches or receives bytes and hands each message over once it is complete; it
 * may forget the message only after the intake answered (accepted means committed).
 */
public interface AlertSource {

  /** Returns the name staff see and the chronology records. */
  String name();

  /**
   * Starts handing over.
   *
   * @param intake blocking; called on virtual threads
   * @return completes when the source is running
   */
  Future<Void> start(Intake intake);

  /** Stops taking in; completes when no message is in flight. */
  Future<Void> stop();

  /** Returns how the source is now: "no alerts" and "the feed is dead" must look different. */
  SourceHealth health();

  /** Where messages go. */
  @FunctionalInterface
  interface Intake {
    /** Takes a message in; returns after the commit. */
    IntakeReceipt take(IncomingMessage message);
  }
}

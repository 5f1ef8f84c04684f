package jp.noroshi.channels.voice;

/**
 * Finds the number behind an address at the moment of the call, so that it lies neither in the
 * outbox nor in the ledger. Thread-safe, may block.
 */
@FunctionalInterface
public interface Callees {

  /** Who is to be called. */
  sealed interface Callee {
    /**
     * Under this number.
     *
     * @param number E.164
     */
    record At(String number) implements Callee {
      /** Hides the number: it is personal data. */
      @Override
      public String toString() {
        return "At[…]";
      }
    }

    /** There is no number (any more), or none that can be called. */
    record Nowhere() implements Callee {}

    /** The number may not be looked at now: its store is locked, or nothing allows it any more. */
    record Closed() implements Callee {}
  }

  /** Finds the number. */
  Callee find(String address);
}

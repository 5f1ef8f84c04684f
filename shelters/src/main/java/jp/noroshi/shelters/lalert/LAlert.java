package jp.noroshi.shelters.lalert;

/** The way to L-Alert's node: the whole contract between the hub and it. Thread-safe, blocking. */
public interface LAlert {

  /**
   * Hands a report over. The same document and revision is the same report: handing it over again
   * changes nothing and gets the same answer.
   */
  Answer submit(SheltersReport report);

  /** What the node answered. */
  sealed interface Answer {

    /**
     * Taken; it goes to the newsrooms.
     *
     * @param receipt the node's own number
     */
    record Taken(String receipt) implements Answer {}

    /**
     * Refused for good: a person has to look.
     *
     * @param reason in the node's words
     */
    record Refused(String reason) implements Answer {}

    /** No usable answer; to be handed over again. */
    record Unavailable() implements Answer {}
  }
}

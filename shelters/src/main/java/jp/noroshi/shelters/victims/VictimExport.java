package jp.noroshi.shelters.victims;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was handed over. Nobody is in it.
 *
 * @param number on paper, 1, 2, …
 * @param body which office or body got it
 * @param purpose what for, in words
 * @param named whether names are in it
 * @param leftOut people under protection who are not in it
 * @param fetched how often the file was fetched
 * @param recalledAt when it was called back; it cannot be fetched any more
 */
public record VictimExport(
    UUID id,
    int number,
    Recipient recipient,
    String body,
    String purpose,
    boolean named,
    int people,
    int households,
    int leftOut,
    Instant madeAt,
    String madeBy,
    int fetched,
    Optional<Instant> recalledAt) {

  /** What somebody wants to hand over. */
  public record Wish(Recipient recipient, String body, String purpose, boolean named) {}

  /** The file. */
  public record Copy(String name, String text) {
    @Override
    public String toString() {
      return "Copy[" + name + "]";
    }
  }
}

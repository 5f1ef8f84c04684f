package jp.noroshi.shelters.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asked after somebody. Nothing personal is in it.
 *
 * @param number on paper, 1, 2, …
 * @param answer empty while it waits
 */
public record Inquiry(
    UUID id,
    int number,
    Instant takenAt,
    String takenBy,
    Relation relation,
    Proof proof,
    Optional<Answered> answer) {

  /** That it was answered, and how much. */
  public record Answered(Instant at, String by, Scope scope) {}

  /**
   * What was asked. Personal as a whole.
   *
   * @param asker name of who asks, or of the body and its officer
   * @param askerAddress where they live
   * @param askerContact where they can be reached
   * @param name of the one they ask after, in characters
   * @param kana how it is read
   * @param address where the one they ask after lives
   * @param reason why they ask
   */
  public record Content(
      String asker,
      String askerAddress,
      String askerContact,
      String name,
      String kana,
      Optional<LocalDate> birth,
      String address,
      String reason) {

    /** Hides everything: it is personal data. */
    @Override
    public String toString() {
      return "Content[…]";
    }
  }
}

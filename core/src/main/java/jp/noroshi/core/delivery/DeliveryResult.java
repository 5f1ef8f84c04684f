package jp.noroshi.core.delivery;

import java.util.List;
import java.util.Objects;

/**
 * The medium's answer to one batch, part by part.
 *
 * @param parts disjoint; together they cover the batch. A single part with no addresses covers all
 *     of it
 */
public record DeliveryResult(List<Part> parts) {

  /**
   * One answer and whom it concerns.
   *
   * @param outcome what the medium answered
   * @param recipients whom it concerns; empty = the whole batch
   */
  public record Part(DeliveryOutcome outcome, List<String> recipients) {
    /** Copies the list; refuses null. */
    public Part {
      Objects.requireNonNull(outcome);
      recipients = List.copyOf(recipients);
    }
  }

  /** Copies the list. */
  public DeliveryResult {
    parts = List.copyOf(parts);
  }

  /** One answer for the whole batch. */
  public static DeliveryResult whole(DeliveryOutcome outcome) {
    return new DeliveryResult(List.of(new Part(outcome, List.of())));
  }
}

package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Rendering;

/**
 * One hand-over to one medium.
 *
 * @param id stays the same over all attempts: the provider's retry key (LINE) and job key (radio)
 * @param dispatchId the decision it belongs to
 * @param mode live or drill; a channel built for one mode refuses the other
 * @param rendering what to say
 * @param recipients to whom
 * @param attempt 1, 2, …
 * @param mayHaveBeenHandedOver whether an earlier attempt ended without a recorded answer
 * @param firstAttemptAt no attempt was before this, empty on the first: retry keys have an age
 *     (LINE knows one for 24 hours), and after it a repetition is no longer harmless
 * @param expiresAt after this moment nothing may be handed over
 */
public record DeliveryBatch(
    UUID id,
    UUID dispatchId,
    Mode mode,
    Rendering rendering,
    Recipients recipients,
    int attempt,
    boolean mayHaveBeenHandedOver,
    Optional<Instant> firstAttemptAt,
    Instant expiresAt) {

  /** A batch whose first attempt is too recent to matter. */
  public DeliveryBatch(
      UUID id,
      UUID dispatchId,
      Mode mode,
      Rendering rendering,
      Recipients recipients,
      int attempt,
      boolean mayHaveBeenHandedOver,
      Instant expiresAt) {
    this(
        id,
        dispatchId,
        mode,
        rendering,
        recipients,
        attempt,
        mayHaveBeenHandedOver,
        Optional.empty(),
        expiresAt);
  }

  /** To whom. */
  public sealed interface Recipients {
    /** The medium as a whole: everyone on it (LINE broadcast, the web page, the radio). */
    record Everyone() implements Recipients {}

    /** These addresses. */
    record Addresses(List<String> addresses) implements Recipients {
      /** Copies the list. */
      public Addresses {
        addresses = List.copyOf(addresses);
      }
    }
  }
}

package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What a medium really answered. "Sent" is never what we did: it is what came back.
 *
 * <p>A refusal is a value; only a broken program throws.
 */
public sealed interface DeliveryOutcome {

  /**
   * The provider has it. A person may not have read it.
   *
   * @param reference the provider's own id of what it took, if it gave one
   */
  record Accepted(Optional<String> reference) implements DeliveryOutcome {}

  /**
   * Not now; nothing reached anybody, or the retry key makes the repetition harmless.
   *
   * @param notBefore the provider's Retry-After or our own back-off
   * @param reason why
   */
  record RetryLater(Instant notBefore, DeliveryReason reason) implements DeliveryOutcome {}

  /** For good: repeating would not help. */
  record Refused(DeliveryReason reason) implements DeliveryOutcome {}

  /** These recipients are no longer on the medium; they are forgotten if still the ones on file. */
  record RecipientGone(DeliveryReason reason) implements DeliveryOutcome {}

  /** Nobody can tell whether it went out. Never repeated by guess where a siren is in it. */
  record Unknown(DeliveryReason reason) implements DeliveryOutcome {}
}

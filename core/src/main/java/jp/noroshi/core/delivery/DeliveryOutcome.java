package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.Objects;
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
  record Accepted(Optional<String> reference) implements DeliveryOutcome {
    /** Refuses null. */
    public Accepted {
      Objects.requireNonNull(reference);
    }
  }

  /**
   * Not now; nothing reached anybody, or the retry key makes the repetition harmless.
   *
   * @param notBefore the provider's Retry-After; where it names none, the present moment: then the
   *     hub's own back-off counts
   * @param reason why
   */
  record RetryLater(Instant notBefore, DeliveryReason reason) implements DeliveryOutcome {
    /** Refuses null. */
    public RetryLater {
      Objects.requireNonNull(notBefore);
      Objects.requireNonNull(reason);
    }
  }

  /** For good: repeating would not help. */
  record Refused(DeliveryReason reason) implements DeliveryOutcome {
    /** Refuses null. */
    public Refused {
      Objects.requireNonNull(reason);
    }
  }

  /** These recipients are no longer on the medium; they are forgotten if still the ones on file. */
  record RecipientGone(DeliveryReason reason) implements DeliveryOutcome {
    /** Refuses null. */
    public RecipientGone {
      Objects.requireNonNull(reason);
    }
  }

  /** Nobody can tell whether it went out. Never repeated by guess where a siren is in it. */
  record Unknown(DeliveryReason reason) implements DeliveryOutcome {
    /** Refuses null. */
    public Unknown {
      Objects.requireNonNull(reason);
    }
  }
}

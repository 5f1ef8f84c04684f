package jp.noroshi.shelters.talk;

import java.util.Optional;
import java.util.UUID;

/**
 * A question asked by telephone.
 *
 * @param attempt 1, 2, …
 */
record PhoneCall(Callee callee, Matter matter, String language, int attempt) {

  /** What a call is about. */
  sealed interface Matter {
    /**
     * One person's case.
     *
     * @param task the supporter's; empty = the person was asked
     */
    record OfCase(UUID caseId, Optional<UUID> task) implements Matter {}

    /** How far the callee, a facility, is in a response. */
    record OfFacility(UUID response) implements Matter {}
  }

  /** Returns the next attempt. */
  PhoneCall next() {
    return new PhoneCall(callee, matter, language, attempt + 1);
  }

  ContactKind who() {
    return callee.kind();
  }
}

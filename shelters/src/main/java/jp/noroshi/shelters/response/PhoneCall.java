package jp.noroshi.shelters.response;

import java.util.Optional;
import java.util.UUID;

/**
 * A question asked by telephone.
 *
 * @param callee whom it was for: the reference of a {@link Callee}
 * @param task the supporter's; empty = the person was asked
 * @param attempt 1, 2, …
 */
record PhoneCall(String callee, UUID caseId, Optional<UUID> task, String language, int attempt) {

  /** Returns the next attempt. */
  PhoneCall next() {
    return new PhoneCall(callee, caseId, task, language, attempt + 1);
  }

  ContactKind who() {
    return task.isPresent() ? ContactKind.SUPPORTER : ContactKind.PERSON;
  }
}

package jp.noroshi.core.intake;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What follows when an alert has been taken in. Implemented by the dispatch. Thread-safe, blocking.
 */
@FunctionalInterface
public interface AlertFollowUp {

  /**
   * Makes what the decision asks for. Called for every alert that concerns the municipality and is
   * the latest of its stream, also when the decision is to ignore it: drafts of the same thread
   * that still wait may be overtaken by it.
   *
   * @param handle the open transaction that stores the alert: either both are committed or neither
   * @param alert the alert, already stored
   * @param decision what the rules say
   * @return the draft or dispatch that was made; empty also where the rules ask for one but nobody
   *     heard of what is now over
   */
  Optional<UUID> follow(Handle handle, StoredAlert alert, RuleDecision decision);
}

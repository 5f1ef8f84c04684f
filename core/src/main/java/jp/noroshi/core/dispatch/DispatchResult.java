package jp.noroshi.core.dispatch;

import java.util.Optional;

/** What came of a command. A refusal is a value; only a broken program or database throws. */
public sealed interface DispatchResult {

  /** Done and committed. */
  record Done(Dispatch dispatch) implements DispatchResult {}

  /**
   * Refused; nothing changed.
   *
   * @param reason why
   * @param current the dispatch as it is now, so that the reader can look again; empty if there is
   *     none
   */
  record Refused(DispatchRefusal reason, Optional<Dispatch> current) implements DispatchResult {}
}

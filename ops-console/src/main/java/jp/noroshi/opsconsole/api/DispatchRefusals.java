package jp.noroshi.opsconsole.api;

import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchResult;

/** Where a refusal of the dispatch becomes a problem of the client. */
final class DispatchRefusals {

  private DispatchRefusals() {}

  /**
   * Returns what was done.
   *
   * @throws ProblemException when it was refused
   */
  static Dispatch done(DispatchResult result) {
    return switch (result) {
      case DispatchResult.Done done -> done.dispatch();
      case DispatchResult.Refused refused ->
          throw new ProblemException(ProblemKind.of(refused.reason()));
    };
  }
}

package jp.noroshi.opsconsole.api;

/** One operation of the contract. Runs on a virtual thread of its own and may block. */
@FunctionalInterface
interface Operation {
  /**
   * Answers a call.
   *
   * @throws ProblemException when the caller can do something about it
   */
  Answer answer(Call call);
}

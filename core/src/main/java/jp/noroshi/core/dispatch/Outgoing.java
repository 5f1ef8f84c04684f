package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * An approved dispatch on its way through the stages.
 *
 * @param dispatch the dispatch
 * @param at the moment of approval
 * @param reaches whom it reaches on which medium in which language
 * @param messages what each of them is told
 */
record Outgoing(Dispatch dispatch, Instant at, List<Reach> reaches, List<Message> messages) {

  /** The people on a medium who are told in one language; count is those on file. */
  record Reach(Medium medium, String language, boolean whole, int count) {}

  /** What they are told. */
  record Message(Reach reach, Rendering rendering) {}

  static Outgoing approved(Dispatch dispatch, Instant at) {
    return new Outgoing(dispatch, at, List.of(), List.of());
  }

  Outgoing reaching(List<Reach> found) {
    return new Outgoing(dispatch, at, found, messages);
  }

  Outgoing saying(List<Message> rendered) {
    return new Outgoing(dispatch, at, reaches, rendered);
  }
}

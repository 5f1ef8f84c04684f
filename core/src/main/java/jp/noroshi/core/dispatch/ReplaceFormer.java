package jp.noroshi.core.dispatch;

import jp.noroshi.core.delivery.Outbox;
import org.jdbi.v3.core.Handle;

/**
 * Takes back what this dispatch makes wrong: drafts of the same alert that still wait for approval,
 * and of what is corrected whatever has not been handed over yet.
 */
record ReplaceFormer(WaitingDrafts waiting, Outbox outbox) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    Dispatch dispatch = outgoing.dispatch();
    dispatch.corrects().ifPresent(former -> outbox.withdraw(handle, former));
    if (dispatch.alertId().isPresent()) {
      waiting.replace(handle, dispatch.thread(), dispatch.number(), outgoing.at());
    }
    return new Verdict.Pass(outgoing);
  }
}

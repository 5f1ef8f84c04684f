package jp.noroshi.core.dispatch;

import org.jdbi.v3.core.Handle;

/**
 * Stops a dispatch whose thread has gone on: an alert approved after its lift would read as a new
 * alert. Corrections are of their own time, and evacuation orders have their own check.
 */
record DropOutdated(DispatchTable dispatches) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    Dispatch dispatch = outgoing.dispatch();
    boolean overtaken =
        dispatch.alertId().isPresent()
            && dispatches.listApproved(handle, dispatch.thread()).stream()
                .filter(told -> told.corrects().isEmpty())
                .anyMatch(told -> told.number() > dispatch.number());
    return overtaken ? new Verdict.Stop(DispatchRefusal.OUTDATED) : new Verdict.Pass(outgoing);
  }
}

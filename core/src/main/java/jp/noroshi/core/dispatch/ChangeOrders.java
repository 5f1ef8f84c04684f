package jp.noroshi.core.dispatch;

import java.util.Optional;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrders;
import org.jdbi.v3.core.Handle;

/** Puts the change of evacuation orders into effect that the dispatch tells of. */
record ChangeOrders(EvacuationOrders orders) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    Optional<EvacuationChange> change =
        outgoing.dispatch().changeId().map(id -> orders.findChange(handle, id).orElseThrow());
    boolean fits = change.map(each -> orders.takeEffect(handle, each, outgoing.at())).orElse(true);
    return fits ? new Verdict.Pass(outgoing) : new Verdict.Stop(DispatchRefusal.ORDERS_CHANGED);
  }
}

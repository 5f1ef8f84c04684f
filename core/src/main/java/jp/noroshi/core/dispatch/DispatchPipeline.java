package jp.noroshi.core.dispatch;

import java.util.List;
import jp.noroshi.core.dispatch.Stage.Verdict;
import org.jdbi.v3.core.Handle;

/** The rules a dispatch passes on its way out, in this order. Thread-safe. */
record DispatchPipeline(
    DropOutdated dropOutdated,
    DropRepeats dropRepeats,
    ReplaceFormer replaceFormer,
    ChangeOrders changeOrders,
    FindAudience findAudience,
    Render render,
    FanOut fanOut) {

  List<Stage> stages() {
    return List.of(
        dropOutdated, dropRepeats, replaceFormer, changeOrders, findAudience, render, fanOut);
  }

  /** Runs until a stage stops. */
  Verdict run(Handle handle, Outgoing outgoing) {
    Verdict verdict = new Verdict.Pass(outgoing);
    for (Stage stage : stages()) {
      if (verdict instanceof Verdict.Pass(Outgoing passed)) {
        verdict = stage.apply(handle, passed);
      }
    }
    return verdict;
  }
}

package jp.noroshi.core.dispatch;

import java.util.List;
import jp.noroshi.core.dispatch.Stage.Verdict;
import org.jdbi.v3.core.Handle;

/** The rules a dispatch passes on its way out, in this order. Thread-safe. */
final class DispatchPipeline {

  private final List<Stage> stages;

  DispatchPipeline(
      DropOutdated dropOutdated,
      DropRepeats dropRepeats,
      ReplaceFormer replaceFormer,
      ChangeOrders changeOrders,
      FindAudience findAudience,
      Render render,
      FanOut fanOut) {
    this.stages =
        List.of(
            dropOutdated, dropRepeats, replaceFormer, changeOrders, findAudience, render, fanOut);
  }

  List<Stage> stages() {
    return stages;
  }

  Verdict run(Handle handle, Outgoing outgoing) {
    Verdict verdict = new Verdict.Pass(outgoing);
    for (Stage stage : stages) {
      if (verdict instanceof Verdict.Pass(Outgoing passed)) {
        verdict = stage.apply(handle, passed);
      }
    }
    return verdict;
  }
}

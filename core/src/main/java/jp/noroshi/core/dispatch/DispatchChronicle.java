package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import org.jdbi.v3.core.Handle;

/** Writes what happens to dispatches into the chronology, always with the same small facts. */
record DispatchChronicle(Chronology chronology) {

  void note(Handle handle, ChronologyKind kind, String actor, Dispatch dispatch, Instant at) {
    note(handle, kind, actor, dispatch, at, Map.of());
  }

  void note(
      Handle handle,
      ChronologyKind kind,
      String actor,
      Dispatch dispatch,
      Instant at,
      Map<String, Object> more) {
    Map<String, Object> detail = new TreeMap<>(more);
    detail.put("number", dispatch.number());
    detail.put("version", dispatch.version());
    detail.put("title", dispatch.title());
    detail.put("hazard", dispatch.hazard().name());
    detail.put("reason", dispatch.reason().name());
    dispatch.level().ifPresent(level -> detail.put("level", level.number()));
    dispatch.alertId().ifPresent(alert -> detail.put("alert", alert.toString()));
    dispatch.corrects().ifPresent(former -> detail.put("corrects", former.toString()));
    chronology.append(
        handle, new ChronologyEntry(at, dispatch.mode(), kind, actor, dispatch.subject(), detail));
  }
}

package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.util.Map;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import org.jdbi.v3.core.Handle;

/** Writes into the chronology what was done with the register; never about whom. */
record RegisterChronicle(Chronology chronology, Mode mode, InstantSource clock) {

  void note(
      Handle handle,
      ChronologyKind kind,
      String actor,
      String subject,
      Map<String, Object> detail) {
    chronology.append(
        handle, new ChronologyEntry(clock.instant(), mode, kind, actor, subject, detail));
  }
}

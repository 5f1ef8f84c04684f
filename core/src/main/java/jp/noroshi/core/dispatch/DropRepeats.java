package jp.noroshi.core.dispatch;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Stops what was told in the same words to the same people moments ago. */
record DropRepeats(DispatchTable dispatches, Duration limit) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    return dispatches.wasToldWithin(handle, outgoing.dispatch(), limit, outgoing.at())
        ? new Verdict.Stop(DispatchRefusal.REPEATED)
        : new Verdict.Pass(outgoing);
  }
}

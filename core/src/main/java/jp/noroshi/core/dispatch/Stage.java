package jp.noroshi.core.dispatch;

import org.jdbi.v3.core.Handle;

/** One step between approval and outbox: it lets through, adds what it found, or stops. */
interface Stage {

  /** Works within the transaction of the approval; a stop undoes all of it. */
  Verdict apply(Handle handle, Outgoing outgoing);

  /** What a stage says. */
  sealed interface Verdict {
    /** Go on with this. */
    record Pass(Outgoing outgoing) implements Verdict {}

    /** It must not go out. */
    record Stop(DispatchRefusal reason) implements Verdict {}
  }
}

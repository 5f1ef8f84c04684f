package jp.noroshi.core.dispatch;

import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.Outgoing.Message;
import jp.noroshi.core.dispatch.Outgoing.Reach;
import jp.noroshi.core.message.Medium;
import org.jdbi.v3.core.Handle;

/** Puts every delivery into the outbox, reading large audiences as a stream. */
record FanOut(Subscribers subscribers, Outbox outbox, ToIntFunction<Medium> batchSize)
    implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    Dispatch dispatch = outgoing.dispatch();
    DispatchFacts facts =
        new DispatchFacts(
            dispatch.id(),
            dispatch.number(),
            dispatch.mode(),
            dispatch.thread(),
            dispatch.urgent(),
            dispatch.expiresAt());
    outgoing.messages().forEach(message -> enqueue(handle, dispatch, facts, message));
    return new Verdict.Pass(outgoing);
  }

  private void enqueue(Handle handle, Dispatch dispatch, DispatchFacts facts, Message message) {
    Reach reach = message.reach();
    if (reach.whole()) {
      outbox.enqueueEveryone(
          handle, facts, reach.medium(), message.rendering(), Math.max(1, reach.count()));
      return;
    }
    try (Stream<String> addresses =
        subscribers.streamAddresses(
            handle,
            dispatch.audience(),
            reach.medium(),
            reach.language(),
            FindAudience.languages(dispatch, reach.medium()))) {
      outbox.enqueue(
          handle,
          facts,
          reach.medium(),
          message.rendering(),
          addresses,
          batchSize.applyAsInt(reach.medium()));
    }
  }
}

package jp.noroshi.core.dispatch;

import java.util.List;
import jp.noroshi.core.dispatch.Outgoing.Message;
import org.jdbi.v3.core.Handle;

/** Renders what each of them is told, exactly as the preview showed it. */
record Render(DispatchRenderer renderer) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    List<Message> messages =
        outgoing.reaches().stream()
            .map(
                reach ->
                    new Message(
                        reach,
                        renderer.render(
                            outgoing.dispatch(), reach.medium(), reach.language(), outgoing.at())))
            .toList();
    return new Verdict.Pass(outgoing.saying(messages));
  }
}

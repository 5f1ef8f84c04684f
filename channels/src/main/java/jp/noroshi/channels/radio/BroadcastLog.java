package jp.noroshi.channels.radio;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;

/** Writes the end of a broadcast and what the stations answered into the chronology. */
public final class BroadcastLog implements Consumer<Broadcast> {

  private final Chronology chronology;
  private final Clock clock;

  /** Writes there. */
  public BroadcastLog(Chronology chronology, Clock clock) {
    this.chronology = chronology;
    this.clock = clock;
  }

  @Override
  public void accept(Broadcast broadcast) {
    Map<String, Integer> answers = new TreeMap<>();
    broadcast.answers().forEach((state, count) -> answers.put(state.name(), count));
    var _ =
        chronology.append(
            new ChronologyEntry(
                clock.instant(),
                broadcast.mode(),
                ChronologyKind.BROADCAST_ENDED,
                "medium:RADIO",
                "dispatch:" + broadcast.dispatchId(),
                Map.of(
                    "state", broadcast.state().name(),
                    "stations", answers,
                    "awaited", broadcast.awaited())));
  }
}

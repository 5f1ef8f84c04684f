package jp.noroshi.core.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.intake.SourceHealth.State;

/**
 * Keeps the health of one source and writes into the chronology once when it gets into trouble and
 * once when it is well again. Thread-safe; blocking when the state changes.
 */
public final class SourceWatch {
  private final String source;
  private final Mode mode;
  private final Chronology chronology;
  private final InstantSource clock;
  private volatile SourceHealth health;

  /** Watches a source that is well until it says otherwise. */
  public SourceWatch(String source, Mode mode, Chronology chronology, InstantSource clock) {
    this.source = source;
    this.mode = mode;
    this.chronology = chronology;
    this.clock = clock;
    this.health = new SourceHealth(State.WELL, clock.instant(), Optional.empty(), "");
  }

  /** Returns the name of the source. */
  public String source() {
    return source;
  }

  /** Returns how the source is. */
  public SourceHealth health() {
    return health;
  }

  /** Notes that a new message came. */
  public void messageCame() {
    SourceHealth now = health;
    health = new SourceHealth(now.state(), now.asOf(), Optional.of(clock.instant()), now.detail());
  }

  /** Notes that all is well. */
  public void well() {
    become(State.WELL, "");
  }

  /** Notes that the source answers but has not been renewed for too long. */
  public void stale(String detail) {
    become(State.STALE, detail);
  }

  /** Notes that the source cannot be reached or refuses. */
  public void failing(String detail) {
    become(State.FAILING, detail);
  }

  private void become(State state, String detail) {
    SourceHealth before = health;
    Instant now = clock.instant();
    health = new SourceHealth(state, now, before.lastMessage(), detail);
    if (before.state() != state) {
      chronology.append(
          new ChronologyEntry(
              now,
              mode,
              state == State.WELL
                  ? ChronologyKind.SOURCE_RECOVERED
                  : ChronologyKind.SOURCE_TROUBLED,
              "source:" + source,
              "source:" + source,
              Map.of("state", state.name(), "detail", detail)));
    }
  }
}

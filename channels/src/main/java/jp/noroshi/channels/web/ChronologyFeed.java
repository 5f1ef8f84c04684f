package jp.noroshi.channels.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;

/**
 * Makes a stream of the chronology: the number of a line is the id of its event, so every hub gives
 * the same event the same id and a browser may come back to any of them.
 */
public final class ChronologyFeed implements AutoCloseable {

  private final ChronologyTail.Following following;

  private ChronologyFeed(ChronologyTail.Following following) {
    this.following = following;
  }

  /**
   * Fills the stream's history with the latest lines and follows from there. Blocking.
   *
   * @param filter which lines make events
   * @param depth how many lines the history begins with
   * @param toEvent what a line tells the browsers; empty = nothing
   */
  public static ChronologyFeed start(
      EventStream stream,
      ChronologyReader reader,
      ChronologyTail tail,
      ChronologyFilter filter,
      int depth,
      Function<ChronologyLine, Optional<StreamEvent>> toEvent) {
    long last = reader.lastSeq();
    List<ChronologyLine> latest = reader.listBefore(last + 1, depth, filter);
    stream.beginAfter(latest.size() < depth ? 0 : latest.getLast().seq() - 1);
    latest.reversed().forEach(line -> toEvent.apply(line).ifPresent(stream::publish));
    stream.reach(last);
    return new ChronologyFeed(
        tail.follow(
            last,
            line -> {
              if (matches(filter, line)) {
                toEvent.apply(line).ifPresent(stream::publish);
              }
              stream.reach(line.seq());
            }));
  }

  private static boolean matches(ChronologyFilter filter, ChronologyLine line) {
    return filter.mode().map(line.entry().mode()::equals).orElse(true)
        && filter.subject().map(line.entry().subject()::equals).orElse(true)
        && (filter.kinds().isEmpty() || filter.kinds().contains(line.entry().kind()));
  }

  /** Stops following; the stream stays open. */
  @Override
  public void close() {
    following.close();
  }
}

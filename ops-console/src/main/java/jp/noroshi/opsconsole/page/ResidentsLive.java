package jp.noroshi.opsconsole.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.noroshi.channels.web.ChronologyFeed;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.StreamEvent;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.storage.Json;

/** Keeps open pages fresh: a line of public concern makes the page look again and tells readers. */
public final class ResidentsLive implements AutoCloseable {

  private static final int HISTORY = 500;
  private static final Set<ChronologyKind> PUBLIC =
      Set.of(
          ChronologyKind.NOTICE_PUBLISHED,
          ChronologyKind.EVACUATION_ORDER_CHANGED,
          ChronologyKind.ALERT_RECEIVED,
          ChronologyKind.SOURCE_TROUBLED,
          ChronologyKind.SOURCE_RECOVERED);

  private final ChronologyFeed feed;

  private ResidentsLive(ChronologyFeed feed) {
    this.feed = feed;
  }

  /** Starts to follow the chronology of one mode. Blocking. */
  public static ResidentsLive start(
      Mode mode,
      ResidentsPages pages,
      EventStream stream,
      ChronologyReader reader,
      ChronologyTail tail) {
    ChronologyFilter filter = ChronologyFilter.ALL.of(mode).of(PUBLIC);
    return new ResidentsLive(
        ChronologyFeed.start(
            stream,
            reader,
            tail,
            filter,
            HISTORY,
            line -> {
              pages.changed(); // before the readers are told to come and look
              return Optional.of(event(line));
            }));
  }

  /** Tells no more than a reader needs to decide whether to be alarmed. */
  private static StreamEvent event(ChronologyLine line) {
    ChronologyEntry entry = line.entry();
    Map<String, Object> data = new TreeMap<>();
    if (entry.kind() == ChronologyKind.NOTICE_PUBLISHED) {
      data.put("title", entry.detail().getOrDefault("title", ""));
      data.put("level", entry.detail().getOrDefault("level", 0));
    }
    return StreamEvent.of(line.seq(), topic(entry.kind()), "changed", Json.write(data));
  }

  private static String topic(ChronologyKind kind) {
    return switch (kind) {
      case NOTICE_PUBLISHED -> "notice";
      case EVACUATION_ORDER_CHANGED -> "order";
      case ALERT_RECEIVED -> "alert";
      default -> "source";
    };
  }

  /** Stops following; open pages keep what they have. */
  @Override
  public void close() {
    feed.close();
  }
}

package jp.noroshi.core.intake.feed;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * A feed as it was at one moment.
 *
 * @param updated when it was last renewed
 */
record AtomFeed(Instant updated, List<FeedEntry> entries) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /**
   * Reads a feed. An entry without a usable address or time is left out: one bad line must not hide
   * the others.
   *
   * @throws UnreadableException when it is not an Atom feed or does not say when it was renewed
   */
  static AtomFeed read(byte[] bytes) throws UnreadableException {
    try (XmlInput xml = XmlInput.open(bytes)) {
      if (!xml.name().equals("feed") || !xml.namespace().equals(ATOM)) {
        throw breaksTheFormat("Atom フィードではありません。");
      }
      List<FeedEntry> entries = new ArrayList<>();
      Instant[] updated = new Instant[1];
      xml.allChildren(
          name -> {
            switch (name) {
              case "updated" -> updated[0] = time(xml.text());
              case "entry" -> readEntry(xml, entries);
              default -> {}
            }
          });
      xml.finish();
      if (updated[0] == null) {
        throw breaksTheFormat("フィードの更新時刻がありません。");
      }
      return new AtomFeed(updated[0], List.copyOf(entries));
    }
  }

  private static void readEntry(XmlInput xml, List<FeedEntry> entries) throws UnreadableException {
    String[] link = {""};
    Instant[] updated = new Instant[1];
    xml.allChildren(
        name -> {
          switch (name) {
            case "link" -> link[0] = xml.attribute("href");
            case "updated" -> updated[0] = time(xml.text());
            default -> {}
          }
        });
    URI uri = uri(link[0]);
    if (uri != null && updated[0] != null) {
      entries.add(FeedEntry.of(uri, updated[0]));
    }
  }

  private static URI uri(String text) {
    try {
      return text.isEmpty() ? null : URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}

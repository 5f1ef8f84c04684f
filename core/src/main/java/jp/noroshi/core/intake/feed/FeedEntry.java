package jp.noroshi.core.intake.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a feed.
 *
 * @param id the name of the telegram's file ({@code 20260813110100_0_VPWW55_120000.xml}); where the
 *     address ends in no such name, the address itself
 * @param link where it is
 * @param updated the feed's word of when it was made
 */
record FeedEntry(String id, URI link, Instant updated) {
  private static final Pattern NAME =
      Pattern.compile("(\\d{14})_(\\d+)_([A-Z][A-Z0-9]{3,7})_([^/]+)\\.xml");

  /** The order in which they are taken in: two of one second have numbers in their names. */
  static final Comparator<FeedEntry> OLDEST_FIRST =
      Comparator.comparing(FeedEntry::updated).thenComparing(FeedEntry::id);

  static FeedEntry of(URI link, Instant updated) {
    String path = link.getPath() == null ? "" : link.getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new FeedEntry(NAME.matcher(file).matches() ? file : link.toString(), link, updated);
  }

  Optional<String> findType() {
    Matcher matcher = NAME.matcher(id);
    return matcher.matches() ? Optional.of(matcher.group(3)) : Optional.empty();
  }

  /** Returns the last part of the name: the office of weather telegrams. */
  String office() {
    Matcher matcher = NAME.matcher(id);
    return matcher.matches() ? matcher.group(4) : "";
  }
}

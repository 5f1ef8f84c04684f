package jp.noroshi.opsconsole.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.noroshi.channels.web.PublishedNotice;

/**
 * What was published in one dispatch, in all its languages, as CAP tells it.
 *
 * @param languages the notice in each language; never empty
 */
record CapMessage(UUID dispatch, CapFeed.Occasion occasion, List<PublishedNotice> languages) {
  CapMessage {
    languages = List.copyOf(languages);
  }

  Instant sent() {
    return first().publishedAt();
  }

  Instant expires() {
    return first().notice().expiresAt();
  }

  PublishedNotice first() {
    return languages.getFirst();
  }
}

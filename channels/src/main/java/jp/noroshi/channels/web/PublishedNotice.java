package jp.noroshi.channels.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.message.Rendering;

/**
 * A notice as it stands on the residents' page, in one language. Its line in the chronology holds
 * all of it: what was published, word for word, cannot be changed afterwards.
 *
 * @param number its line in the chronology
 * @param publishedAt when
 * @param dispatchId the dispatch it belongs to; the same in every language
 * @param notice its content
 */
public record PublishedNotice(
    long number, Instant publishedAt, UUID dispatchId, Rendering.Web notice) {

  /** Reads a line of kind {@link ChronologyKind#NOTICE_PUBLISHED}. */
  public static PublishedNotice read(ChronologyLine line) {
    Map<String, Object> detail = line.entry().detail();
    Rendering.Web notice =
        new Rendering.Web(
            line.entry().mode(),
            text(detail, "language"),
            Hazard.valueOf(text(detail, "hazard")),
            AlertLevel.find(((Number) detail.getOrDefault("level", 0)).intValue()),
            text(detail, "title"),
            text(detail, "body"),
            areas(detail),
            Instant.parse(text(detail, "expiresAt")));
    return new PublishedNotice(
        line.seq(), line.entry().at(), UUID.fromString(text(detail, "dispatch")), notice);
  }

  static ChronologyEntry entry(DeliveryBatch batch, Rendering.Web notice, Instant at) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("dispatch", batch.dispatchId().toString());
    detail.put("language", notice.language());
    detail.put("hazard", notice.hazard().name());
    Optional<AlertLevel> level = notice.level();
    level.ifPresent(known -> detail.put("level", known.number()));
    detail.put("title", notice.title());
    detail.put("body", notice.body());
    detail.put("areas", notice.areas());
    detail.put("expiresAt", notice.expiresAt().toString());
    Mode mode = batch.mode();
    return new ChronologyEntry(
        at, mode, ChronologyKind.NOTICE_PUBLISHED, "hub", "notice:" + batch.id(), detail);
  }

  private static String text(Map<String, Object> detail, String name) {
    return String.valueOf(detail.get(name));
  }

  private static List<String> areas(Map<String, Object> detail) {
    return detail.get("areas") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}

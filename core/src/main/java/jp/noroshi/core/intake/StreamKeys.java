package jp.noroshi.core.intake;

import java.util.List;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import org.jdbi.v3.core.Handle;

/**
 * Finds the stream a message belongs to. Where the sender's own words do not say so at once,
 * messages that share an identifier or refer to one another belong together, in whatever order they
 * arrive: a tsunami telegram may be about two earthquakes, a CAP update names what it updates.
 */
final class StreamKeys {
  private final Mode mode;

  StreamKeys(Mode mode) {
    this.mode = mode;
  }

  /** Returns the stream, joining streams that turn out to be one. */
  String join(Handle handle, Alert alert) {
    List<String> keys = keys(alert);
    List<String> known = findStreams(handle, keys);
    String stream = known.isEmpty() ? findStreamOfCancelled(handle, alert) : known.getFirst();
    known.stream().skip(1).forEach(other -> merge(handle, other, stream));
    keys.forEach(key -> remember(handle, key, stream));
    return stream;
  }

  private static List<String> keys(Alert alert) {
    return switch (alert.format()) {
      case JMA_XML ->
          Stream.of(alert.identifier().split(" +", -1))
              .map(id -> family(alert.telegramType()) + "/" + id)
              .toList();
      case CAP ->
          Stream.concat(
                  Stream.of(alert.identifier()),
                  alert.references().stream().map(AlertReference::identifier))
              .map(id -> "CAP/" + id)
              .distinct()
              .toList();
      case FIRE_NOTICE, NOTICE, EVACUATION_ORDER, SHELTER_OPENING -> List.of();
    };
  }

  /** 震度速報 and 震源・震度に関する情報 of one earthquake: the later says the same more exactly. */
  private static String family(String telegramType) {
    return telegramType.startsWith("VXSE5") ? "VXSE5" : telegramType;
  }

  private List<String> findStreams(Handle handle, List<String> keys) {
    return handle
        .createQuery(
            """
            select distinct stream from core.stream_key where mode = :mode and key = any(:keys)
            order by stream
            """)
        .bind("mode", mode)
        .bindArray("keys", String.class, keys)
        .mapTo(String.class)
        .list();
  }

  /**
   * A cancel of a weather warning holds only text, so that not even its office area can be read
   * from it: it belongs where the same office last sent the same type.
   */
  private String findStreamOfCancelled(Handle handle, Alert alert) {
    if (alert.messageType() != MessageType.CANCEL) {
      return alert.stream();
    }
    return handle
        .createQuery(
            """
            select stream from core.alert
            where mode = :mode and sender = :sender and telegram_type = :type and message is not null
              and (stream = :stream or not exists (
                select from core.alert where mode = :mode and stream = :stream and message is not null))
            order by sent desc, written desc limit 1
            """)
        .bind("mode", mode)
        .bind("sender", alert.sender())
        .bind("type", alert.telegramType())
        .bind("stream", alert.stream())
        .mapTo(String.class)
        .findOne()
        .orElse(alert.stream());
  }

  private void merge(Handle handle, String from, String into) {
    for (String table : List.of("alert", "stream_key")) {
      handle
          .createUpdate(
              "update core." + table + " set stream = :into where mode = :mode and stream = :from")
          .bind("into", into)
          .bind("mode", mode)
          .bind("from", from)
          .execute();
    }
    handle
        .createUpdate("delete from core.in_force where mode = :mode and stream = :from")
        .bind("mode", mode)
        .bind("from", from)
        .execute();
  }

  private void remember(Handle handle, String key, String stream) {
    handle
        .createUpdate(
            """
            insert into core.stream_key (mode, key, stream) values (:mode, :key, :stream)
            on conflict (mode, key) do update set stream = excluded.stream
            """)
        .bind("mode", mode)
        .bind("key", key)
        .bind("stream", stream)
        .execute();
  }
}

package jp.noroshi.channels.web;

import io.vertx.core.MultiMap;
import java.util.Map;

/** The headers of an event stream. */
final class SseHead {

  /**
   * {@code no-transform} and {@code X-Accel-Buffering} keep proxies from compressing or collecting
   * the stream, which would hold an event back until the next one.
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "text/event-stream; charset=utf-8",
          "Cache-Control", "no-cache, no-transform",
          "X-Accel-Buffering", "no",
          "X-Content-Type-Options", "nosniff");

  private SseHead() {}

  /** Writes the head as it goes over an HTTP/1.1 connection, with what earlier handlers added. */
  static String http11(MultiMap added) {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n");
    HEADERS.forEach((name, value) -> line(head, name, value));
    added.forEach(
        header -> {
          if (!HEADERS.containsKey(header.getKey())) {
            line(head, header.getKey(), header.getValue());
          }
        });
    return head.append("\r\n").toString();
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}

package jp.noroshi.channels.web;

import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerRequest;

/** A browser's open connection. Used on its event loop only. */
interface SseConnection {

  /** Takes over the request, with the cheapest means that its kind of connection allows. */
  static SseConnection open(HttpServerRequest request) {
    return DirectConnection.take(request).orElseGet(() -> new ResponseConnection(request));
  }

  /** Returns the loop it lives on. */
  EventLoop loop();

  /** Sends the head of the answer and the first words of the stream. */
  void begin(EncodedEvent greeting);

  /** Sends and flushes. */
  void write(EncodedEvent event);

  /** Sends and runs the action on the loop once the system took it, so that a replay is paced. */
  void write(EncodedEvent event, Runnable then);

  /** Tells whether earlier events still wait for the reader beyond what is tolerated. */
  boolean isBehind();

  /** Runs the action on the loop when the connection is closed by either side. */
  void onClose(Runnable action);

  /** Closes it. */
  void close();
}

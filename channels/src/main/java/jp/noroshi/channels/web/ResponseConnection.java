package jp.noroshi.channels.web;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.ContextInternal;

/** Any connection, written through Vert.x's response. */
final class ResponseConnection implements SseConnection {

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final EventLoop loop;

  ResponseConnection(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
    this.loop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public void begin(EncodedEvent greeting) {
    SseHead.HEADERS.forEach(response::putHeader);
    // No chunks in HTTP/1.0: there the end of the connection is the end of the stream.
    response.setChunked(request.version() != HttpVersion.HTTP_1_0);
    write(greeting);
  }

  @Override
  public void write(EncodedEvent event) {
    Future<Void> _ = response.write(event.text());
  }

  @Override
  public void write(EncodedEvent event, Runnable then) {
    response.write(event.text()).onSuccess(_ -> loop.execute(then));
  }

  @Override
  public boolean isBehind() {
    return response.writeQueueFull();
  }

  @Override
  public void onClose(Runnable action) {
    response.closeHandler(_ -> loop.execute(action));
  }

  @Override
  public void close() {
    if (!response.closed()) {
      Future<Void> _ = response.reset();
    }
  }
}

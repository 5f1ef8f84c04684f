package jp.noroshi.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least a Vert.x server can do for live events: one buffer, encoded once, written below the
 * HTTP encoder to every connection of each loop. No history, no topics, no slow readers.
 */
final class BareEvents {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/event-stream\r\n\r\n";

  private final Map<EventLoop, List<ChannelHandlerContext>> loops = new ConcurrentHashMap<>();

  void subscribe(HttpServerRequest request) {
    ChannelHandlerContext encoder =
        ((ConnectionBase) request.connection())
            .channel()
            .pipeline()
            .context(HttpResponseEncoder.class);
    EventLoop loop = encoder.channel().eventLoop();
    loop.execute(
        () -> {
          loops.computeIfAbsent(loop, _ -> new ArrayList<>()).add(encoder);
          var _ = encoder.writeAndFlush(Unpooled.copiedBuffer(HEAD, UTF_8), encoder.voidPromise());
        });
  }

  void publish(String data) {
    byte[] event = ("event: notice\ndata: " + data + "\n\n").getBytes(UTF_8);
    byte[] size = (Integer.toHexString(event.length) + "\r\n").getBytes(UTF_8);
    ByteBuffer memory = ByteBuffer.allocateDirect(size.length + event.length + 2);
    memory.put(size).put(event).put((byte) '\r').put((byte) '\n').flip();
    ByteBuf chunk = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
    loops.forEach((loop, connections) -> loop.execute(() -> writeToAll(connections, chunk)));
  }

  private static void writeToAll(List<ChannelHandlerContext> connections, ByteBuf chunk) {
    for (ChannelHandlerContext connection : connections) {
      var _ = connection.writeAndFlush(chunk.duplicate(), connection.voidPromise());
    }
  }
}

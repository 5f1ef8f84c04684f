package jp.noroshi.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who has received what. Every event begins with the only brace a server sends, so that the framing
 * of any server is passed over and what follows is compared with what is expected.
 */
final class EventReceipts {

  private static final int MOST_SECONDS = 60;
  private static final ByteBuf REQUEST =
      Unpooled.unreleasableBuffer(
          Unpooled.copiedBuffer(
              "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n",
              StandardCharsets.US_ASCII));

  private final int connections;
  private final CountDownLatch greeted;
  private final AtomicInteger wrong = new AtomicInteger();
  private volatile Round round = new Round(Unpooled.EMPTY_BUFFER, 0);

  EventReceipts(int connections) {
    this.connections = connections;
    this.greeted = new CountDownLatch(connections);
  }

  /** One event to all. */
  private static final class Round {
    private final ByteBuf expected;
    private final CountDownLatch missing;
    private volatile long lastNanos;

    Round(ByteBuf expected, int connections) {
      this.expected = expected;
      this.missing = new CountDownLatch(connections);
    }
  }

  void expect(String data) {
    ByteBuf expected = Unpooled.copiedBuffer(data, StandardCharsets.UTF_8);
    round = new Round(Unpooled.unreleasableBuffer(expected), connections);
  }

  void awaitGreeted() throws InterruptedException {
    if (!greeted.await(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(greeted.getCount() + " connections were not answered");
    }
  }

  /** Waits until everybody has it. The moment is of the machine's clock, which processes share. */
  JsonObject await() throws InterruptedException {
    Round current = round;
    boolean complete = current.missing.await(MOST_SECONDS, TimeUnit.SECONDS);
    return new JsonObject()
        .put("missing", complete ? 0 : current.missing.getCount())
        .put("wrong", wrong.get())
        .put("nanos", current.lastNanos);
  }

  ChannelHandler initializer() {
    return new ChannelInitializer<SocketChannel>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel.pipeline().addLast(new Browser());
      }
    };
  }

  private final class Browser extends SimpleChannelInboundHandler<ByteBuf> {

    private boolean known;
    private int matched;
    private Round last;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      var _ = context.writeAndFlush(REQUEST.duplicate());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      if (!known) {
        known = true;
        greeted.countDown();
      }
      while (bytes.isReadable()) {
        if (matched == 0 && !skipFrame(bytes)) {
          return;
        }
        compare(bytes, round);
      }
    }

    private boolean skipFrame(ByteBuf bytes) {
      int begin = bytes.bytesBefore((byte) '{');
      if (begin < 0) {
        bytes.skipBytes(bytes.readableBytes());
        return false;
      }
      bytes.skipBytes(begin);
      return true;
    }

    private void compare(ByteBuf bytes, Round current) {
      ByteBuf expected = current.expected;
      int length = Math.min(bytes.readableBytes(), expected.capacity() - matched);
      boolean same =
          length > 0 && ByteBufUtil.equals(bytes, bytes.readerIndex(), expected, matched, length);
      if (!same || last == current) {
        wrong.incrementAndGet();
        bytes.skipBytes(bytes.readableBytes());
        matched = 0;
        return;
      }
      bytes.skipBytes(length);
      matched += length;
      if (matched == expected.capacity()) {
        matched = 0;
        last = current;
        current.lastNanos = System.nanoTime();
        current.missing.countDown();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      wrong.incrementAndGet();
    }
  }
}

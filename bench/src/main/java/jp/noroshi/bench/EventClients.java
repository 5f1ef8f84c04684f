package jp.noroshi.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * Many browsers of one server in a process of its own. {@code expect …} says what comes next;
 * {@code await} answers when everybody has it, byte for byte.
 */
@CommandLine.Command(name = "event-clients", hidden = true)
final class EventClients implements Callable<Integer> {

  private static final int CONNECTING_AT_ONCE = 200;

  @CommandLine.Parameters(index = "0")
  private int port;

  @CommandLine.Parameters(index = "1")
  private int count;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      EventReceipts receipts = new EventReceipts(count);
      connectAll(
          new Bootstrap()
              .group(loop)
              .channel(NioSocketChannel.class)
              .handler(receipts.initializer()));
      receipts.awaitGreeted();
      PrintWriter out = spec.commandLine().getOut();
      out.println(new JsonObject().put("connected", count).encode());
      obey(out, receipts);
    } finally {
      loop.shutdownGracefully().syncUninterruptibly();
    }
    return 0;
  }

  private void connectAll(Bootstrap bootstrap) throws InterruptedException {
    Queue<ChannelFuture> connecting = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      connecting.add(bootstrap.connect("127.0.0.1", port));
      if (connecting.size() == CONNECTING_AT_ONCE) {
        connecting.remove().sync();
      }
    }
    for (ChannelFuture each : connecting) {
      each.sync();
    }
  }

  private static void obey(PrintWriter out, EventReceipts receipts)
      throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = in.readLine(); order != null; order = in.readLine()) {
      if (order.startsWith("expect ")) {
        receipts.expect(order.substring("expect ".length()));
        out.println("{}");
      } else {
        out.println(receipts.await().encode());
      }
    }
  }
}

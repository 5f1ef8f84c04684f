package jp.noroshi.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.StreamEvent;
import picocli.CommandLine;

/**
 * A server of live events in a process of its own: {@code GET /events} subscribes, {@code POST
 * /publish} tells everybody. Asked by a line, it answers with its live heap.
 */
@CommandLine.Command(name = "event-server", hidden = true)
final class EventServer implements Callable<Integer> {

  private static final int LOOPS = 2;

  @CommandLine.Parameters(index = "0")
  private String kind;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private record Stream(Consumer<HttpServerRequest> subscribe, Consumer<String> publish) {}

  @Override
  public Integer call() throws IOException {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(LOOPS));
    Stream stream = kind.equals("bare") ? bare() : ours(vertx);
    int port = freePort();
    vertx
        .deployVerticle(() -> new Server(port, stream), new DeploymentOptions().setInstances(LOOPS))
        .await();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        new JsonObject()
            .put("port", port)
            .put("native", vertx.isNativeTransportEnabled())
            .encode());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      out.println(new JsonObject().put("liveHeap", liveHeap()).encode());
    }
    vertx.close().await();
    return 0;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Stream ours(Vertx vertx) {
    // Its signs of life, every 20 seconds otherwise, would fall into the others' rounds.
    EventStream stream =
        new EventStream(vertx, new EventStream.Settings(1_000, 256, 60_000, Duration.ofHours(1)));
    AtomicLong number = new AtomicLong();
    return new Stream(
        request -> stream.subscribe(request, Set.of()),
        data ->
            stream.publish(StreamEvent.of(number.incrementAndGet(), "notices", "notice", data)));
  }

  private static Stream bare() {
    BareEvents events = new BareEvents();
    return new Stream(events::subscribe, events::publish);
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static final class Server extends VerticleBase {

    private final int port;
    private final Stream stream;

    Server(int port, Stream stream) {
      this.port = port;
      this.stream = stream;
    }

    @Override
    public Future<?> start() {
      return vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
      if (request.path().equals("/events")) {
        stream.subscribe().accept(request);
        return;
      }
      request
          .body()
          .onSuccess(
              body -> {
                stream.publish().accept(body.toString(StandardCharsets.UTF_8));
                var _ = request.response().setStatusCode(202).end();
              });
    }
  }
}

package jp.noroshi.channels.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replay and live joined, over real connections. */
@Timeout(60)
class SseReplayTest {

  private static final String ALL = "";

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private EventStream stream;
  private int port;

  @BeforeEach
  void start() {
    open(new EventStream.Settings(10_000, 10_000, 100, Duration.ofMillis(50)));
  }

  private void open(EventStream.Settings settings) {
    stream = new EventStream(vertx, settings);
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(true))
            .requestHandler(this::serve)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, SECONDS)
            .join();
    port = server.actualPort();
  }

  private void serve(HttpServerRequest request) {
    String topic = request.getParam("topic", ALL);
    stream.subscribe(request, topic.isEmpty() ? Set.of() : Set.of(topic));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  private SseClient connect(String lastEventId) throws Exception {
    return new SseClient(port, Optional.of(lastEventId), "");
  }

  private void publish(long id) {
    stream.publish(StreamEvent.of(id, "notice", "notice", Long.toString(id)));
  }

  private static List<String> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
  }

  @Test
  void joinsHistoryAndLiveWithoutGap() throws Exception {
    LongStream.rangeClosed(1, 500).forEach(this::publish);
    CountDownLatch connected = new CountDownLatch(5);
    List<Future<List<String>>> clients = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clients.add(
          threads.submit(
              () -> {
                try (SseClient client = connect("100")) {
                  connected.countDown();
                  return client.dataUntil("3000");
                }
              }));
    }
    LongStream.rangeClosed(501, 1500).forEach(this::publish);
    connected.await();
    LongStream.rangeClosed(1501, 3000).forEach(this::publish);
    for (Future<List<String>> client : clients) {
      assertThat(client.get()).isEqualTo(numbers(101, 3000));
    }
  }

  @Test
  void unknownLastIdAsksForReload() throws Exception {
    LongStream.rangeClosed(1, 3).forEach(this::publish);
    for (String unknown : List.of("4", "no-number", "99999999999999999999")) {
      try (SseClient client = connect(unknown)) {
        assertThat(client.next().name()).isEqualTo("reload");
        assertThat(client.lastId()).isEqualTo("3");
      }
    }
  }

  @Test
  void tooOldAnIdAsksForReload() throws Exception {
    stream.beginAfter(40);
    publish(41);
    try (SseClient client = connect("39")) {
      assertThat(client.next().name()).isEqualTo("reload");
    }
    try (SseClient client = connect("40")) {
      assertThat(client.next().data()).isEqualTo("41");
    }
  }

  @Test
  void slowReaderIsCutWithoutSlowingOthers() throws Exception {
    String large = "x".repeat(100_000);
    try (Socket neverReads = new Socket();
        SseClient quick = connect("0")) {
      neverReads.setReceiveBufferSize(4096);
      neverReads.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      neverReads
          .getOutputStream()
          .write("GET /events HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 0\r\n\r\n".getBytes(US_ASCII));
      InputStream in = neverReads.getInputStream();
      assertThat(in.read()).isEqualTo('H'); // it is connected, and reads no more
      // Only as fast as the quick one reads, so that only the other can fall behind.
      for (long id = 1; id <= 400; id++) {
        stream.publish(StreamEvent.of(id, "notice", "notice", large));
        assertThat(quick.next().id()).isEqualTo(Long.toString(id));
      }
      assertThat(stream.connected()).isOne();
    }
  }

  @Test
  void neitherLosesNorRepeatsUnderRandomReconnects() throws Exception {
    Random random = new Random(20_261_121);
    int last = 4_000;
    Semaphore read = new Semaphore(0);
    List<Future<List<String>>> clients = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Random own = new Random(random.nextLong());
      clients.add(threads.submit(() -> readWithReconnects(own, Integer.toString(last), read)));
    }
    for (long id = 1; id <= last; id++) {
      publish(id);
      if (id % 100 == 0) {
        read.acquire(100); // publishing goes on while they read, come and go
      }
    }
    for (Future<List<String>> client : clients) {
      assertThat(client.get()).isEqualTo(numbers(1, last));
    }
  }

  private List<String> readWithReconnects(Random random, String last, Semaphore read)
      throws Exception {
    List<String> received = new ArrayList<>();
    String lastId = "0";
    while (received.isEmpty() || !received.getLast().equals(last)) {
      try (SseClient client = connect(lastId)) {
        int some = 1 + random.nextInt(800);
        for (int i = 0; i < some && !lastId.equals(last); i++) {
          received.add(client.next().data());
          read.release();
          lastId = client.lastId();
        }
      }
    }
    return received;
  }

  @Test
  void aNewBrowserLearnsWhereItIsAndHearsOnlyWhatIsNew() throws Exception {
    publish(1);
    stream.reach(7);
    try (SseClient client = new SseClient(port, Optional.empty(), "")) {
      publish(8);
      assertThat(client.next().data()).isEqualTo("8");
    }
    try (SseClient client = new SseClient(port, Optional.empty(), "?lastEventId=7")) {
      assertThat(client.next().data()).isEqualTo("8");
    }
  }

  @Test
  void hearsTheTopicsItChoseAndPassingHintsAreNotReplayed() throws Exception {
    publish(1);
    stream.publish(StreamEvent.hint("board", "changed", "missed"));
    stream.publish(StreamEvent.of(2, "order", "order", "ordered"));
    try (SseClient client = new SseClient(port, Optional.of("0"), "?topic=order")) {
      assertThat(client.next().data()).isEqualTo("ordered");
    }
    try (SseClient client = new SseClient(port, Optional.of("2"), "?topic=board")) {
      stream.publish(StreamEvent.hint("board", "changed", "two\nlines"));
      assertThat(client.next().data()).isEqualTo("two\nlines");
    }
  }

  @Test
  void proxiesNeitherChangeNorHoldBackTheStream() throws Exception {
    try (SseClient client = connect("0")) {
      assertThat(client.response.headers().firstValue("Cache-Control"))
          .contains("no-cache, no-transform");
      assertThat(client.response.headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(client.response.headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
    }
  }

  @Test
  void speaksHttp2Alike() throws Exception {
    LongStream.rangeClosed(1, 50).forEach(this::publish);
    try (SseClient client = new SseClient(HttpClient.Version.HTTP_2, port, Optional.of("10"), "")) {
      assertThat(client.response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      publish(51);
      assertThat(client.dataUntil("51")).isEqualTo(numbers(11, 51));
    }
  }

  @Test
  void speaksHttp10Alike() throws Exception {
    publish(1);
    try (Socket old = new Socket(InetAddress.getLoopbackAddress(), port)) {
      old.getOutputStream()
          .write("GET /events HTTP/1.0\r\nLast-Event-ID: 0\r\n\r\n".getBytes(US_ASCII));
      String text = new String(old.getInputStream().readNBytes(400), US_ASCII);
      assertThat(text).contains("\nid: 1\nevent: notice\ndata: 1\n\n").doesNotContain("chunked");
    }
  }

  @Test
  void aFullStreamSaysWhenToComeBack() throws Exception {
    open(new EventStream.Settings(10, 10, 1, Duration.ofMinutes(1)));
    try (SseClient first = connect("0");
        SseClient second = connect("0")) {
      assertThat(first.response.statusCode()).isEqualTo(200);
      assertThat(second.response.statusCode()).isEqualTo(503);
      assertThat(second.response.headers().firstValue("Retry-After")).contains("30");
    }
  }

  @Test
  void closingEndsEveryConnection() throws Exception {
    try (SseClient client = connect("0")) {
      publish(1);
      client.next();
      stream.close();
      assertThat(client.endsNow()).isTrue();
    }
  }
}

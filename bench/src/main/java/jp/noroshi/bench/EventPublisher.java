package jp.noroshi.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Publishes to one server and asks its clients when the last of them had it. */
final class EventPublisher implements AutoCloseable {

  /** With what stands around it about 900 bytes, as much as a notice with its texts. */
  private static final String NOTICE = "韮山地区に避難指示を出しました。危険な場所から全員避難してください。".repeat(8);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final ChildProcess clients;
  private int number;

  private EventPublisher(URI uri, ChildProcess clients) {
    this.uri = uri;
    this.clients = clients;
  }

  /** Connects so many clients. */
  static EventPublisher connect(int port, int connections) throws IOException {
    ChildProcess clients =
        ChildProcess.fork(
            List.of("-Xmx512m", "-XX:+UseSerialGC"),
            "event-clients",
            Integer.toString(port),
            Integer.toString(connections));
    var _ = clients.read();
    return new EventPublisher(URI.create("http://127.0.0.1:" + port + "/publish"), clients);
  }

  ProcessTree clients() {
    return clients.tree();
  }

  /**
   * Tells everybody once.
   *
   * @throws IllegalStateException when somebody did not get it, or something else
   */
  Contender.Result publish() throws IOException, InterruptedException {
    String data = new JsonObject().put("number", ++number).put("text", NOTICE).encode();
    var _ = clients.ask("expect " + data);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString(data, StandardCharsets.UTF_8))
            .build();
    long began = System.nanoTime();
    var _ = http.send(request, HttpResponse.BodyHandlers.discarding());
    JsonObject got = clients.ask("await");
    if (got.getLong("missing") != 0 || got.getInteger("wrong") != 0) {
      throw new IllegalStateException("an event was lost or spoiled: " + got.encode());
    }
    // Linux gives every process the same monotonic clock.
    return Contender.Result.of((got.getLong("nanos") - began) / 1e6);
  }

  @Override
  public void close() throws IOException {
    clients.close();
    http.close();
  }
}

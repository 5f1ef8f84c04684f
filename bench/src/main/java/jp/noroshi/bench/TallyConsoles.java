package jp.noroshi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.StreamEvent;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.tally.LiveTally;

/**
 * Open consoles that show the tally: each a real connection that is told what moved, as the hub
 * tells it.
 */
final class TallyConsoles implements AutoCloseable {

  static final int CONSOLES = 50;

  private static final long MILLIS_BETWEEN_TALLIES = 100;
  private static final EventStream.Settings SETTINGS =
      new EventStream.Settings(10, 256, CONSOLES * 2, Duration.ofSeconds(20));

  private final Vertx vertx = Vertx.vertx();
  private final EventStream stream = new EventStream(vertx, SETTINGS);
  private final HttpServer server;
  private final AtomicBoolean due = new AtomicBoolean();
  private final List<InputStream> open = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger leastShown = new AtomicInteger();
  private final AtomicInteger[] shown = new AtomicInteger[CONSOLES];

  /** When the last of the consoles first showed a number of people or more. */
  private final NavigableMap<Integer, Long> shownAt = new ConcurrentSkipListMap<>();

  TallyConsoles(LiveStays stays, LiveTally tally) throws IOException, InterruptedException {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> stream.subscribe(request, Set.of()))
            .listen(0, "127.0.0.1")
            .await();
    stays.onChange(
        _ -> {
          if (due.compareAndSet(false, true)) {
            vertx.setTimer(MILLIS_BETWEEN_TALLIES, _ -> tell(tally));
          }
        });
    for (int i = 0; i < CONSOLES; i++) {
      shown[i] = new AtomicInteger();
      open(shown[i]);
    }
  }

  private void tell(LiveTally tally) {
    due.set(false);
    LiveTally.Moved moved = tally.takeMoved();
    JsonObject event =
        new JsonObject().put("people", moved.people()).put("households", moved.households());
    JsonObject shelters = new JsonObject();
    moved.shelters().forEach((shelter, people) -> shelters.put(shelter.toString(), people));
    stream.publish(StreamEvent.hint("tally", "tally", event.put("shelters", shelters).encode()));
  }

  private void open(AtomicInteger figure) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort())).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    open.add(response.body());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    lines.readLine();
    Thread.ofVirtual().start(() -> read(lines, figure));
  }

  private void read(BufferedReader lines, AtomicInteger figure) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: {")) {
          figure.set(new JsonObject(line.substring("data: ".length())).getInteger("people"));
          note();
        }
      }
    } catch (IOException _) {
      // The stream was closed at the end of the run.
    }
  }

  private void note() {
    int least = Integer.MAX_VALUE;
    for (AtomicInteger each : shown) {
      least = Math.min(least, each.get());
    }
    shownAt.putIfAbsent(least, System.nanoTime());
    leastShown.set(least);
  }

  /** Waits until every console shows a number of people. */
  void await(int people) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (leastShown.get() < people) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "the consoles show %d of %d".formatted(leastShown.get(), people));
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Returns when every console showed a number of people or more. */
  long shownAt(int people) {
    return shownAt.ceilingEntry(people).getValue();
  }

  @Override
  public void close() throws IOException {
    for (InputStream each : open) {
      each.close();
    }
    stream.close();
    vertx.close().await();
    client.close();
  }
}

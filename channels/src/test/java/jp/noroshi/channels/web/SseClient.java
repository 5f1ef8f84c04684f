package jp.noroshi.channels.web;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser's event source, read by one thread. */
final class SseClient implements AutoCloseable {

  record Received(String name, String id, String data) {}

  private final HttpClient client;
  private final Stream<String> lines;
  private final Iterator<String> iterator;
  final HttpResponse<Stream<String>> response;
  private String lastId = "";

  SseClient(int port, Optional<String> lastEventId, String query) throws Exception {
    this(HttpClient.Version.HTTP_1_1, port, lastEventId, query);
  }

  SseClient(HttpClient.Version version, int port, Optional<String> lastEventId, String query)
      throws Exception {
    client = HttpClient.newBuilder().version(version).build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events" + query));
    lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
    response = client.send(request.build(), BodyHandlers.ofLines());
    lines = response.body();
    iterator = lines.iterator();
  }

  /** Reads up to the next event; blocks. */
  Received next() {
    String name = "message";
    List<String> data = new ArrayList<>();
    while (true) {
      String line = iterator.next();
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data.add(line.substring(6));
      } else if (line.isEmpty() && !data.isEmpty()) {
        return new Received(name, lastId, String.join("\n", data));
      }
    }
  }

  /** Reads events up to and including this data. */
  List<String> dataUntil(String last) {
    List<String> all = new ArrayList<>();
    do {
      all.add(next().data());
    } while (!all.getLast().equals(last));
    return all;
  }

  /** Reads to the end of the stream. */
  boolean endsNow() {
    try {
      while (iterator.hasNext()) {
        iterator.next();
      }
      return true;
    } catch (UncheckedIOException e) {
      return e.getCause() != null; // broken off in the middle of the body
    }
  }

  String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    lines.close();
    client.shutdownNow();
  }
}

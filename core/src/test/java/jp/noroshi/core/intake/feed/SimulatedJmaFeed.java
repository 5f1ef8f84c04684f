package jp.noroshi.core.intake.feed;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/**
 * Stands in for JMA's feeds: short and long feeds with ETags and compression, telegrams, and on
 * demand gaps, repeats, reordered and late entries, stale and broken feeds, refusals. Everything
 * may be changed while it runs.
 */
public final class SimulatedJmaFeed implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, List<Line>> feeds = new HashMap<>();
  private final Map<String, byte[]> telegrams = new ConcurrentHashMap<>();
  private final Map<String, byte[]> replaced = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<String> notModified = Collections.synchronizedSet(new HashSet<>());
  private volatile Instant updated = Instant.EPOCH;
  private volatile Optional<Refusing> refusing = Optional.empty();

  private record Line(String name, URI link, Instant updated, boolean inShortFeed) {}

  private record Refusing(String pathEnd, int status) {}

  /** Starts on a free port of this machine. */
  public SimulatedJmaFeed() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Returns the folder of the feeds. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/developer/xml/feed/");
  }

  /** Sets when the feeds were last renewed. */
  public void renewedAt(Instant time) {
    updated = time;
  }

  /** Publishes a telegram and lists it in the short and the long feed. */
  public void publish(String feed, String name, Instant time, byte[] bytes) {
    telegrams.put(name, bytes);
    list(feed, name, time, true);
  }

  /** Publishes a telegram that only the long feed still lists. */
  public void publishInLongFeedOnly(String feed, String name, Instant time, byte[] bytes) {
    telegrams.put(name, bytes);
    list(feed, name, time, false);
  }

  /** Lists a telegram, whether it exists or not, before all others, as often as called. */
  public void list(String feed, String name, Instant time, boolean inShortFeed) {
    URI link = baseUrl().resolve("../data/" + name);
    synchronized (feeds) {
      feeds
          .computeIfAbsent(feed, key -> new ArrayList<>())
          .addFirst(new Line(name, link, time, inShortFeed));
    }
  }

  /** Lists an entry of another server. */
  public void listElsewhere(String feed, URI link, Instant time) {
    synchronized (feeds) {
      feeds
          .computeIfAbsent(feed, key -> new ArrayList<>())
          .add(new Line(link.toString(), link, time, true));
    }
  }

  /** Answers requests whose path ends so with this status, until {@link #answerAgain}. */
  public void refuse(String pathEnd, int status) {
    refusing = Optional.of(new Refusing(pathEnd, status));
  }

  /** Ends {@link #refuse}. */
  public void answerAgain() {
    refusing = Optional.empty();
    replaced.clear();
  }

  /** Serves these bytes as the feed. */
  public void replace(String feed, byte[] bytes) {
    replaced.put(feed + ".xml", bytes);
  }

  /** Returns how often a path that ends so was asked for. */
  public long requestsOf(String pathEnd) {
    return requests.stream().filter(path -> path.endsWith(pathEnd)).count();
  }

  /** Returns whether a path that ends so was ever answered with 304. */
  public boolean saidNotModified(String pathEnd) {
    return notModified.stream().anyMatch(path -> path.endsWith(pathEnd));
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    requests.add(path);
    String file = path.substring(path.lastIndexOf('/') + 1);
    HttpServerResponse response = request.response();
    Optional<Refusing> no = refusing.filter(rule -> path.endsWith(rule.pathEnd()));
    if (no.isPresent()) {
      response.setStatusCode(no.get().status()).end();
    } else if (path.contains("/data/")) {
      answerTelegram(response, telegrams.get(file));
    } else {
      answerFeed(request, file, replaced.getOrDefault(file, feedBytes(file)));
    }
  }

  private static void answerTelegram(HttpServerResponse response, byte[] bytes) {
    if (bytes == null) {
      response.setStatusCode(404).end();
    } else {
      response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(gzip(bytes)));
    }
  }

  private void answerFeed(HttpServerRequest request, String file, byte[] bytes) {
    String etag = "\"" + Arrays.hashCode(bytes) + "\"";
    HttpServerResponse response = request.response().putHeader("ETag", etag);
    if (etag.equals(request.getHeader("If-None-Match"))) {
      notModified.add(file);
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(gzip(bytes)));
    }
  }

  private byte[] feedBytes(String file) {
    boolean longFeed = file.endsWith("_l.xml");
    String feed = file.replace("_l.xml", "").replace(".xml", "");
    StringBuilder entries = new StringBuilder();
    synchronized (feeds) {
      feeds.getOrDefault(feed, List.of()).stream()
          .filter(line -> longFeed || line.inShortFeed())
          .forEach(line -> entries.append(entry(line)));
    }
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" lang="ja"><title>高頻度（随時）</title>
    <updated>%s</updated><id>%s</id><link rel="hub" href="http://alert-hub.appspot.com/"/>%s</feed>
    """
        .formatted(updated, file, entries)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String entry(Line line) {
    return """
    <entry><title>気象警報・注意報</title><id>%s</id><updated>%s</updated>
    <author><name>静岡地方気象台</name></author><link type="application/xml" href="%s"/>
    <content type="text">試験用</content></entry>
    """
        .formatted(line.link(), line.updated(), line.link());
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

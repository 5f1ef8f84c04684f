package jp.noroshi.core.intake.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Gets feeds and telegrams: compressed, only what is new, never more than a telegram can be. Used
 * by one round at a time.
 */
final class FeedHttp implements AutoCloseable {
  /** One byte more than the largest telegram, so that a larger one is refused as too large. */
  static final int MOST_BYTES = 16 * 1024 * 1024 + 1;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<URI, Known> known = new HashMap<>();
  private final DailyBytes budget;

  FeedHttp(DailyBytes budget) {
    this.budget = budget;
  }

  /** What the server said. */
  sealed interface Answer {
    /** Something new. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fresh(byte[] bytes) implements Answer {}

    /** Nothing new since the last time. */
    record Unchanged() implements Answer {}

    /** No. */
    record Refused(int status, Optional<Duration> retryAfter) implements Answer {}

    /** No answer. */
    record Broken(String reason) implements Answer {}
  }

  private record Known(Optional<String> etag, Optional<String> lastModified) {}

  /**
   * Gets what is new there.
   *
   * @throws InterruptedException when the hub stops
   */
  Answer get(URI uri) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "Noroshi (disaster information hub of a municipality)");
    Known before = known.get(uri);
    if (before != null) {
      before.etag().ifPresent(etag -> request.header("If-None-Match", etag));
      before.lastModified().ifPresent(time -> request.header("If-Modified-Since", time));
    }
    try {
      return answer(uri, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      return new Answer.Broken(e.getClass().getSimpleName());
    }
  }

  DailyBytes budget() {
    return budget;
  }

  /** Forgets what was got there, so that the next time brings all of it. */
  void forget(URI uri) {
    known.remove(uri);
  }

  private Answer answer(URI uri, HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = budget.counting(response.body())) {
      return switch (response.statusCode()) {
        case 200 -> {
          byte[] bytes = decoded(response, body).readNBytes(MOST_BYTES);
          known.put(uri, new Known(header(response, "ETag"), header(response, "Last-Modified")));
          yield new Answer.Fresh(bytes);
        }
        case 304 -> new Answer.Unchanged();
        default -> new Answer.Refused(response.statusCode(), retryAfter(response));
      };
    }
  }

  private static InputStream decoded(HttpResponse<?> response, InputStream body)
      throws IOException {
    return header(response, "Content-Encoding").filter("gzip"::equals).isPresent()
        ? new GZIPInputStream(body)
        : body;
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return header(response, "Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  private static Optional<String> header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name);
  }

  @Override
  public void close() {
    client.close();
  }
}

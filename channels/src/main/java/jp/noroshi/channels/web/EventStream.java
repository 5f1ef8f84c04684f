package jp.noroshi.channels.web;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Live events to many browsers, with replay. An event is encoded once; each event loop writes the
 * same bytes to its own connections. Thread-safe; nothing blocks.
 */
public final class EventStream implements AutoCloseable {

  private static final EncodedEvent HEARTBEAT = EncodedEvent.control(":\n\n");
  private static final EncodedEvent RELOAD = EncodedEvent.of(StreamEvent.hint("", "reload", "{}"));
  // Browsers that lost one hub come back to the next within these bounds, not all at once.
  private static final int RETRY_MILLIS = 2_000;
  private static final int RETRY_SPREAD_MILLIS = 4_000;

  private final Vertx vertx;
  private final Settings settings;
  private final EventHistory history;
  private final ConcurrentMap<EventLoop, Subscribers> loops = new ConcurrentHashMap<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final long heartbeat;

  /**
   * What a stream may cost.
   *
   * @param history how many events can be replayed
   * @param queue how many live events may wait for a browser while its history is replayed
   * @param connections the most browsers at once
   * @param heartbeat how often a sign of life goes out; less than the idle timeout of any proxy
   */
  public record Settings(int history, int queue, int connections, Duration heartbeat) {

    /** The usual bounds. */
    public static final Settings USUAL = new Settings(1_000, 256, 60_000, Duration.ofSeconds(20));
  }

  /** Opens a stream without events. */
  public EventStream(Vertx vertx, Settings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.history = new EventHistory(settings.history());
    this.heartbeat = vertx.setPeriodic(settings.heartbeat().toMillis(), _ -> toAll(HEARTBEAT));
  }

  /** Begins the history after a number: what is older is unknown here. */
  public void beginAfter(long number) {
    history.beginAfter(number);
  }

  /** Tells everybody. Events with a number are called in their order, from one thread at a time. */
  public void publish(StreamEvent event) {
    EncodedEvent encoded = EncodedEvent.of(event);
    if (encoded.id().isPresent()) {
      // First into the history: whoever subscribes meanwhile finds it there or gets it live.
      history.append(encoded);
    }
    toAll(encoded);
  }

  /** Notes that all numbers up to this one are accounted for, so that browsers may name it. */
  public void reach(long number) {
    history.reach(number);
  }

  /** Returns the number up to which everything is accounted for. */
  public long head() {
    return history.head();
  }

  /** Returns how many browsers are connected. */
  public int connected() {
    return connected.get();
  }

  /**
   * Answers a request with the stream, from its {@code Last-Event-ID} (header, or parameter {@code
   * lastEventId}) on, or from now on without one. Called on the request's event loop.
   *
   * @param topics what the browser wants; empty = everything
   */
  public void subscribe(HttpServerRequest request, Set<String> topics) {
    if (connected.incrementAndGet() > settings.connections()) {
      connected.decrementAndGet();
      var _ = request.response().setStatusCode(503).putHeader("Retry-After", "30").end();
      return;
    }
    Optional<String> known = knownId(request);
    SseConnection connection = SseConnection.open(request);
    SseSubscriber subscriber = new SseSubscriber(connection, topics, settings.queue());
    connection.loop().execute(() -> begin(subscriber, known));
  }

  private void begin(SseSubscriber subscriber, Optional<String> known) {
    Subscribers here =
        loops.computeIfAbsent(subscriber.connection().loop(), _ -> new Subscribers());
    subscriber
        .connection()
        .onClose(
            () -> {
              subscriber.gone();
              connected.decrementAndGet();
            });
    if (subscriber.isClosed()) {
      return;
    }
    here.add(subscriber);
    long now = history.head();
    OptionalLong from = known.map(EventStream::parse).orElse(OptionalLong.of(now));
    Optional<List<EncodedEvent>> missed =
        from.isPresent() ? history.listAfter(from.getAsLong()) : Optional.empty();
    long position = missed.isPresent() ? from.getAsLong() : now;
    subscriber.connection().begin(greeting(position));
    subscriber.replay(position, missed.orElse(List.of(RELOAD)));
  }

  private static EncodedEvent greeting(long position) {
    int retry = RETRY_MILLIS + ThreadLocalRandom.current().nextInt(RETRY_SPREAD_MILLIS);
    return EncodedEvent.control("retry: " + retry + "\nid: " + position + "\n\n");
  }

  private static Optional<String> knownId(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.getParam("lastEventId")))
        .filter(id -> !id.isBlank());
  }

  private static OptionalLong parse(String id) {
    boolean isNumber = id.length() <= 18 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }

  private void toAll(EncodedEvent event) {
    loops.forEach((loop, subscribers) -> loop.execute(() -> subscribers.take(event)));
  }

  /** Closes every connection; browsers come back to whoever serves next. */
  @Override
  public void close() {
    vertx.cancelTimer(heartbeat);
    loops.forEach((loop, subscribers) -> loop.execute(subscribers::closeAll));
  }
}

package jp.noroshi.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Live events: one to many connections, publish to last client, and what a connection holds. */
final class SseBench {

  private static final int CONNECTIONS = 10_000;
  private static final int KIB = 1_024;

  /** A process has files open besides its connections. */
  private static final int SPARE_FILES = 500;

  /** The heap is touched at the start, so that what grows later is what the connections need. */
  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders");

  private final BenchBed bed;
  private final int connections;

  SseBench(BenchBed bed) throws IOException {
    this.bed = bed;
    this.connections = Math.min(bed.size(CONNECTIONS), Machine.openFiles() - SPARE_FILES);
  }

  /** A server with its clients. */
  private record Side(Contender contender, double kibPerConnection) {}

  List<Section> run() throws IOException, InterruptedException {
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      List<Side> sides = new ArrayList<>();
      sides.add(vertx("Noroshi (replay, topics, slow readers cut)", "ours", open));
      sides.add(vertx("bare Vert.x, pre-encoded buffer", "bare", open));
      nchan(open).ifPresent(sides::add);
      return List.of(measure(sides));
    } finally {
      closeAll(open);
    }
  }

  private Section measure(List<Side> sides) throws IOException, InterruptedException {
    bed.log("live events");
    List<Measurement> all = bed.rounds(5, 15).run(sides.stream().map(Side::contender).toList());
    List<String> notes = new ArrayList<>();
    for (Side side : sides) {
      notes.add(
          "%s: %.1f KiB per connection."
              .formatted(side.contender().name(), side.kibPerConnection()));
    }
    if (sides.size() == 2) {
      notes.add(Nchan.MISSING);
    }
    return new Section(
        "Live events, about 900 bytes to %,d connections".formatted(connections),
        "From the POST that publishes to the last client's last byte; each server has two loops (nginx: two workers) and clients in a process of its own.",
        "deliveries",
        connections,
        all,
        notes,
        List.of(
            Goal.atLeast(
                "speed beside bare Vert.x",
                all.getFirst().speedBeside(all.get(1)).median(),
                0.8,
                "each subscriber is asked for its topics, its place and its backlog"),
            Goal.atMost(
                "KiB per connection",
                sides.getFirst().kibPerConnection(),
                16,
                "a subscriber's own state comes on top of the connection's")));
  }

  private Side vertx(String name, String kind, Deque<AutoCloseable> open)
      throws IOException, InterruptedException {
    bed.log("connecting " + connections + " clients to " + name);
    ChildProcess server = ChildProcess.fork(JVM, "event-server", kind);
    open.push(server);
    int port = server.read().getInteger("port");
    try (EventPublisher first = EventPublisher.connect(port, 1)) {
      var _ = first.publish();
    }
    double before = kib(server);
    EventPublisher publisher = EventPublisher.connect(port, connections);
    open.push(publisher);
    double each = (kib(server) - before) / connections;
    return side(name, server.tree(), publisher, each);
  }

  /** The live heap and everything outside the heap; the heap itself is resident from the start. */
  private static double kib(ChildProcess server) throws IOException {
    double heap = server.ask("heap").getDouble("liveHeap") / KIB;
    return heap + server.tree().residentKib();
  }

  private Optional<Side> nchan(Deque<AutoCloseable> open) throws IOException, InterruptedException {
    Optional<Nchan> found = Nchan.start(bed);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Nchan nchan = found.get();
    open.push(nchan);
    try (EventPublisher first = EventPublisher.connect(nchan.port(), 1)) {
      var _ = first.publish();
    }
    double before = nchan.tree().residentKib();
    EventPublisher publisher = EventPublisher.connect(nchan.port(), connections);
    open.push(publisher);
    double each = (nchan.tree().residentKib() - before) / connections;
    return Optional.of(side("nginx + nchan, two workers", nchan.tree(), publisher, each));
  }

  private static Side side(
      String name, ProcessTree server, EventPublisher publisher, double kibPerConnection) {
    return new Side(
        new Contender(
            name, publisher::publish, () -> {}, List.of(server), List.of(publisher.clients())),
        kibPerConnection);
  }

  private static void closeAll(Deque<AutoCloseable> open) throws IOException {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}

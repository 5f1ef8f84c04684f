package jp.noroshi.channels.web;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * One browser on a stream. While its history is replayed, live events wait in a bounded queue; then
 * both are joined by number, so nothing is missing and nothing comes twice. Confined to its
 * connection's event loop.
 */
final class SseSubscriber {

  private final SseConnection connection;
  private final Set<String> topics;
  private final int queueLimit;
  private final ArrayDeque<EncodedEvent> waiting = new ArrayDeque<>();
  private boolean replaying = true;
  private boolean closed;
  private long lastId;

  /**
   * Prepares a subscriber.
   *
   * @param topics what it wants; empty = everything
   * @param queueLimit how many live events may wait during the replay
   */
  SseSubscriber(SseConnection connection, Set<String> topics, int queueLimit) {
    this.connection = connection;
    this.topics = Set.copyOf(topics);
    this.queueLimit = queueLimit;
  }

  SseConnection connection() {
    return connection;
  }

  boolean isClosed() {
    return closed;
  }

  /** Starts with these events, after the number the browser knows. */
  void replay(long knownId, List<EncodedEvent> history) {
    lastId = knownId;
    replayNext(history.iterator());
  }

  private void replayNext(Iterator<EncodedEvent> history) {
    while (!closed && history.hasNext()) {
      EncodedEvent event = history.next();
      if (wants(event)) {
        advance(event);
        connection.write(event, () -> replayNext(history));
        return;
      }
    }
    if (!closed) {
      join();
    }
  }

  private void join() {
    replaying = false;
    while (!closed && !waiting.isEmpty()) {
      send(waiting.poll());
    }
  }

  /** Takes a live event. */
  void take(EncodedEvent event) {
    if (closed || !wants(event)) {
      return;
    }
    if (!replaying) {
      send(event);
    } else if (waiting.size() < queueLimit) {
      waiting.add(event);
    } else {
      close();
    }
  }

  private boolean wants(EncodedEvent event) {
    return topics.isEmpty() || event.topic().isEmpty() || topics.contains(event.topic());
  }

  /** A reader that is behind is cut: it comes back and catches up, and delays nobody. */
  private void send(EncodedEvent event) {
    if (!event.isAfter(lastId)) {
      return;
    }
    if (connection.isBehind()) {
      close();
    } else {
      advance(event);
      connection.write(event);
    }
  }

  private void advance(EncodedEvent event) {
    event.id().ifPresent(id -> lastId = id);
  }

  void close() {
    closed = true;
    waiting.clear();
    connection.close();
  }

  /** Notes that the other side closed. */
  void gone() {
    closed = true;
    waiting.clear();
  }
}

package jp.noroshi.channels.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The browsers of one event loop. Confined to it. Those that went are swept with the next event, a
 * heartbeat at the latest: taking them out one by one would cost a search each.
 */
final class Subscribers {

  private final List<SseSubscriber> list = new ArrayList<>();

  void add(SseSubscriber subscriber) {
    list.add(subscriber);
  }

  void take(EncodedEvent event) {
    list.forEach(subscriber -> subscriber.take(event));
    list.removeIf(SseSubscriber::isClosed);
  }

  void closeAll() {
    list.forEach(SseSubscriber::close);
    list.clear();
  }
}

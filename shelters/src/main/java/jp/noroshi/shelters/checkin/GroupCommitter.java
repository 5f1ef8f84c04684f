package jp.noroshi.shelters.checkin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import jp.noroshi.shelters.checkin.CardReading.Kept;

/**
 * Writes what many tablets hand in at once in one transaction: the disk is asked once for all of
 * them. What somebody handed in is answered after its commit and not before. Thread-safe.
 */
final class GroupCommitter implements AutoCloseable {

  /** Some hundred kilobytes; more makes nobody faster. */
  private static final int MOST_EVENTS = 1_000;

  private final CheckinLog log;
  private final LiveStays stays;
  private final BlockingQueue<HandedIn> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  GroupCommitter(CheckinLog log, LiveStays stays) {
    this.log = log;
    this.stays = stays;
    this.thread = Thread.ofVirtual().name("check-in committer").start(this::work);
  }

  private record HandedIn(List<Kept> events, CompletableFuture<Set<UUID>> written) {}

  /**
   * Writes events down, with whatever others hand in meanwhile.
   *
   * @return completed after the commit with the ids that were new; failed when nothing was written
   */
  CompletableFuture<Set<UUID>> write(List<Kept> events) {
    CompletableFuture<Set<UUID>> written = new CompletableFuture<>();
    waiting.add(new HandedIn(events, written));
    if (closed) {
      written.completeExceptionally(new IllegalStateException("the hub is stopping"));
    }
    return written;
  }

  private void work() {
    try {
      while (!closed) {
        commit(nextGroup());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.forEach(
          each ->
              each.written()
                  .completeExceptionally(new IllegalStateException("the hub is stopping")));
    }
  }

  private List<HandedIn> nextGroup() throws InterruptedException {
    List<HandedIn> group = new ArrayList<>(List.of(waiting.take()));
    int events = group.getFirst().events().size();
    HandedIn next = waiting.peek();
    while (next != null && events + next.events().size() <= MOST_EVENTS) {
      group.add(waiting.remove());
      events += next.events().size();
      next = waiting.peek();
    }
    return group;
  }

  private void commit(List<HandedIn> group) {
    try {
      List<Kept> events = group.stream().flatMap(each -> each.events().stream()).toList();
      Set<UUID> written = log.write(withConcerns(events));
      stays.takeAll(
          events.stream()
              .map(
                  kept ->
                      new SignedEvent(kept.event().order(), kept.event().shelter(), kept.sign()))
              .toList());
      Set<UUID> unclaimed = new HashSet<>(written);
      group.forEach(each -> each.written().complete(claim(each, unclaimed)));
    } catch (RuntimeException e) {
      // One bad hand-in must not take the others down with it.
      if (group.size() == 1) {
        group.getFirst().written().completeExceptionally(e);
      } else {
        group.forEach(each -> commit(List.of(each)));
      }
    }
  }

  private static Set<UUID> claim(HandedIn each, Set<UUID> unclaimed) {
    Set<UUID> own = new HashSet<>();
    for (Kept kept : each.events()) {
      if (unclaimed.remove(kept.event().id())) {
        own.add(kept.event().id());
      }
    }
    return own;
  }

  private CheckinLog.Group withConcerns(List<Kept> events) {
    return stays.read(now -> Concerns.of(events, now));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}

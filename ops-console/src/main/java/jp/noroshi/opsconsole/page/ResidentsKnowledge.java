package jp.noroshi.opsconsole.page;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page knows, looked up once for all readers: again after a change and after a quarter of
 * a minute, never twice at once. When it cannot be looked up, the last that was known is kept and
 * marked. Thread-safe.
 */
final class ResidentsKnowledge {

  /** Health of the feeds and the end of notices come without a change in the chronology. */
  static final Duration FRESH_FOR = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(ResidentsKnowledge.class);

  private final ResidentsView view;
  private final Function<Callable<ResidentsSnapshot>, Future<ResidentsSnapshot>> threads;
  private final InstantSource clock;
  private Optional<Known> last = Optional.empty();
  private Optional<Future<Known>> looking = Optional.empty();
  private long changes;

  /**
   * What is known.
   *
   * @param snapshot the last that could be looked up
   * @param stale whether the latest attempt failed
   * @param lookedAt when it was tried
   * @param pages the pages made of it
   */
  record Known(ResidentsSnapshot snapshot, boolean stale, Instant lookedAt, PageCache pages) {}

  /**
   * Looks through the view.
   *
   * @param threads runs what blocks
   */
  ResidentsKnowledge(
      ResidentsView view,
      Function<Callable<ResidentsSnapshot>, Future<ResidentsSnapshot>> threads,
      InstantSource clock) {
    this.view = view;
    this.threads = threads;
    this.clock = clock;
  }

  /** Notes that something changed: whoever asks from now on gets it. */
  synchronized void changed() {
    changes++;
    looking = Optional.empty();
    last = last.map(known -> outdated(known));
  }

  private static Known outdated(Known known) {
    return new Known(known.snapshot(), known.stale(), Instant.MIN, known.pages());
  }

  /** Returns what is known; fails only when nothing ever was. */
  synchronized Future<Known> get() {
    if (last.filter(this::isFresh).isPresent()) {
      return Future.succeededFuture(last.get());
    }
    if (looking.isEmpty()) {
      long at = changes;
      looking =
          Optional.of(
              threads
                  .apply(view::look)
                  .map(snapshot -> keep(at, snapshot))
                  .recover(failure -> keepLast(at, failure)));
    }
    return looking.get();
  }

  private boolean isFresh(Known known) {
    return clock.instant().isBefore(known.lookedAt().plus(FRESH_FOR));
  }

  private synchronized Known keep(long at, ResidentsSnapshot snapshot) {
    Known known = new Known(snapshot, false, clock.instant(), new PageCache());
    settle(at, known);
    return known;
  }

  private synchronized Future<Known> keepLast(long at, Throwable failure) {
    LOG.error("the residents' page cannot look up what is in force", failure);
    if (last.isEmpty()) {
      looking = Optional.empty();
      return Future.failedFuture(failure);
    }
    Known known = new Known(last.get().snapshot(), true, clock.instant(), new PageCache());
    settle(at, known);
    return Future.succeededFuture(known);
  }

  /** What was looked up before the latest change answers those who asked, and nobody else. */
  private void settle(long at, Known known) {
    last = Optional.of(at == changes ? known : outdated(known));
    if (at == changes) {
      looking = Optional.empty();
    }
  }
}

package jp.noroshi.gis.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the roads and what holds on them. The network is read beside the start of the hub; what is
 * closed is read again after every change here, and every second for what other hubs changed and
 * for closures that begin or end by themselves. Thread-safe.
 */
public final class RoadConditions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RoadConditions.class);

  private final Closures closures;
  private final HazardPieces hazards;
  private final InstantSource clock;
  private final ReentrantLock changing = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Known> known = Optional.empty();

  /**
   * The roads and what holds on them, each state a new one.
   *
   * @param closures in force
   * @param layers of danger laid over the roads
   */
  record Known(RoadNetwork network, EdgeState state, List<Closure> closures, List<String> layers) {}

  /** Reads closures and zones from a database; there is no network yet. */
  public RoadConditions(Database database, Closures closures, InstantSource clock) {
    this.closures = closures;
    this.hazards = new HazardPieces(database);
    this.clock = clock;
    closures.onChanged(this::refresh);
  }

  /**
   * Reads the network on a thread of its own, then looks for changes until closed.
   *
   * @param network reads it; blocking
   */
  public void start(Supplier<RoadNetwork> network, Duration poll) {
    Thread.ofVirtual().name("roads").start(() -> run(network, poll));
  }

  private void run(Supplier<RoadNetwork> network, Duration poll) {
    try {
      use(network.get());
      while (!closed.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
        refreshOrWarn();
      }
    } catch (InterruptedException e) {
      LOG.debug("roads are no longer watched");
    } catch (UnreadableRoadsException | java.io.UncheckedIOException e) {
      LOG.error("there is no network of roads: ways are shown as straight lines", e);
    }
  }

  private void refreshOrWarn() {
    try {
      refresh();
    } catch (JdbiException e) {
      LOG.warn("closures and zones cannot be read; trying again", e);
    }
  }

  /** Takes a network into use, with what holds on it now. */
  public void use(RoadNetwork network) {
    changing.lock();
    try {
      EdgeState nothing = new EdgeState(network.edges(), clock.instant());
      known = Optional.of(renewed(new Known(network, nothing, List.of(), List.of())));
      LOG.info("the network of roads has arrived: {} stretches", network.edges());
    } finally {
      changing.unlock();
    }
  }

  /** Reads closures and zones again, and makes a new state if any changed. Blocking. */
  public void refresh() {
    changing.lock();
    try {
      known = known.map(this::renewed);
    } finally {
      changing.unlock();
    }
  }

  private Known renewed(Known last) {
    Instant now = clock.instant();
    List<Closure> inForce = closures.listInForce();
    List<String> layers = hazards.layers();
    if (inForce.equals(last.closures()) && layers.equals(last.layers())) {
      return last;
    }
    EdgeState.Draft draft = last.state().change(now);
    RoadOverlay overlay = new RoadOverlay(last.network());
    if (!layers.equals(last.layers())) {
      draft.forgetDangers();
      hazards.forEach((kind, area) -> overlay.within(area, edge -> draft.endanger(edge, kind)));
    }
    lay(inForce, overlay, draft);
    return new Known(last.network(), draft.finish(), inForce, layers);
  }

  private static void lay(List<Closure> closures, RoadOverlay overlay, EdgeState.Draft draft) {
    draft.openAll();
    for (Closure closure : closures) {
      ClosureShape.read(closure.shape())
          .ifPresent(
              shape -> overlay.closedBy(shape, edge -> draft.close(edge, closure.appliesTo())));
    }
  }

  /** Returns the roads and what holds on them now, empty while there is no network. */
  Optional<Known> current() {
    return known;
  }

  /**
   * Returns what would hold at another moment, with the dangers known now: for exercises and for
   * looking back. Blocking.
   */
  Optional<Known> at(Instant moment) {
    return known.map(
        now -> {
          List<Closure> then = new ArrayList<>(closures.listAll());
          then.removeIf(closure -> !closure.holdsAt(moment));
          EdgeState.Draft draft = now.state().change(moment);
          lay(then, new RoadOverlay(now.network()), draft);
          return new Known(now.network(), draft.finish(), then, now.layers());
        });
  }

  @Override
  public void close() {
    closed.countDown();
    changing.lock();
    try {
      known.ifPresent(last -> last.network().close());
      known = Optional.empty();
    } finally {
      changing.unlock();
    }
  }
}

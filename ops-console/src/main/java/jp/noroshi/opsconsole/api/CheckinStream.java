package jp.noroshi.opsconsole.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.StreamEvent;
import jp.noroshi.shelters.checkin.LiveStays;

/**
 * Tells the tablets of a shelter that there is something to read. A hint, never the only copy: a
 * tablet that missed it reads from where it stopped. Thread-safe.
 */
public final class CheckinStream implements Handler<RoutingContext>, AutoCloseable {

  private static final EventStream.Settings SETTINGS =
      new EventStream.Settings(1, 16, 4_000, Duration.ofSeconds(20));

  private final EventStream stream;

  /** Follows the stays of this hub. */
  public CheckinStream(Vertx vertx, LiveStays stays) {
    this.stream = new EventStream(vertx, SETTINGS);
    stays.onChange(this::tell);
  }

  private void tell(Set<UUID> shelters) {
    shelters.forEach(
        shelter ->
            stream.publish(StreamEvent.hint(shelter.toString(), "events", shelter.toString())));
  }

  @Override
  public void handle(RoutingContext context) {
    String shelter = context.request().getParam("shelter");
    if (Doorkeeper.callerOf(context) instanceof Caller.ShelterTablet tablet
        && !tablet.tablet().shelter().toString().equals(shelter)) {
      context.fail(new ProblemException(ProblemKind.NOT_ALLOWED));
    } else {
      stream.subscribe(context.request(), Set.of(shelter));
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}

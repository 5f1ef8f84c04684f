package jp.noroshi.opsconsole.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import jp.noroshi.opsconsole.auth.Sessions;

/** The live stream of staff. It ends with the session it was opened in. */
final class EventRoutes implements Handler<RoutingContext> {

  private static final long MILLIS_BETWEEN_LOOKS = Duration.ofSeconds(15).toMillis();

  private final Vertx vertx;
  private final StaffEvents events;
  private final Sessions sessions;
  private final VirtualThreads threads;

  EventRoutes(Vertx vertx, StaffEvents events, Sessions sessions, VirtualThreads threads) {
    this.vertx = vertx;
    this.events = events;
    this.sessions = sessions;
    this.threads = threads;
  }

  @Override
  public void handle(RoutingContext context) {
    if (Doorkeeper.callerOf(context) instanceof Caller.Officer officer) {
      closeWithSession(context, officer.token());
      events.subscribe(context.request());
    } else {
      context.fail(new ProblemException(ProblemKind.NOT_SIGNED_IN));
    }
  }

  private void closeWithSession(RoutingContext context, String token) {
    var connection = context.request().connection();
    long timer =
        vertx.setPeriodic(
            MILLIS_BETWEEN_LOOKS,
            _ ->
                threads
                    .call(() -> sessions.isOpen(token))
                    .onSuccess(
                        open -> {
                          if (!open) {
                            connection.close();
                          }
                        }));
    connection.closeHandler(_ -> vertx.cancelTimer(timer));
  }
}

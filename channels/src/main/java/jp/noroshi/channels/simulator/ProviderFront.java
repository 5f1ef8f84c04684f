package jp.noroshi.channels.simulator;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Stands before a simulated provider and spoils its answers as the plan says. */
final class ProviderFront {

  private final FaultPlan faults;
  private final IntFunction<Answer> errors;

  /**
   * Stands before a provider.
   *
   * @param errors the provider's own words for an error status
   */
  ProviderFront(FaultPlan faults, IntFunction<Answer> errors) {
    this.faults = faults;
    this.errors = errors;
  }

  /**
   * Answers the request, or spoils it.
   *
   * @param taking lets the request take effect and says the proper answer
   */
  void serve(RoutingContext context, Supplier<Answer> taking) {
    Optional<Fault> fault = faults.next();
    if (fault.isEmpty()) {
      answer(context, taking.get(), Duration.ZERO);
    } else {
      spoil(context, taking, fault.get());
    }
  }

  private void spoil(RoutingContext context, Supplier<Answer> taking, Fault fault) {
    boolean takes = fault.afterTaking() || fault.kind() == Fault.Kind.SLOW;
    Answer answer = takes ? taking.get() : error(fault);
    switch (fault.kind()) {
      case ANSWER -> answer(context, error(fault), Duration.ZERO);
      case SLOW -> answer(context, answer, fault.delay());
      case HOLD -> after(context, fault.delay(), context.response()::reset);
      case RESET -> context.response().reset();
      case DOWN -> context.request().connection().close();
    }
  }

  private Answer error(Fault fault) {
    Answer error = errors.apply(fault.status());
    return fault
        .retryAfter()
        .map(time -> error.with("Retry-After", Long.toString(time.toSeconds())))
        .orElse(error);
  }

  private void answer(RoutingContext context, Answer answer, Duration delay) {
    after(context, faults.latency().plus(delay), () -> write(context.response(), answer));
  }

  static void write(HttpServerResponse response, Answer answer) {
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status()).putHeader("Content-Type", "application/json");
    answer.headers().forEach(response::putHeader);
    response.end(answer.body());
  }

  /** Ends a request that could not be read: the client left, or sent more than is allowed. */
  static void giveUp(RoutingContext context) {
    // A client that left while it was being answered is told of again for each of its streams.
    if (!context.response().closed() && !context.response().headWritten()) {
      context.response().setStatusCode(Math.max(400, context.statusCode())).end();
    }
  }

  private static void after(RoutingContext context, Duration delay, Runnable action) {
    if (delay.isZero()) {
      action.run();
    } else {
      context.vertx().setTimer(delay.toMillis(), timer -> action.run());
    }
  }
}

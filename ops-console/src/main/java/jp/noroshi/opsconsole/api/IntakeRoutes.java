package jp.noroshi.opsconsole.api;

import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.IncomingMessage;

/** The way in over HTTP: a machine with a token, or an officer with a file. */
final class IntakeRoutes implements Routes {

  private static final String OF_MACHINES = "http";
  private static final String OF_OFFICERS = "console";

  private final HubFacts hub;
  private final AlertSource.Intake intake;

  IntakeRoutes(HubFacts hub, AlertSource.Intake intake) {
    this.hub = hub;
    this.intake = intake;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("takeIn", this::takeIn);
  }

  private Answer takeIn(Call call) {
    String source = call.caller() instanceof Caller.Machine ? OF_MACHINES : OF_OFFICERS;
    return Answer.ok(
        intake.take(
            new IncomingMessage(source, Optional.empty(), hub.now(), call.body().getBytes())));
  }
}

package jp.noroshi.opsconsole.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.Emergency;
import jp.noroshi.gis.register.LegalBasis;

/** Access to the register without consent in a disaster: declared, bounded, gone through. */
final class EmergencyRoutes implements Routes {

  private final HubFacts hub;
  private final Emergencies emergencies;

  EmergencyRoutes(HubFacts hub, Emergencies emergencies) {
    this.hub = hub;
    this.emergencies = emergencies;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listEmergencies",
        _ -> list(),
        "declareEmergency",
        this::declare,
        "endEmergency",
        call -> Answer.ok(view(emergencies.end(call.id("emergencyId"), Looks.reader(call)))),
        "acknowledgeEmergency",
        this::acknowledge);
  }

  private record EmergencyView(Emergency declared, Instant until, boolean inForce) {}

  private record EmergencyList(List<EmergencyView> emergencies, Instant asOf) {}

  private record DeclarationBody(
      String reason, LegalBasis basis, List<AreaCode> districts, int hours) {}

  private record Acknowledgement(Optional<String> remark) {}

  private Answer list() {
    return Answer.ok(
        new EmergencyList(emergencies.list().stream().map(this::view).toList(), hub.now()));
  }

  private Answer declare(Call call) {
    DeclarationBody body = call.read(DeclarationBody.class);
    return Answer.created(
        view(
            emergencies.declare(
                new Emergencies.Declaration(
                    body.reason(), body.basis(), body.districts(), Duration.ofHours(body.hours())),
                Looks.reader(call))));
  }

  private Answer acknowledge(Call call) {
    String remark = call.read(Acknowledgement.class).remark().orElse("");
    return Answer.ok(view(emergencies.acknowledge(call.id("emergencyId"), call.actor(), remark)));
  }

  private EmergencyView view(Emergency emergency) {
    return new EmergencyView(emergency, emergency.until(), emergency.isInForce(hub.now()));
  }
}

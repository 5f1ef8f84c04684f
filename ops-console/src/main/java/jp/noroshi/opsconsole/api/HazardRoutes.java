package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.Exposure;
import jp.noroshi.gis.hazard.HazardExposure;

/** What the hazard maps say of a place. */
final class HazardRoutes implements Routes {

  private final HubFacts hub;
  private final HazardExposure exposure;

  HazardRoutes(HubFacts hub, HazardExposure exposure) {
    this.hub = hub;
    this.exposure = exposure;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getExposure", this::get);
  }

  private record View(Instant asOf, List<Exposure> dangers) {}

  private Answer get(Call call) {
    LatLon place =
        new LatLon(
            Double.parseDouble(call.text("latitude")), Double.parseDouble(call.text("longitude")));
    return Answer.ok(new View(hub.now(), exposure.at(place)));
  }
}

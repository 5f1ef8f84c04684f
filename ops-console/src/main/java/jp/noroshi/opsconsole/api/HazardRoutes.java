package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.Exposure;
import jp.noroshi.gis.hazard.HazardExposure;
import jp.noroshi.gis.hazard.HazardLayers;

/** What the hazard maps say of a place, and the end of a map. */
final class HazardRoutes implements Routes {

  private final HubFacts hub;
  private final HazardExposure exposure;
  private final HazardLayers layers;

  HazardRoutes(HubFacts hub, HazardExposure exposure, HazardLayers layers) {
    this.hub = hub;
    this.exposure = exposure;
    this.layers = layers;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getExposure", this::get, "retireHazardLayer", this::retire);
  }

  private record View(Instant asOf, List<Exposure> dangers) {}

  private Answer get(Call call) {
    LatLon place = new LatLon(call.decimal("latitude"), call.decimal("longitude"));
    return Answer.ok(new View(hub.now(), exposure.at(place)));
  }

  private Answer retire(Call call) {
    if (!layers.retire(call.id("layerId"), call.actor())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }
}

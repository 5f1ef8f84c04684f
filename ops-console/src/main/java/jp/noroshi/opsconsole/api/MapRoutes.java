package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import jp.noroshi.gis.area.Districts;

/** What maps draw. */
final class MapRoutes implements Routes {

  private final Districts districts;

  MapRoutes(Districts districts) {
    this.districts = districts;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getDistricts", _ -> new Answer.Json(Buffer.buffer(districts.toGeoJson())));
  }
}

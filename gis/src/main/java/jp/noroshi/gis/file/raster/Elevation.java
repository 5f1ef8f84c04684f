package jp.noroshi.gis.file.raster;

import java.util.OptionalDouble;
import jp.noroshi.core.place.LatLon;

/** The height of the ground. Thread-safe. */
@FunctionalInterface
public interface Elevation {

  /** Knows nothing. */
  Elevation NONE = _ -> OptionalDouble.empty();

  /** Returns metres above the sea, empty where there are no data. */
  OptionalDouble at(LatLon place);

  /** Asks this one first and the other where this one knows nothing. */
  default Elevation orElse(Elevation other) {
    return place -> {
      OptionalDouble here = at(place);
      return here.isPresent() ? here : other.at(place);
    };
  }
}

package jp.noroshi.gis.route;

import com.graphhopper.routing.ev.AverageSlope;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.MaxSlope;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Smoothness;
import com.graphhopper.routing.ev.Surface;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Optional;

/** How fast a road is walked and wheeled, and what there is to know of it. Immutable. */
final class RoadPace {

  /** What a road needs to say to be read; slopes only where heights are known. */
  static final String ENCODED =
      "foot_access,foot_average_speed,road_class,road_environment,surface,smoothness,"
          + WheelchairTag.KEY;

  static final String ENCODED_WITH_SLOPES = ENCODED + "," + AverageSlope.KEY + "," + MaxSlope.KEY;

  /** 1/12, the steepest ramp the barrier-free rules allow, in percent. */
  private static final double STEEP = 100.0 / 12;

  /** What nobody wheels up, in percent. */
  private static final double TOO_STEEP = 14;

  private static final double KMH_TO_SECONDS_A_METRE = 3.6;

  private final BooleanEncodedValue access;
  private final DecimalEncodedValue speed;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final EnumEncodedValue<RoadEnvironment> environment;
  private final EnumEncodedValue<Surface> surface;
  private final EnumEncodedValue<Smoothness> smoothness;
  private final EnumEncodedValue<WheelchairTag> wheelchair;
  private final Optional<DecimalEncodedValue> slope;

  RoadPace(EncodingManager encoding) {
    access = encoding.getBooleanEncodedValue(VehicleAccess.key("foot"));
    speed = encoding.getDecimalEncodedValue(VehicleSpeed.key("foot"));
    roadClass = encoding.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    environment = encoding.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
    surface = encoding.getEnumEncodedValue(Surface.KEY, Surface.class);
    smoothness = encoding.getEnumEncodedValue(Smoothness.KEY, Smoothness.class);
    wheelchair = encoding.getEnumEncodedValue(WheelchairTag.KEY, WheelchairTag.class);
    slope =
        encoding.hasEncodedValue(MaxSlope.KEY)
            ? Optional.of(encoding.getDecimalEncodedValue(MaxSlope.KEY))
            : Optional.empty();
  }

  /** Returns the seconds a metre takes, infinite where nobody may go. */
  float secondsPerMetre(EdgeIteratorState edge, boolean reverse, WayProfile profile) {
    boolean open = reverse ? edge.getReverse(access) : edge.get(access);
    double kmh = reverse ? edge.getReverse(speed) : edge.get(speed);
    if (!open || kmh <= 0) {
      return Float.POSITIVE_INFINITY;
    }
    return (float)
        switch (profile) {
          case FOOT -> KMH_TO_SECONDS_A_METRE / kmh;
          case WHEELCHAIR -> KMH_TO_SECONDS_A_METRE / kmh * wheelchairFactor(edge);
        };
  }

  private double wheelchairFactor(EdgeIteratorState edge) {
    WheelchairTag tag = edge.get(wheelchair);
    if (edge.get(roadClass) == RoadClass.STEPS || tag == WheelchairTag.NO) {
      return Double.POSITIVE_INFINITY;
    }
    double steepness = steepness(edge);
    if (steepness > TOO_STEEP) {
      return Double.POSITIVE_INFINITY;
    }
    double slow = steepness > STEEP ? 3 : 1;
    return tag == WheelchairTag.YES ? slow : slow * surfaceFactor(edge);
  }

  private double surfaceFactor(EdgeIteratorState edge) {
    double rough =
        switch (edge.get(smoothness)) {
          case EXCELLENT, GOOD, INTERMEDIATE, MISSING, OTHER -> 1;
          case BAD -> 2;
          case VERY_BAD, HORRIBLE, VERY_HORRIBLE, IMPASSABLE -> Double.POSITIVE_INFINITY;
        };
    double loose =
        switch (edge.get(surface)) {
          case PAVED, ASPHALT, CONCRETE, PAVING_STONES, WOOD -> 1;
          case COMPACTED, FINE_GRAVEL, COBBLESTONE -> 1.5;
          case MISSING, OTHER -> 1.2;
          case UNPAVED, GRAVEL, GROUND, DIRT, GRASS -> 3;
          case SAND -> Double.POSITIVE_INFINITY;
        };
    return rough * loose;
  }

  private double steepness(EdgeIteratorState edge) {
    return slope.map(value -> Math.abs(edge.get(value))).orElse(0.0);
  }

  /** Returns the bits of {@link RoadFeature}. */
  byte features(EdgeIteratorState edge) {
    int bits = 0;
    bits |= edge.get(roadClass) == RoadClass.STEPS ? RoadFeature.STEPS.bit() : 0;
    bits |= steepness(edge) > STEEP ? RoadFeature.STEEP.bit() : 0;
    bits |= edge.get(environment) == RoadEnvironment.TUNNEL ? RoadFeature.UNDERPASS.bit() : 0;
    bits |= edge.get(environment) == RoadEnvironment.BRIDGE ? RoadFeature.BRIDGE.bit() : 0;
    boolean known =
        edge.get(surface) != Surface.MISSING
            || edge.get(smoothness) != Smoothness.MISSING
            || edge.get(wheelchair) != WheelchairTag.MISSING;
    return (byte) (known ? bits : bits | RoadFeature.SURFACE_UNKNOWN.bit());
  }
}

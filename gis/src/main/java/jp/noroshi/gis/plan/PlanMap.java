package jp.noroshi.gis.plan;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What the map of a plan is drawn from, in degrees (WGS 84).
 *
 * @param frame what the map shows
 * @param zones dangers, the shallowest first
 * @param roads in the frame; those of its edge reach beyond it
 * @param boundaries outlines of districts
 * @param closures ways closed today
 * @param layers the layers the zones are from
 */
public record PlanMap(
    Envelope frame,
    List<Zone> zones,
    List<LineString> roads,
    List<Geometry> boundaries,
    List<Geometry> closures,
    List<Layer> layers) {

  /**
   * A zone of a danger, cut to the frame.
   *
   * @param rank 1 … 6 for depths, 1 警戒 … 2 特別警戒 for landslides
   * @param label as the source says
   */
  public record Zone(int rank, String label, Geometry outline) {}

  /** A layer and its edition. */
  public record Layer(String name, String scenario, LocalDate edition) {}
}

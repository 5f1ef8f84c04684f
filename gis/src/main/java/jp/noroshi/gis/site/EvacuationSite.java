package jp.noroshi.gis.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * A place people go to, with everything it is designated for.
 *
 * @param capacity people as published; empty = not published
 * @param floorArea square metres people can use; empty = not measured
 * @param wheelchair whether a wheelchair gets in; empty = nobody said
 * @param closed in no list any more; kept because plans and the past name it
 */
public record EvacuationSite(
    UUID id,
    String municipality,
    String name,
    String kana,
    String address,
    LatLon location,
    Optional<Integer> capacity,
    Optional<Double> floorArea,
    Optional<Boolean> wheelchair,
    boolean closed,
    List<Designation> designations) {

  /** Copies the list. */
  public EvacuationSite {
    designations = List.copyOf(designations);
  }

  /** Returns how far apart its lines say it is, the farthest two, in metres. */
  public double spread() {
    return designations.stream()
        .flatMapToDouble(
            one ->
                designations.stream()
                    .mapToDouble(other -> one.location().metresTo(other.location())))
        .max()
        .orElse(0);
  }

  /**
   * In one capacity.
   *
   * @param key of the line it comes from
   * @param name of the part it is about: the building and the ground of a school have lines of
   *     their own
   * @param hazards of an emergency site: for which
   * @param accepts 受入対象者; empty = not said
   * @param location as this line says
   */
  public record Designation(
      String key,
      DesignationKind kind,
      String name,
      Set<HazardKind> hazards,
      String accepts,
      LatLon location) {
    /** Copies the set. */
    public Designation {
      hazards = Set.copyOf(hazards);
    }
  }
}

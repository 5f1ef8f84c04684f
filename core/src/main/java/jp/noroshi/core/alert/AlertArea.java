package jp.noroshi.core.alert;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;

/**
 * An area and what is said about it.
 *
 * @param layer the publisher's layer (JMA {@code @type} or {@code codeType}, CAP {@code
 *     valueName}); empty if none
 * @param municipal whether the layer is the municipal one, which wins over every wider one
 * @param code the area's code; empty where the sender gives none (a CAP area of words only)
 * @param name the area's name
 * @param kinds what is said, at least one
 * @param shapes its outline if the sender drew one
 */
public record AlertArea(
    String layer,
    boolean municipal,
    Optional<AreaCode> code,
    String name,
    List<AlertKind> kinds,
    List<Shape> shapes) {
  /** Copies the lists. */
  public AlertArea {
    kinds = List.copyOf(kinds);
    shapes = List.copyOf(shapes);
  }
}

package jp.noroshi.gis.targeting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * An area somebody asks about. Its border belongs to it; what overlaps counts once. People whose
 * home nobody knows are inside the municipality, and inside the district the register names.
 */
public sealed interface Area {

  /** Everything within the municipality's districts. */
  record Municipality() implements Area {}

  /**
   * Whole districts. A household on the border of two belongs to one of them. Codes of none of ours
   * add nothing.
   */
  record Districts(Set<AreaCode> codes) implements Area {
    /** Copies the set. */
    public Districts {
      codes = Set.copyOf(codes);
    }
  }

  /** A polygon or several, as drawn. */
  record Drawn(DrawnOutline outline) implements Area {}

  /** A circle; its radius is measured on the spheroid. */
  record Circle(Shape.Circle circle) implements Area {}

  /**
   * Zones of one map of dangers, whatever its edition.
   *
   * @param layer which map
   * @param minRank zones of a lower rank are left out
   */
  record HazardLayer(UUID layer, int minRank) implements Area {}

  /**
   * Zones of a kind of danger on every map that is current.
   *
   * @param minRank zones of a lower rank are left out
   */
  record HazardZones(HazardKind kind, int minRank) implements Area {}

  /**
   * Where a warning holds, as its sender wrote it: what was drawn if anything was; else the
   * district, or the municipality, or the prefecture around it that is named by its code (22, or
   * 220000 as JMA writes it). Codes of other places add nothing; JMA's own areas between prefecture
   * and municipality (220010) are told apart at the intake, which knows which of them is ours.
   */
  record Warned(List<AlertArea> areas) implements Area {
    /** Copies the list. */
    public Warned {
      areas = List.copyOf(areas);
    }
  }

  /** All of them together. */
  record Together(List<Area> parts) implements Area {
    /** Copies the list. */
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /** Whole districts. */
  static Area of(Set<AreaCode> districts) {
    return new Districts(districts);
  }

  /** An area that was drawn. */
  static Area of(DrawnOutline outline) {
    return new Drawn(outline);
  }
}

package jp.noroshi.gis.route;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;

/** Why people may be safe at a place. */
public sealed interface Safety {

  /** Tells whether people may be sent there from all of these dangers. */
  boolean fits(Set<HazardKind> dangers);

  /**
   * The municipality designated it.
   *
   * @param hazards for which dangers; may be none
   */
  record Designated(Set<HazardKind> hazards) implements Safety {
    /** Copies the set. */
    public Designated {
      hazards = Set.copyOf(hazards);
    }

    @Override
    public boolean fits(Set<HazardKind> dangers) {
      return hazards.containsAll(dangers);
    }
  }

  /**
   * Nobody designated it; only the maps say something of the ground it stands on.
   *
   * @param kind what it is, by the name of its kind
   * @param mapped of which dangers there is a map
   * @param zones in the zones of which dangers it lies
   */
  record ByHand(String kind, Set<HazardKind> mapped, Set<HazardKind> zones) implements Safety {
    /** Copies the sets. */
    public ByHand {
      mapped = Set.copyOf(mapped);
      zones = Set.copyOf(zones);
    }

    /** Where no map says so, nobody knows that it lies outside, and nobody is sent there. */
    @Override
    public boolean fits(Set<HazardKind> dangers) {
      return mapped.containsAll(dangers) && Collections.disjoint(zones, wider(dangers));
    }

    /** Heavy rain is fled from as a flood; where the drains come up is no place to go then. */
    private static Set<HazardKind> wider(Set<HazardKind> dangers) {
      Set<HazardKind> all = EnumSet.noneOf(HazardKind.class);
      all.addAll(dangers);
      if (all.contains(HazardKind.FLOOD)) {
        all.add(HazardKind.INLAND_FLOOD);
      }
      return all;
    }
  }
}

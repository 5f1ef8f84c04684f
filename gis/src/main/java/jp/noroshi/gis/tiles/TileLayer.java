package jp.noroshi.gis.tiles;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What is drawn from tiles. */
public sealed interface TileLayer {

  /** Returns its name in addresses and in the tile. */
  String id();

  /** Returns the name its version is counted under. */
  String versionedAs();

  /** Tells whether people who did not sign in may have it. */
  boolean isPublic();

  /** One map of one danger. */
  record HazardMap(UUID layer) implements TileLayer {
    private static final String PREFIX = "hazard-";

    @Override
    public String id() {
      return PREFIX + layer;
    }

    @Override
    public String versionedAs() {
      return "hazards";
    }

    @Override
    public boolean isPublic() {
      return true;
    }
  }

  /** A layer there is one of. */
  enum Plain implements TileLayer {
    /** The districts. */
    DISTRICTS("districts", true),
    /** The evacuation sites that are designated now. */
    SITES("sites", true),
    /** Facilities, some of which are nobody's business outside. */
    FACILITIES("facilities", false),
    /** Where a way cannot be used now. */
    CLOSURES("closures", true);

    private final String id;
    private final boolean isPublic;

    Plain(String id, boolean isPublic) {
      this.id = id;
      this.isPublic = isPublic;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String versionedAs() {
      return id;
    }

    @Override
    public boolean isPublic() {
      return isPublic;
    }
  }

  /** Finds a layer by its name. */
  static Optional<TileLayer> find(String id) {
    if (id.startsWith(HazardMap.PREFIX)) {
      return hazardMap(id.substring(HazardMap.PREFIX.length()));
    }
    return Arrays.stream(Plain.values())
        .filter(layer -> layer.id().equals(id))
        .<TileLayer>map(layer -> layer)
        .findFirst();
  }

  private static Optional<TileLayer> hazardMap(String layer) {
    try {
      return Optional.of(new HazardMap(UUID.fromString(layer)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

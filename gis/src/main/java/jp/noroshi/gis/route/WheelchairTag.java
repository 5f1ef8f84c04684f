package jp.noroshi.gis.route;

import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import java.util.Locale;

/** The OSM tag {@code wheelchair} of a road. */
enum WheelchairTag {
  MISSING,
  YES,
  LIMITED,
  NO;

  static final String KEY = "wheelchair";

  /** Returns GraphHopper's own units and this one. */
  static ImportRegistry registry() {
    ImportRegistry usual = new DefaultImportRegistry();
    return name -> name.equals(KEY) ? unit() : usual.createImportUnit(name);
  }

  private static ImportUnit unit() {
    return ImportUnit.create(
        KEY,
        _ -> new EnumEncodedValue<>(KEY, WheelchairTag.class),
        (lookup, _) -> {
          EnumEncodedValue<WheelchairTag> value =
              lookup.getEnumEncodedValue(KEY, WheelchairTag.class);
          return (edge, access, way, _) ->
              value.setEnum(false, edge, access, of(way.getTag(KEY, "")));
        });
  }

  private static WheelchairTag of(String tag) {
    return switch (tag.toLowerCase(Locale.ROOT)) {
      case "yes", "designated" -> YES;
      case "limited" -> LIMITED;
      case "no" -> NO;
      default -> MISSING;
    };
  }
}

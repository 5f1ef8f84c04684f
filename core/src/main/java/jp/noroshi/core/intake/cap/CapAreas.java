package jp.noroshi.core.intake.cap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.cap.CapMessage.CapArea;
import jp.noroshi.core.intake.cap.CapMessage.CapInfo;
import jp.noroshi.core.intake.cap.CapMessage.CapValue;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;

/**
 * The areas of an alert. A CAP area is the union of its codes and shapes: each code becomes an area
 * of ours, and the shapes become one more. The same area in another language is not counted again,
 * nor is a code that two areas name.
 */
final class CapAreas {
  private static final String DEFAULT_LANGUAGE = "en-US";

  private final Map<Object, AlertArea> areas = new LinkedHashMap<>();
  private final Set<Object> places = new HashSet<>();
  private final List<AlertKind> kinds;

  private CapAreas(AlertKind kind) {
    kinds = List.of(kind);
  }

  static List<AlertArea> of(List<CapInfo> infos, AlertKind kind) throws UnreadableException {
    CapAreas all = new CapAreas(kind);
    String shown = language(infos.getFirst());
    for (CapInfo info : infos) {
      for (CapArea area : info.areas()) {
        all.add(area, language(info).equals(shown));
      }
    }
    return List.copyOf(all.areas.values());
  }

  private static String language(CapInfo info) throws UnreadableException {
    String language = info.fields().optional("language");
    return language.isEmpty() ? DEFAULT_LANGUAGE : language;
  }

  private void add(CapArea area, boolean shown) throws UnreadableException {
    String name = area.fields().required("areaDesc");
    List<Shape> shapes = CapShapes.of(area.fields());
    // Names are translated, the names of code systems too; what is drawn is not.
    boolean isNew = places.add(shapes.isEmpty() ? area.geocodes() : shapes);
    if (!isNew && !shown) {
      return;
    }
    if (!shapes.isEmpty()) {
      put(shapes, "", false, Optional.empty(), name, shapes);
    } else if (area.geocodes().isEmpty() && shown) {
      put(name, "", false, Optional.empty(), name, shapes);
    }
    for (CapValue geocode : area.geocodes()) {
      CapGeocode code = CapGeocode.of(geocode);
      put(geocode, geocode.name(), code.municipal(), code.code(), name, List.of());
    }
  }

  private void put(
      Object key,
      String layer,
      boolean municipal,
      Optional<AreaCode> code,
      String name,
      List<Shape> shapes) {
    areas.putIfAbsent(key, new AlertArea(layer, municipal, code, name, kinds, shapes));
  }
}

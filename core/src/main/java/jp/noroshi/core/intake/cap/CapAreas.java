package jp.noroshi.core.intake.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * of ours, and the shapes become one more. The same area in another language is not counted again.
 */
final class CapAreas {
  private final Map<Object, AlertArea> areas = new LinkedHashMap<>();
  private final List<AlertKind> kinds;

  private CapAreas(AlertKind kind) {
    kinds = List.of(kind);
  }

  static List<AlertArea> of(List<CapInfo> infos, AlertKind kind) throws UnreadableException {
    CapAreas all = new CapAreas(kind);
    for (int i = 0; i < infos.size(); i++) {
      // Areas of words only cannot be told from their translations; the language shown has them
      // all.
      all.add(infos.get(i), i == 0);
    }
    return new ArrayList<>(all.areas.values());
  }

  private void add(CapInfo info, boolean shown) throws UnreadableException {
    for (CapArea area : info.areas()) {
      String name = area.fields().required("areaDesc");
      List<Shape> shapes = CapShapes.of(area.fields());
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

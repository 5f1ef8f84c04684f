package jp.noroshi.core.intake.cap;

import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * An alert as written, before any rule is checked. Elements in a foreign namespace (signatures) and
 * the contents of resources (a sample carries 166 KB of sound) are passed over unread.
 *
 * @param fields the simple elements of {@code alert}
 */
record CapMessage(CapVersion version, CapFields fields, List<CapInfo> infos) {

  /** An {@code info} block: one language, or one aspect of the event. */
  record CapInfo(
      CapFields fields,
      List<CapValue> eventCodes,
      List<CapValue> parameters,
      List<CapArea> areas) {}

  /** An {@code area} block. */
  record CapArea(CapFields fields, List<CapValue> geocodes) {}

  /** A {@code valueName} with its {@code value}. */
  record CapValue(String name, String value) {}

  static CapMessage read(CapVersion version, XmlInput xml) throws UnreadableException {
    CapFields fields = new CapFields("alert");
    List<CapInfo> infos = new ArrayList<>(2);
    xml.children(
        name -> {
          if (name.equals("info")) {
            infos.add(readInfo(xml));
          } else {
            fields.put(name, xml.text());
          }
        });
    return new CapMessage(version, fields, infos);
  }

  private static CapInfo readInfo(XmlInput xml) throws UnreadableException {
    CapInfo info =
        new CapInfo(new CapFields("info"), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    xml.children(
        name -> {
          switch (name) {
            case "area" -> info.areas().add(readArea(xml));
            case "eventCode" -> info.eventCodes().add(readNamed(xml));
            case "parameter" -> info.parameters().add(readNamed(xml));
            case "resource" -> {}
            default -> info.fields().put(name, xml.text());
          }
        });
    return info;
  }

  private static CapArea readArea(XmlInput xml) throws UnreadableException {
    CapArea area = new CapArea(new CapFields("area"), new ArrayList<>());
    xml.children(
        name -> {
          if (name.equals("geocode")) {
            CapValue geocode = readNamed(xml);
            if (!geocode.value().isEmpty()) {
              area.geocodes().add(geocode);
            }
          } else {
            area.fields().put(name, xml.text());
          }
        });
    return area;
  }

  private static CapValue readNamed(XmlInput xml) throws UnreadableException {
    String[] parts = {"", ""};
    xml.children(
        name -> {
          switch (name) {
            case "valueName" -> parts[0] = xml.text();
            case "value" -> parts[1] = xml.text();
            default -> {}
          }
        });
    return new CapValue(parts[0], parts[1]);
  }
}

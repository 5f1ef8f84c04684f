package jp.noroshi.core.intake.jma;

import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * An Item as headline, weather, tsunami and volcano telegrams share it: kinds, and the areas they
 * are said of.
 */
record TelegramItem(List<ItemKind> kinds, List<ItemArea> areas) {

  /**
   * A kind with what it was before.
   *
   * @param status Status of weather telegrams, else Condition
   * @param condition Condition, empty if none
   * @param last the code of LastKind, empty if none
   * @param lastCondition the Condition of LastKind, empty if none
   * @param text the texts of its properties, empty if none
   */
  record ItemKind(
      String name,
      String code,
      String status,
      String condition,
      String last,
      String lastCondition,
      String text) {}

  /** An area; the city is given only for the reach of a river. */
  record ItemArea(String name, String code, String city, String cityCode) {}

  static TelegramItem read(XmlInput xml) throws UnreadableException {
    List<KindParts> kinds = new ArrayList<>(4);
    List<ItemArea> areas = new ArrayList<>();
    xml.children(
        name -> {
          switch (name) {
            case "Kind" -> kinds.add(KindParts.read(xml));
            // Volcano telegrams put it beside the kind, tsunami telegrams beside it in Category,
            // weather telegrams inside it.
            case "LastKind" -> attachLast(kinds, xml);
            case "Category" -> readCategory(kinds, xml);
            case "Area" -> areas.add(readArea(xml));
            case "Areas" -> readAreas(areas, xml);
            default -> {}
          }
        });
    return new TelegramItem(kinds.stream().map(KindParts::toKind).toList(), areas);
  }

  private static void readCategory(List<KindParts> kinds, XmlInput xml) throws UnreadableException {
    xml.children(
        name -> {
          switch (name) {
            case "Kind" -> kinds.add(KindParts.read(xml));
            case "LastKind" -> attachLast(kinds, xml);
            default -> {}
          }
        });
  }

  private static void attachLast(List<KindParts> kinds, XmlInput xml) throws UnreadableException {
    if (!kinds.isEmpty() && kinds.getLast().last == null) {
      kinds.getLast().last = KindParts.read(xml);
    }
  }

  private static void readAreas(List<ItemArea> areas, XmlInput xml) throws UnreadableException {
    xml.children(
        name -> {
          if (name.equals("Area")) {
            areas.add(readArea(xml));
          }
        });
  }

  private static ItemArea readArea(XmlInput xml) throws UnreadableException {
    String[] parts = {"", "", "", ""};
    xml.children(
        name -> {
          switch (name) {
            case "Name" -> parts[0] = xml.text();
            case "Code" -> parts[1] = xml.text();
            case "City" -> parts[2] = xml.text();
            case "CityCode" -> parts[3] = xml.text();
            default -> {}
          }
        });
    return new ItemArea(parts[0], parts[1], parts[2], parts[3]);
  }

  /** A Kind while it is being read. */
  private static final class KindParts {
    private String name = "";
    private String code = "";
    private String status = "";
    private String condition = "";
    private final StringBuilder text = new StringBuilder();
    private KindParts last;

    static KindParts read(XmlInput xml) throws UnreadableException {
      KindParts kind = new KindParts();
      xml.children(child -> kind.readChild(child, xml));
      return kind;
    }

    private void readChild(String child, XmlInput xml) throws UnreadableException {
      switch (child) {
        case "Name" -> name = xml.text();
        case "Code" -> code = xml.text();
        case "Status" -> status = xml.text();
        case "Condition" -> condition = xml.text();
        case "LastKind" -> last = read(xml);
        case "Property" -> xml.children(part -> readProperty(part, xml));
        default -> {}
      }
    }

    private void readProperty(String part, XmlInput xml) throws UnreadableException {
      if (part.equals("Text")) {
        text.append(text.isEmpty() ? "" : "\n").append(xml.text());
      }
    }

    ItemKind toKind() {
      return new ItemKind(
          name,
          code,
          status,
          condition,
          last == null ? "" : last.code,
          last == null ? "" : last.condition,
          text.toString());
    }
  }
}

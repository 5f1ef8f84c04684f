package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.jma.JmaHeader.HeadlineItem;
import jp.noroshi.core.intake.jma.JmaHeader.InfoType;
import jp.noroshi.core.intake.xml.XmlInput;

/** Collects Control and Head of one telegram. Not thread-safe. */
final class HeaderReader {
  private final Map<String, String> control = new HashMap<>();
  private final Map<String, String> head = new HashMap<>();
  private final List<HeadlineItem> information = new ArrayList<>();
  private String headline = "";

  void readControl(XmlInput xml) throws UnreadableException {
    xml.children(name -> put(control, "Control", name, xml));
  }

  void readHead(XmlInput xml) throws UnreadableException {
    xml.children(
        name -> {
          if (name.equals("Headline")) {
            xml.children(part -> readHeadline(part, xml));
          } else {
            put(head, "Head", name, xml);
          }
        });
  }

  private static void put(Map<String, String> fields, String place, String name, XmlInput xml)
      throws UnreadableException {
    if (fields.putIfAbsent(name, xml.text()) != null) {
      throw breaksTheFormat(place + " に" + quote(name) + "が二つあります。");
    }
  }

  private void readHeadline(String part, XmlInput xml) throws UnreadableException {
    if (part.equals("Text")) {
      headline = xml.text();
    } else if (part.equals("Information") && type().equals(RiverFloodBody.TYPE)) {
      String layer = xml.attribute("type");
      xml.children(
          item -> {
            if (item.equals("Item")) {
              information.add(new HeadlineItem(layer, TelegramItem.read(xml)));
            }
          });
    }
  }

  private String type() {
    return TelegramTypes.of(control.getOrDefault("Title", ""));
  }

  /**
   * Returns the header.
   *
   * @throws UnreadableException when a field is missing without which nothing can be told: whether
   *     it is a drill, what it is, when it was said
   */
  JmaHeader toHeader() throws UnreadableException {
    return new JmaHeader(
        TelegramTypes.of(required(control, "Title")),
        required(control, "Title"),
        time(control, "DateTime"),
        status(required(control, "Status")),
        required(control, "PublishingOffice"),
        required(head, "Title"),
        time(head, "ReportDateTime"),
        head.getOrDefault("EventID", ""),
        infoType(required(head, "InfoType")),
        head.getOrDefault("Serial", ""),
        headline,
        information);
  }

  private static String required(Map<String, String> fields, String name)
      throws UnreadableException {
    String value = fields.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw breaksTheFormat("電文の" + name + "がありません。");
    }
    return value;
  }

  private static Instant time(Map<String, String> fields, String name) throws UnreadableException {
    String value = required(fields, name);
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw breaksTheFormat("電文の" + name + quote(value) + "は日時として読めません。");
    }
  }

  private static AlertStatus status(String value) throws UnreadableException {
    return switch (value) {
      case "通常" -> AlertStatus.ACTUAL;
      case "訓練" -> AlertStatus.EXERCISE;
      case "試験" -> AlertStatus.TEST;
      default -> throw breaksTheFormat("電文の Status" + quote(value) + "は通常・訓練・試験のどれでもありません。");
    };
  }

  private static InfoType infoType(String value) throws UnreadableException {
    return switch (value) {
      case "発表" -> InfoType.ISSUE;
      case "訂正" -> InfoType.CORRECTION;
      case "遅延" -> InfoType.DELAYED;
      case "取消" -> InfoType.CANCEL;
      default -> throw breaksTheFormat("電文の InfoType" + quote(value) + "は発表・訂正・遅延・取消のどれでもありません。");
    };
  }
}

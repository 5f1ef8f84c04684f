package jp.noroshi.core.intake.jma;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * 水位・流量情報 of a river forecast: what each gauge measured (現況), not what is forecast of it. What is
 * missing (欠測) or odd is left out: a telegram is not refused for a gauge. Not thread-safe; one
 * instance reads one series.
 */
final class GaugeReadings {

  private static final String LEVELS = "水位・流量情報";
  private static final String NOW = "現況";
  private static final String SOUND = "正常";
  private static final Pattern METRES = Pattern.compile("-?\\d{1,4}(\\.\\d{1,3})?");

  private final TelegramContent content;

  /** When, by the ids of the times that are now. */
  private final Map<String, Instant> times = new HashMap<>();

  private GaugeReadings(TelegramContent content) {
    this.content = content;
  }

  /** Reads a MeteorologicalInfos, which is the current element; passes over any other. */
  static void read(XmlInput xml, TelegramContent content) throws UnreadableException {
    if (!xml.attribute("type").equals(LEVELS)) {
      return;
    }
    xml.children(
        child -> {
          if (child.equals("TimeSeriesInfo")) {
            new GaugeReadings(content).readSeries(xml);
          }
        });
  }

  private void readSeries(XmlInput xml) throws UnreadableException {
    xml.children(
        child -> {
          switch (child) {
            case "TimeDefines" -> xml.children(time -> readTime(xml));
            case "Item" -> new Item().read(xml);
            default -> {}
          }
        });
  }

  private void readTime(XmlInput xml) throws UnreadableException {
    String id = xml.attribute("timeId");
    Map<String, String> said = new HashMap<>();
    xml.children(child -> said.put(child, xml.text()));
    if (NOW.equals(said.get("Name"))) {
      findTime(said.getOrDefault("DateTime", "")).ifPresent(time -> times.put(id, time));
    }
  }

  private static Optional<Instant> findTime(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** One gauge with its series. */
  private final class Item {
    private final Map<Instant, Double> measured = new HashMap<>();
    private String name = "";
    private String code = "";

    void read(XmlInput xml) throws UnreadableException {
      xml.children(
          child -> {
            switch (child) {
              case "Kind" -> xml.children(part -> readProperty(part, xml));
              case "Station" -> readStation(xml);
              default -> {}
            }
          });
      if (!name.isEmpty()) {
        for (Map.Entry<Instant, Double> level : measured.entrySet()) {
          content.measured(new WaterLevel(code, name, level.getValue(), level.getKey()));
        }
      }
    }

    private void readProperty(String part, XmlInput xml) throws UnreadableException {
      if (part.equals("Property")) {
        xml.children(
            child -> {
              if (child.equals("WaterLevelPart")) {
                // The values stand in the namespace of elements, not of the body.
                xml.allChildren(value -> readLevel(value, xml));
              }
            });
      }
    }

    private void readLevel(String value, XmlInput xml) throws UnreadableException {
      boolean level =
          value.equals("WaterLevel")
              && xml.attribute("type").equals("水位")
              && xml.attribute("unit").equals("m")
              && xml.attribute("condition").equals(SOUND);
      Instant time = times.get(xml.attribute("refID"));
      if (!level || time == null) {
        return;
      }
      String written = xml.text();
      if (METRES.matcher(written).matches()) {
        measured.put(time, Double.parseDouble(written));
      }
    }

    private void readStation(XmlInput xml) throws UnreadableException {
      xml.children(
          child -> {
            switch (child) {
              case "Name" -> name = xml.text();
              case "Code" -> code = xml.text();
              default -> {}
            }
          });
    }
  }
}

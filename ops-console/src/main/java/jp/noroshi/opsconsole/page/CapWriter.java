package jp.noroshi.opsconsole.page;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.dispatch.DispatchReason;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;

/**
 * Writes what was published as CAP 1.2 (OASIS): one message for each dispatch, one {@code info} for
 * each language, word for word as approved. Stateless, thread-safe.
 */
final class CapWriter {

  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** CAP wants an offset and neither Z nor a fraction of a second. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final Mode mode;
  private final MunicipalitySettings municipality;
  private final MessageTemplates texts;

  CapWriter(Mode mode, MunicipalitySettings municipality, MessageTemplates texts) {
    this.mode = mode;
    this.municipality = municipality;
    this.texts = texts;
  }

  /** How a level is rated: the table of JMA's own CAP messages. */
  private record Rating(String response, String urgency, String severity, String certainty) {
    static final Rating OVER = new Rating("AllClear", "Past", "Minor", "Observed");
    static final Rating PLAIN = new Rating("None", "Unknown", "Unknown", "Observed");

    static Rating of(AlertLevel level) {
      return switch (level) {
        case FIVE -> new Rating("Shelter", "Immediate", "Extreme", "Observed");
        case FOUR -> new Rating("Evacuate", "Immediate", "Severe", "Likely");
        case THREE -> new Rating("Prepare", "Expected", "Severe", "Likely");
        case TWO -> new Rating("Monitor", "Expected", "Moderate", "Possible");
        case ONE -> new Rating("Monitor", "Future", "Minor", "Possible");
      };
    }
  }

  String identifier(CapMessage message) {
    return "noroshi-" + municipality.code().value() + "-" + message.dispatch();
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  /**
   * Writes a message.
   *
   * @param earlier messages about the same event that it takes the place of
   */
  String write(CapMessage message, List<CapMessage> earlier) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XML.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("alert");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "identifier", identifier(message));
      element(xml, "sender", sender());
      element(xml, "sent", time(message.sent()));
      element(xml, "status", mode == Mode.LIVE ? "Actual" : "Exercise");
      element(xml, "msgType", type(message.occasion().reason(), earlier));
      element(xml, "scope", "Public");
      if (mode == Mode.DRILL) {
        element(xml, "note", texts.word(municipality.mainLanguage(), "page-drill-note"));
      }
      if (!earlier.isEmpty()) {
        element(xml, "references", references(earlier));
      }
      for (PublishedNotice notice : message.languages()) {
        info(xml, message.occasion().reason(), notice.notice());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  /** CAP lets only letters and the like into a sender. */
  private String sender() {
    return municipality.code().value() + "@" + municipality.baseUrl().getHost();
  }

  private static String type(DispatchReason reason, List<CapMessage> earlier) {
    if (earlier.isEmpty()) {
      return "Alert";
    }
    return switch (reason) {
      case CANCELLED -> "Cancel";
      case FIRST, UPDATED, LIFTED, CORRECTED -> "Update";
    };
  }

  private String references(List<CapMessage> earlier) {
    return earlier.stream()
        .map(each -> sender() + "," + identifier(each) + "," + time(each.sent()))
        .collect(Collectors.joining(" "));
  }

  private void info(XMLStreamWriter xml, DispatchReason reason, Rendering.Web notice)
      throws XMLStreamException {
    Rating rating = rating(reason, notice.level());
    xml.writeStartElement("info");
    element(xml, "language", notice.language());
    element(xml, "category", category(notice.hazard()));
    element(xml, "event", event(notice));
    element(xml, "responseType", rating.response());
    element(xml, "urgency", rating.urgency());
    element(xml, "severity", rating.severity());
    element(xml, "certainty", rating.certainty());
    element(xml, "expires", time(notice.expiresAt()));
    element(xml, "senderName", municipality.nameIn(notice.language()));
    element(xml, "headline", notice.title());
    element(xml, "description", notice.body());
    element(xml, "web", municipality.baseUrl().toString());
    Optional<AlertLevel> shown = notice.level().filter(_ -> notice.hazard() != Hazard.TSUNAMI);
    if (shown.isPresent()) {
      named(xml, "parameter", "警戒レベル", String.valueOf(shown.get().number()));
    }
    area(xml, notice);
    xml.writeEndElement();
  }

  /** News of shelters and the like is no hazard with a name: it is what its title says. */
  private String event(Rendering.Web notice) {
    return notice.hazard() == Hazard.OTHER
        ? notice.title()
        : texts.word(notice.language(), "hazard-" + notice.hazard());
  }

  private static Rating rating(DispatchReason reason, Optional<AlertLevel> level) {
    return switch (reason) {
      case LIFTED, CANCELLED -> Rating.OVER;
      case FIRST, UPDATED, CORRECTED -> level.map(Rating::of).orElse(Rating.PLAIN);
    };
  }

  private void area(XMLStreamWriter xml, Rendering.Web notice) throws XMLStreamException {
    List<AreaCode> areas =
        notice.areas().isEmpty()
            ? List.of(municipality.code())
            : notice.areas().stream().map(AreaCode::new).toList();
    xml.writeStartElement("area");
    element(
        xml,
        "areaDesc",
        areas.stream()
            .map(area -> municipality.areaName(area, notice.language()))
            .collect(Collectors.joining(texts.word(notice.language(), "list-separator"))));
    named(xml, "geocode", "JIS_X_0402", municipality.code().value());
    for (AreaCode area : areas) {
      if (!area.equals(municipality.code())) {
        named(xml, "geocode", "district", area.value());
      }
    }
    xml.writeEndElement();
  }

  private static String category(Hazard hazard) {
    return switch (hazard) {
      case FLOOD,
          HEAVY_RAIN,
          STORM_SURGE,
          STORM,
          BLIZZARD,
          HEAVY_SNOW,
          HIGH_WAVES,
          OTHER_WEATHER,
          HEAT ->
          "Met";
      case LANDSLIDE, EARTHQUAKE, TSUNAMI, VOLCANO -> "Geo";
      case FIRE -> "Fire";
      case CIVIL_PROTECTION -> "Security";
      case OTHER -> "Safety";
    };
  }

  private static void named(XMLStreamWriter xml, String element, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(element);
    element(xml, "valueName", name);
    element(xml, "value", value);
    xml.writeEndElement();
  }

  /** Writes an element; what XML has no way to write is left out. */
  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(UNWRITABLE.matcher(text).replaceAll(""));
    xml.writeEndElement();
  }
}

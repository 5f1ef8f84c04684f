package jp.noroshi.core.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.place.AreaCode;

/**
 * Renders a reading as one line of JSON, for {@code noroshi read --json} and for comparing
 * readings. Keys always stand in the same order, times are in Asia/Tokyo. Thread-safe.
 *
 * <ul>
 *   <li>an alert: file, format, telegramType, status, messageType, identifier, serial, sender,
 *       sent, event, headline, level (highest in force, null if none), urgency, severity, certainty
 *       (null where the format has none), expires, restrictions, references, areas [code, name,
 *       layer, municipal, kinds [code, name, hazard, level, state]]
 *   <li>a telegram kept but not read: the same with {@code notRead}, the reason
 *   <li>a refusal: file, refused, detail
 * </ul>
 */
public final class ReadingJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Tokyo"));
  private static final JsonFactory JSON = new JsonFactory();

  private ReadingJson() {}

  /**
   * Returns the line, without a line break at its end.
   *
   * @param file what the reading was made of, as the caller calls it
   */
  public static String toJsonLine(String file, Reading reading) {
    StringWriter line = new StringWriter(4096);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("file", file);
      switch (reading) {
        case Reading.Read(Alert alert) -> writeAlert(json, alert);
        case Reading.NotRead(Alert alert, String reason) -> {
          writeAlert(json, alert);
          json.writeStringField("notRead", reason);
        }
        case Reading.Refused(Refusal refusal, String detail) -> {
          json.writeStringField("refused", refusal.name());
          json.writeStringField("detail", detail);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string does no output", e);
    }
    return line.toString();
  }

  private static void writeAlert(JsonGenerator json, Alert alert) throws IOException {
    json.writeStringField("format", alert.format().name());
    json.writeStringField("telegramType", alert.telegramType());
    json.writeStringField("status", alert.status().name());
    json.writeStringField("messageType", alert.messageType().name());
    json.writeStringField("identifier", alert.identifier());
    json.writeStringField("serial", alert.serial());
    json.writeStringField("sender", alert.sender());
    json.writeStringField("sent", TIME.format(alert.sent()));
    json.writeStringField("event", alert.event());
    json.writeStringField("headline", alert.headline());
    writeLevel(json, alert.findHighestLevel());
    writeText(json, "urgency", alert.threat().map(Threat::urgency).map(Enum::name));
    writeText(json, "severity", alert.threat().map(Threat::severity).map(Enum::name));
    writeText(json, "certainty", alert.threat().map(Threat::certainty).map(Enum::name));
    writeText(json, "expires", alert.expires().map(TIME::format));
    json.writeArrayFieldStart("restrictions");
    for (Alert.Restriction restriction : alert.restrictions()) {
      json.writeString(restriction.name());
    }
    json.writeEndArray();
    writeReferences(json, alert.references());
    json.writeArrayFieldStart("areas");
    for (AlertArea area : alert.areas()) {
      writeArea(json, area);
    }
    json.writeEndArray();
  }

  private static void writeReferences(JsonGenerator json, Collection<AlertReference> references)
      throws IOException {
    json.writeArrayFieldStart("references");
    for (AlertReference reference : references) {
      json.writeStartObject();
      json.writeStringField("sender", reference.sender());
      json.writeStringField("identifier", reference.identifier());
      json.writeStringField("sent", TIME.format(reference.sent()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeArea(JsonGenerator json, AlertArea area) throws IOException {
    json.writeStartObject();
    writeText(json, "code", area.code().map(AreaCode::value));
    json.writeStringField("name", area.name());
    json.writeStringField("layer", area.layer());
    json.writeBooleanField("municipal", area.municipal());
    json.writeArrayFieldStart("kinds");
    for (AlertKind kind : area.kinds()) {
      json.writeStartObject();
      json.writeStringField("code", kind.code());
      json.writeStringField("name", kind.name());
      json.writeStringField("hazard", kind.hazard().name());
      writeLevel(json, kind.level());
      json.writeStringField("state", kind.state().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeLevel(JsonGenerator json, Optional<AlertLevel> level)
      throws IOException {
    if (level.isPresent()) {
      json.writeNumberField("level", level.get().number());
    } else {
      json.writeNullField("level");
    }
  }

  private static void writeText(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }
}

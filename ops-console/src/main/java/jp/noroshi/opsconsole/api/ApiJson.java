package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;

/**
 * JSON as the contract spells it: what does not apply is left out, a level is its number, an area
 * its code. Thread-safe.
 */
final class ApiJson {

  private static final ObjectMapper MAPPER =
      Json.mapper()
          .copy()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
          .registerModule(spellings());

  private ApiJson() {}

  static Buffer write(Object value) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /** Reads JSON the database has written. */
  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  /** Reads a body the contract has already validated. */
  static <T> T read(Buffer body, Class<T> type) {
    try {
      return MAPPER.readValue(body.getBytes(), type);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
    }
  }

  private static SimpleModule spellings() {
    return new SimpleModule("contract")
        .addSerializer(new LevelAsNumber())
        .addDeserializer(AlertLevel.class, new NumberAsLevel())
        .addSerializer(new AreaAsCode())
        .addDeserializer(AreaCode.class, new CodeAsArea());
  }

  private static final class LevelAsNumber extends StdSerializer<AlertLevel> {
    LevelAsNumber() {
      super(AlertLevel.class);
    }

    @Override
    public void serialize(AlertLevel level, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeNumber(level.number());
    }
  }

  private static final class NumberAsLevel extends StdDeserializer<AlertLevel> {
    NumberAsLevel() {
      super(AlertLevel.class);
    }

    @Override
    public AlertLevel deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return AlertLevel.of(from.getIntValue());
    }
  }

  private static final class AreaAsCode extends StdSerializer<AreaCode> {
    AreaAsCode() {
      super(AreaCode.class);
    }

    @Override
    public void serialize(AreaCode area, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeString(area.value());
    }
  }

  private static final class CodeAsArea extends StdDeserializer<AreaCode> {
    CodeAsArea() {
      super(AreaCode.class);
    }

    @Override
    public AreaCode deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return new AreaCode(from.getText());
    }
  }
}

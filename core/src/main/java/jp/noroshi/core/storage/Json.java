package jp.noroshi.core.storage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jp.noroshi.core.place.Shape;

/**
 * The one way the hub writes records as JSON: times as ISO-8601, empty optionals as null, unknown
 * fields tolerated when reading back what an older version stored. Thread-safe.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(Shape.class, ShapeType.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** Names the kind of a shape; {@code place} itself is free of every framework. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Shape.Polygon.class, name = "polygon"),
    @JsonSubTypes.Type(value = Shape.Circle.class, name = "circle")
  })
  private interface ShapeType {}

  /** Returns a mapper with these rules, for callers that stream or build trees. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException when it cannot be written: a fault of the program
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it does not fit the type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the JSON of " + type.getSimpleName(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote, for types with parameters.
   *
   * @throws IllegalArgumentException when it does not fit the type
   */
  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the JSON of " + type.getType(), e);
    }
  }
}

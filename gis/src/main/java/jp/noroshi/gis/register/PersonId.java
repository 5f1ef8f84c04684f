package jp.noroshi.gis.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's own number of a person; says nothing about who it is. */
public record PersonId(@JsonValue UUID value) {

  /** Wraps a number. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {}

  /** Makes a new one. */
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package jp.noroshi.core.audience;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import jp.noroshi.core.place.AreaCode;

/** To whom a dispatch is addressed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Audience.Everyone.class, name = "everyone"),
  @JsonSubTypes.Type(value = Audience.InAreas.class, name = "in-areas")
})
public sealed interface Audience {

  /** Everyone on each medium, known to us or not (LINE: broadcast to all friends). */
  record Everyone() implements Audience {}

  /**
   * The subscribers of these areas. The municipality's own code means all its districts;
   * subscribers who chose no district belong to every area.
   *
   * @param areas at least one
   */
  record InAreas(List<AreaCode> areas) implements Audience {
    /** Copies the list. */
    public InAreas {
      areas = List.copyOf(areas);
    }
  }
}

package jp.noroshi.gis.hazard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a hazard map as a whole.
 *
 * @param kind of danger
 * @param scenario what it assumes: 想定最大規模, 計画規模, 警戒区域 …
 * @param name what people call it; the same in every edition
 * @param source who made it
 * @param edition the day of its data; empty where nobody said
 * @param licence under which it may be shown; empty text where nobody said
 */
public record LayerFacts(
    HazardKind kind,
    String scenario,
    String name,
    String source,
    Optional<LocalDate> edition,
    String licence) {

  /** Returns what all editions of it share. */
  @JsonIgnore
  public String dataSet() {
    return kind.name() + "/" + scenario + "/" + name;
  }
}

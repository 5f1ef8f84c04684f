package jp.noroshi.gis.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.PersonId;

/**
 * 個別避難計画 of a person for a danger, opened.
 *
 * @param id its number
 * @param person whose
 * @param hazard against which danger
 * @param state where it stands
 * @param version grows with every change
 * @param content what it says; destinations that are sites carry the site's present name and place
 * @param agreedOn when the person agreed
 * @param settledAt when it was last written, agreed or reviewed
 * @param layers the layers of the danger it was made with
 * @param rehearsals newest first
 * @param createdAt when it was first written
 * @param createdBy by whom
 * @param changedAt when it last changed
 * @param changedBy by whom
 */
public record EvacuationPlan(
    UUID id,
    PersonId person,
    HazardKind hazard,
    PlanState state,
    int version,
    PlanContent content,
    Optional<LocalDate> agreedOn,
    Instant settledAt,
    List<Layer> layers,
    List<Rehearsal> rehearsals,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy) {

  /**
   * A layer that was used.
   *
   * @param name its name
   * @param scenario its scenario
   * @param edition its edition
   * @param current whether it is still the newest
   */
  public record Layer(UUID id, String name, String scenario, LocalDate edition, boolean current) {}

  @Override
  public String toString() {
    return "EvacuationPlan[" + id + " " + state + "]";
  }
}

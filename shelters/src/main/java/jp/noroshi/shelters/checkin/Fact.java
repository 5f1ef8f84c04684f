package jp.noroshi.shelters.checkin;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/** What happened at a shelter, with everything a tablet wrote down. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Sign.Counted.class, name = "counted"),
  @JsonSubTypes.Type(value = Sign.Recounted.class, name = "recounted"),
  @JsonSubTypes.Type(value = Fact.HouseholdWritten.class, name = "household"),
  @JsonSubTypes.Type(value = Fact.EvacueeWritten.class, name = "evacuee"),
  @JsonSubTypes.Type(value = Sign.Arrived.class, name = "arrived"),
  @JsonSubTypes.Type(value = Fact.Left.class, name = "left"),
  @JsonSubTypes.Type(value = Sign.WentOut.class, name = "went-out"),
  @JsonSubTypes.Type(value = Sign.CameBack.class, name = "came-back"),
  @JsonSubTypes.Type(value = Sign.Undone.class, name = "undone"),
  @JsonSubTypes.Type(value = Sign.Same.class, name = "same"),
  @JsonSubTypes.Type(value = Sign.Different.class, name = "different"),
  @JsonSubTypes.Type(value = Sign.Supplies.class, name = "supplies"),
  @JsonSubTypes.Type(value = Sign.Confirmed.class, name = "confirmed")
})
public sealed interface Fact
    permits Fact.HouseholdWritten, Fact.EvacueeWritten, Fact.Left, Sign.Plain {

  /**
   * The card of a household as it is now.
   *
   * @param basedOn the events whose card it replaces; none = the first
   */
  record HouseholdWritten(UUID household, List<UUID> basedOn, HouseholdCard card) implements Fact {
    /** Copies the list. */
    public HouseholdWritten {
      basedOn = List.copyOf(basedOn);
    }
  }

  /**
   * The card of one person as it is now.
   *
   * @param basedOn the events whose card it replaces; none = the first
   */
  record EvacueeWritten(UUID evacuee, UUID household, List<UUID> basedOn, PersonCard card)
      implements Fact {
    /** Copies the list. */
    public EvacueeWritten {
      basedOn = List.copyOf(basedOn);
    }
  }

  /**
   * They left for good (退所).
   *
   * @param note where exactly; personal
   */
  record Left(List<UUID> evacuees, LeftFor to, String note) implements Fact {
    /** Copies the list. */
    public Left {
      evacuees = List.copyOf(evacuees);
    }
  }
}

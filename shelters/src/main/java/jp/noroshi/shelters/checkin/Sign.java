package jp.noroshi.shelters.checkin;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What of a {@link Fact} counts, without a name, an address or a word that somebody wrote: who is
 * where, and the classes people are counted in. Figures are made of signs alone; nothing sealed is
 * opened for them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Sign.Counted.class, name = "counted"),
  @JsonSubTypes.Type(value = Sign.Recounted.class, name = "recounted"),
  @JsonSubTypes.Type(value = Sign.HouseholdSeen.class, name = "household"),
  @JsonSubTypes.Type(value = Sign.EvacueeSeen.class, name = "evacuee"),
  @JsonSubTypes.Type(value = Sign.Arrived.class, name = "arrived"),
  @JsonSubTypes.Type(value = Sign.Gone.class, name = "left"),
  @JsonSubTypes.Type(value = Sign.WentOut.class, name = "went-out"),
  @JsonSubTypes.Type(value = Sign.CameBack.class, name = "came-back"),
  @JsonSubTypes.Type(value = Sign.Undone.class, name = "undone"),
  @JsonSubTypes.Type(value = Sign.Same.class, name = "same"),
  @JsonSubTypes.Type(value = Sign.Different.class, name = "different"),
  @JsonSubTypes.Type(value = Sign.Supplies.class, name = "supplies"),
  @JsonSubTypes.Type(value = Sign.Confirmed.class, name = "confirmed")
})
public sealed interface Sign {

  /** What says the same as a fact and as a sign: there is nothing personal in it. */
  sealed interface Plain extends Sign, Fact {}

  /** What says where somebody is. */
  sealed interface Whereabouts extends Sign {
    /** Returns whom it is about; at least one. */
    List<UUID> evacuees();
  }

  /** The card of a household or of a person, as far as it counts. */
  sealed interface Written extends Sign {
    /** Returns the events whose card it replaces. */
    List<UUID> basedOn();
  }

  /** So many unnamed people and households came; fewer than 0: went. */
  record Counted(int people, int households) implements Plain {}

  /**
   * Everybody was counted afresh.
   *
   * @param people of them unnamed
   * @param households of these, unnamed
   * @param seen people in all
   */
  record Recounted(int people, int households, int seen) implements Plain {}

  /** A household's card. */
  record HouseholdSeen(UUID household, List<UUID> basedOn, HouseholdTraits traits)
      implements Written {
    /** Copies the list. */
    public HouseholdSeen {
      basedOn = List.copyOf(basedOn);
    }
  }

  /** A person's card. */
  record EvacueeSeen(UUID evacuee, UUID household, List<UUID> basedOn, EvacueeTraits traits)
      implements Written {
    /** Copies the list. */
    public EvacueeSeen {
      basedOn = List.copyOf(basedOn);
    }
  }

  /**
   * They are at the shelter (受付), or moved there (転所).
   *
   * @param from the shelter they came from, when it was a move
   * @param fromCount so many of them had been counted here without names
   */
  record Arrived(
      UUID household, List<UUID> evacuees, StayForm form, Optional<UUID> from, FromCount fromCount)
      implements Plain, Whereabouts {
    /** Copies the list. */
    public Arrived {
      evacuees = List.copyOf(evacuees);
    }
  }

  /** So many who were counted without names now have a card. */
  record FromCount(int people, int households) {
    /** Nobody. */
    public static final FromCount NONE = new FromCount(0, 0);
  }

  /** They left for good. */
  record Gone(List<UUID> evacuees, LeftFor to) implements Whereabouts {
    /** Copies the list. */
    public Gone {
      evacuees = List.copyOf(evacuees);
    }
  }

  /** They went out for a while (外出) and are still counted. */
  record WentOut(List<UUID> evacuees) implements Plain, Whereabouts {
    /** Copies the list. */
    public WentOut {
      evacuees = List.copyOf(evacuees);
    }
  }

  /** They are back. */
  record CameBack(List<UUID> evacuees) implements Plain, Whereabouts {
    /** Copies the list. */
    public CameBack {
      evacuees = List.copyOf(evacuees);
    }
  }

  /** One event was a mistake. This word itself cannot be taken back. */
  record Undone(UUID event) implements Plain {}

  /** Two records are of one person or household; the one kept stands for both. */
  record Same(What what, UUID keep, UUID other) implements Plain {}

  /** Somebody looked: they are two. */
  record Different(What what, UUID a, UUID b) implements Plain {}

  /**
   * What is wanted and what there is of something.
   *
   * @param wanted empty = nothing said
   * @param stock empty = nothing said
   */
  record Supplies(String item, String unit, OptionalInt wanted, OptionalInt stock)
      implements Plain {}

  /** The figures still stand as of now (変わりなし). */
  record Confirmed() implements Plain {}

  /** What two records are of. */
  enum What {
    /** A person. */
    EVACUEE,
    /** A household. */
    HOUSEHOLD
  }
}

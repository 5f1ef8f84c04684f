package jp.noroshi.shelters.checkin;

import java.util.List;
import java.util.UUID;

/**
 * What a person has to look at: nothing is decided by itself, and nothing dropped.
 *
 * @param kind what is doubtful
 * @param records whom it is about; empty for a head-count
 * @param shelters where
 */
public record Doubt(Kind kind, List<UUID> records, List<UUID> shelters) {

  /** Copies the lists. */
  public Doubt {
    records = List.copyOf(records);
    shelters = List.copyOf(shelters);
  }

  /** What is doubtful. The name is part of the contract. */
  public enum Kind {
    /** Two devices wrote the same person's card without knowing of each other. */
    PERSON_CARD,
    /** Two devices wrote the same household's card without knowing of each other. */
    HOUSEHOLD_CARD,
    /** Somebody arrived at a second shelter and nobody said that they moved. */
    TWO_PLACES,
    /** Two records may be of one person. */
    PERSON_TWICE,
    /** Two records may be of one household. */
    HOUSEHOLD_TWICE,
    /** More got a card than had been counted. */
    BELOW_ZERO
  }
}

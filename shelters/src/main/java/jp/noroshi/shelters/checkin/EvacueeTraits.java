package jp.noroshi.shelters.checkin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes a person is counted in.
 *
 * @param named whether the card has a name (氏名判明)
 * @param age when the card was written
 * @param powerHours how long the battery of a device they need lasts, in hours
 * @param marks blind indexes of what two cards of one person have in common: kana with birth date
 * @param kanaMark blind index of the kana, for households with the same telephone
 */
public record EvacueeTraits(
    boolean named,
    PersonCard.Sex sex,
    AgeClass age,
    Set<Need> needs,
    PersonCard.Condition condition,
    Optional<Integer> powerHours,
    List<String> marks,
    Optional<String> kanaMark) {

  /** Nobody knows anything of this person yet. */
  public static final EvacueeTraits UNKNOWN =
      new EvacueeTraits(
          false,
          PersonCard.Sex.UNKNOWN,
          AgeClass.UNKNOWN,
          Set.of(),
          PersonCard.Condition.UNKNOWN,
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** Copies the collections. */
  public EvacueeTraits {
    needs = Set.copyOf(needs);
    marks = List.copyOf(marks);
  }
}

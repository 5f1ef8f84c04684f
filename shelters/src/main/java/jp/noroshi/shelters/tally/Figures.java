package jp.noroshi.shelters.tally;

import java.util.Map;
import jp.noroshi.shelters.checkin.AgeClass;
import jp.noroshi.shelters.checkin.HouseholdCard.Pets;
import jp.noroshi.shelters.checkin.HouseholdCard.Residence;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard.Condition;
import jp.noroshi.shelters.checkin.PersonCard.Sex;

/**
 * How many there are, by the rules figures are reported by. {@code sex}, {@code age}, {@code
 * residence} and {@code condition} each sum to {@code people}, those counted without names being
 * unknown. {@code needs} overlap and must never be summed.
 *
 * @param people who are counted, with those out for a while
 * @param households distinct ones
 * @param unnamed of the people, counted without a card
 * @param named of the people, whose name is known (氏名判明)
 * @param out of the people, out for a while (外出)
 * @param outside of the people, not inside a shelter (避難所以外): a figure of its own
 * @param outsideHouseholds of the households, with nobody inside a shelter
 * @param selfOpened of the people, at a place that opened by itself (うち自主避難)
 * @param selfOpenedHouseholds of the households, likewise
 * @param pets with the households
 * @param powerless of the people, whose device has a battery of less than a day
 */
public record Figures(
    int people,
    int households,
    int unnamed,
    int named,
    int out,
    int outside,
    int outsideHouseholds,
    int selfOpened,
    int selfOpenedHouseholds,
    Map<Sex, Integer> sex,
    Map<AgeClass, Integer> age,
    Map<Residence, Integer> residence,
    Map<Condition, Integer> condition,
    Map<Need, Integer> needs,
    Pets pets,
    int powerless) {

  /** Copies the maps. */
  public Figures {
    sex = Map.copyOf(sex);
    age = Map.copyOf(age);
    residence = Map.copyOf(residence);
    condition = Map.copyOf(condition);
    needs = Map.copyOf(needs);
  }
}

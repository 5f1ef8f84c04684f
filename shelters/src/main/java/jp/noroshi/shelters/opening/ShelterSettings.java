package jp.noroshi.shelters.opening;

import java.time.Duration;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * How shelters are judged and told of.
 *
 * @param somewhatCrowded share of the capacity from which it is やや混雑; absent: 0.5
 * @param crowded from which it is 混雑; absent: 0.8
 * @param full from which it is 満員; absent: 1
 * @param saidEvery how often staff are expected to say how it is; absent: an hour
 * @param gatherFor how long openings are gathered before residents are told, so that those of one
 *     evening are one message; absent: three minutes
 */
public record ShelterSettings(
    Double somewhatCrowded, Double crowded, Double full, Duration saidEvery, Duration gatherFor) {

  /** As an office begins. */
  public static final ShelterSettings USUAL = new ShelterSettings(null, null, null, null, null);

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when the shares do not rise or a time is not positive
   */
  public ShelterSettings {
    somewhatCrowded = somewhatCrowded == null ? Double.valueOf(0.5) : somewhatCrowded;
    crowded = crowded == null ? Double.valueOf(0.8) : crowded;
    full = full == null ? Double.valueOf(1) : full;
    saidEvery = saidEvery == null ? Duration.ofHours(1) : saidEvery;
    gatherFor = gatherFor == null ? Duration.ofMinutes(3) : gatherFor;
    require(
        0 < somewhatCrowded && somewhatCrowded < crowded && crowded < full,
        "shelters: somewhatCrowded, crowded, full must rise from above 0");
    require(saidEvery.isPositive(), "shelters.saidEvery: must be longer than 0");
    require(!gatherFor.isNegative(), "shelters.gatherFor: must not be negative");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns how crowded so many people make a place for so many. */
  Crowding crowdingOf(int people, int capacity) {
    double share = capacity <= 0 ? full : (double) people / capacity;
    if (share >= full) {
      return Crowding.FULL;
    }
    if (share >= crowded) {
      return Crowding.CROWDED;
    }
    return share >= somewhatCrowded ? Crowding.SOMEWHAT_CROWDED : Crowding.ROOM;
  }
}

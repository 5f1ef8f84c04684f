package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.StartSignal;

/**
 * Why a response runs: a district and a danger.
 *
 * @param level what is ordered; empty when staff said so: then every plan starts
 * @param change the change of orders; empty when staff said so
 * @param since when it took effect
 * @param by who approved the order, or said so
 * @param looks the emergencies under which its people are looked at
 * @param afresh whether the district was free of orders in between
 * @param overAt when it was lifted
 */
public record Cause(
    UUID response,
    AreaCode district,
    Hazard hazard,
    Optional<AlertLevel> level,
    Optional<UUID> change,
    Instant since,
    String by,
    Looks looks,
    boolean afresh,
    Optional<Instant> overAt) {

  /**
   * Under which declared emergencies people are looked at.
   *
   * @param register 49条の11第3項, for those without a plan
   * @param plan 49条の15第3項
   */
  public record Looks(UUID register, UUID plan) {}

  /** Tells whether it holds. */
  public boolean isStanding() {
    return overAt.isEmpty();
  }

  /**
   * Returns the danger whose plans count; a flood's where the law knows no plans for the danger.
   */
  HazardKind kind() {
    return HazardKind.neededFor(hazard).stream().findFirst().orElse(HazardKind.FLOOD);
  }

  /** Tells whether a plan with this signal starts; in doubt it does. */
  boolean starts(Optional<StartSignal> signal) {
    return signal.filter(StartSignal.LEVEL_4::equals).isEmpty()
        || level.map(ordered -> ordered.isAtLeast(AlertLevel.FOUR)).orElse(true);
  }
}

package jp.noroshi.core.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.noroshi.core.audience.AudienceCount;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * How a dispatch will look and sound, whom it reaches, and what still stands in its way.
 *
 * @param looks one per medium and language, exactly as approval would send them now
 * @param counts one per medium
 * @param faults what would refuse the approval whoever tries
 * @param confirmation what the approver has to type; empty if nothing
 */
public record Preview(
    List<Look> looks,
    List<AudienceCount> counts,
    List<DispatchRefusal> faults,
    Optional<String> confirmation) {

  /**
   * One rendering.
   *
   * @param secondsOnAir radio only, estimated
   */
  public record Look(Medium medium, Rendering rendering, OptionalInt secondsOnAir) {}
}

package jp.noroshi.core.evacuation;

import java.time.Instant;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;

/**
 * An evacuation order in force: what the mayor ordered for one district because of one hazard.
 *
 * <p>A district may stand under several orders at once (a river and a slope); what residents see
 * first is the highest. Lifting one leaves the others.
 *
 * <p><b>Tsunami has no 警戒レベル number.</b> Its 避難指示 is kept as {@link AlertLevel#FOUR}, so that the
 * same rules hold, and no text, page or screen may print the number: ask {@link #showsLevel}.
 *
 * @param district the district
 * @param hazard why
 * @param level THREE 高齢者等避難, FOUR 避難指示, FIVE 緊急安全確保
 * @param since when this level took effect here
 * @param changeId the change that made it so
 */
public record EvacuationOrder(
    AreaCode district, Hazard hazard, AlertLevel level, Instant since, UUID changeId) {

  /** Tells whether the level's number may be shown: never for a tsunami. */
  public boolean showsLevel() {
    return hazard != Hazard.TSUNAMI;
  }
}

package jp.noroshi.core.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;

/**
 * What rendering has to know beside the texts.
 *
 * @param mode whose mark the rendering carries
 * @param thread notifications of one thread replace each other on a phone
 * @param hazard what threatens
 * @param level 警戒レベル where there is one
 * @param urgent wakes the phone, comes first on the radio
 * @param areas whom it concerns; empty = the whole municipality
 * @param siren the signal that opens it on the radio
 * @param expiresAt after this it must not be handed over
 */
public record MessageFacts(
    Mode mode,
    String thread,
    Hazard hazard,
    Optional<AlertLevel> level,
    boolean urgent,
    List<AreaCode> areas,
    Optional<String> siren,
    Instant expiresAt) {
  /** Copies the list. */
  public MessageFacts {
    areas = List.copyOf(areas);
  }
}

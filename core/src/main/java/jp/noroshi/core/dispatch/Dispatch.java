package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;

/**
 * What is to be told, to whom, on which media.
 *
 * @param id its identity
 * @param number its number for people, in order of birth
 * @param mode live or drill, frozen at birth
 * @param state how far it is
 * @param reason why it is told now
 * @param thread dispatches of one thread leave each medium in their order
 * @param alertId the alert it comes from
 * @param changeId the change of evacuation orders that takes effect with the approval
 * @param corrects the approved dispatch this one corrects or cancels
 * @param hazard what threatens
 * @param level 警戒レベル where there is one; absent for a tsunami
 * @param urgent whether it overtakes what is not
 * @param title what staff call it
 * @param texts per medium and language, without the drill mark
 * @param media on which media
 * @param audience to whom
 * @param siren the siren signal that opens it on the radio, a code of the site's table
 * @param expiresAt after this nothing is handed over
 * @param author who wrote it first: an account or {@code rule:<name>}
 * @param editor who changed it last or asked for approval; neither author nor editor may approve
 * @param approver who approved it: an account or {@code rule:<name>}
 * @param sentBackReason why it was sent back last
 * @param createdAt when it was written
 * @param updatedAt when it was changed last
 * @param approvedAt when it was approved
 * @param version counts changes: who acts names the version they saw
 */
public record Dispatch(
    UUID id,
    long number,
    Mode mode,
    DispatchState state,
    DispatchReason reason,
    String thread,
    Optional<UUID> alertId,
    Optional<UUID> changeId,
    Optional<UUID> corrects,
    Hazard hazard,
    Optional<AlertLevel> level,
    boolean urgent,
    String title,
    List<DraftText> texts,
    Set<Medium> media,
    Audience audience,
    Optional<String> siren,
    Instant expiresAt,
    String author,
    String editor,
    Optional<String> approver,
    Optional<String> sentBackReason,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> approvedAt,
    int version) {

  /** Copies the collections. */
  public Dispatch {
    texts = List.copyOf(texts);
    media = Set.copyOf(media);
  }

  /** Tells whether nothing of it may be handed over any more. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Tells whether its approval needs the level or area typed: a slip of a finger must not do. */
  public boolean needsConfirmation() {
    return level.filter(each -> each.isAtLeast(AlertLevel.FOUR)).isPresent()
        || (changeId.isPresent() && hazard == Hazard.TSUNAMI);
  }

  /** Returns what the chronology calls it. */
  public String subject() {
    return "dispatch:" + id;
  }
}

package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;

/** A dispatch about to be born as a draft; see {@link Dispatch} for the fields. */
record NewDispatch(
    DispatchReason reason,
    String thread,
    Origin origin,
    Hazard hazard,
    Optional<AlertLevel> level,
    boolean urgent,
    DraftEdit content,
    String author) {

  /** What it comes from; all empty for an officer's own notice. */
  record Origin(Optional<UUID> alertId, Optional<UUID> changeId, Optional<UUID> corrects) {
    static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

    static Origin alert(UUID id) {
      return new Origin(Optional.of(id), Optional.empty(), Optional.empty());
    }

    static Origin change(UUID id) {
      return new Origin(Optional.empty(), Optional.of(id), Optional.empty());
    }
  }

  static DraftEdit content(
      List<DraftText> texts,
      Set<Medium> media,
      Audience audience,
      Optional<String> siren,
      Instant expiresAt) {
    return new DraftEdit(texts.getFirst().title(), texts, media, audience, siren, expiresAt);
  }
}

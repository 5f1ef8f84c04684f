package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;

/**
 * All of a draft that a person may change, as it shall be. Hazard, level and mode stay as they were
 * born; the areas of an evacuation order stay as well, because its texts speak of them.
 *
 * @param title what staff call it
 * @param texts per medium and language
 * @param media on which media
 * @param audience to whom
 * @param siren the siren signal, if any
 * @param expiresAt when it ends
 */
public record DraftEdit(
    String title,
    List<DraftText> texts,
    Set<Medium> media,
    Audience audience,
    Optional<String> siren,
    Instant expiresAt) {
  /** Copies the collections. */
  public DraftEdit {
    texts = List.copyOf(texts);
    media = Set.copyOf(media);
  }

  /** Returns a dispatch's content as it is. */
  public static DraftEdit of(Dispatch dispatch) {
    return new DraftEdit(
        dispatch.title(),
        dispatch.texts(),
        dispatch.media(),
        dispatch.audience(),
        dispatch.siren(),
        dispatch.expiresAt());
  }
}

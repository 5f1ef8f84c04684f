package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.message.Medium;

/**
 * The delivery of a dispatch at one moment.
 *
 * @param dispatchId the dispatch
 * @param media a row for each medium it goes out on, in the order of {@link Medium}; none before it
 *     is approved
 * @param asOf the moment
 */
public record DispatchFigures(UUID dispatchId, List<MediumFigures> media, Instant asOf) {

  /** Copies the list. */
  public DispatchFigures {
    media = List.copyOf(media);
  }

  /** Tells whether everybody on every medium has an outcome. */
  public boolean isComplete() {
    return media.stream()
        .allMatch(figures -> figures.progress() == MediumFigures.Progress.COMPLETE);
  }
}

package jp.noroshi.gis.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 訓練記録: a plan was tried.
 *
 * @param id its number, made by whoever records it: recorded twice, it counts once
 * @param on the day
 * @param minutes how long it took
 * @param remark what was found
 */
public record Rehearsal(UUID id, LocalDate on, Optional<Integer> minutes, Optional<String> remark) {
  @Override
  public String toString() {
    return "Rehearsal[" + on + "]";
  }
}

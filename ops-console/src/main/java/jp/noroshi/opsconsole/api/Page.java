package jp.noroshi.opsconsole.api;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A page of a list, newest first.
 *
 * @param items what stands on it
 * @param next the number before which the next page begins, empty on the last page
 */
record Page<T>(List<T> items, Optional<Long> next) {

  private static final int USUAL = 50;

  /** Returns how many the caller wants on a page. */
  static int limit(Call call) {
    return call.findNumber("limit").map(Math::toIntExact).orElse(USUAL);
  }

  /** Returns the number before which the page shall begin. */
  static long before(Call call) {
    return call.findNumber("before").orElse(Long.MAX_VALUE);
  }

  /** Makes a page of what was found; a full page probably has a next one. */
  static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> number) {
    boolean full = found.size() >= limit;
    return new Page<>(
        found, full ? Optional.of(number.applyAsLong(found.getLast())) : Optional.empty());
  }
}

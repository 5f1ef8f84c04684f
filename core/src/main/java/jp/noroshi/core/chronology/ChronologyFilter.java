package jp.noroshi.core.chronology;

import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Mode;

/**
 * Which lines are wanted; all conditions hold together.
 *
 * @param mode of this mode only
 * @param subject about this subject only
 * @param kinds of these kinds only; none = of every kind
 */
public record ChronologyFilter(
    Optional<Mode> mode, Optional<String> subject, Set<ChronologyKind> kinds) {

  /** Every line. */
  public static final ChronologyFilter ALL =
      new ChronologyFilter(Optional.empty(), Optional.empty(), Set.of());

  /** Copies the set. */
  public ChronologyFilter {
    kinds = Set.copyOf(kinds);
  }

  /** Returns this filter, for one mode only. */
  public ChronologyFilter of(Mode only) {
    return new ChronologyFilter(Optional.of(only), subject, kinds);
  }

  /** Returns this filter, for one subject only. */
  public ChronologyFilter about(String only) {
    return new ChronologyFilter(mode, Optional.of(only), kinds);
  }

  /** Returns this filter, for some kinds only. */
  public ChronologyFilter of(Set<ChronologyKind> only) {
    return new ChronologyFilter(mode, subject, only);
  }
}

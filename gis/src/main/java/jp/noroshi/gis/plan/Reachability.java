package jp.noroshi.gis.plan;

import java.util.Set;
import java.util.UUID;
import jp.noroshi.gis.register.PersonId;

/** Whom messages reached and do not reach any more: asked of those who write to them. */
@FunctionalInterface
public interface Reachability {

  /** Where nobody is written to. */
  Reachability NOBODY_LOST = () -> new Lost(Set.of(), Set.of());

  /** Finds those whose last address is gone. Blocking. */
  Lost findLost();

  /**
   * Those whose last address is gone; who never had one is not among them.
   *
   * @param supporters as {@link Supporter#id()}
   */
  record Lost(Set<PersonId> people, Set<UUID> supporters) {
    /** Copies the sets. */
    public Lost {
      people = Set.copyOf(people);
      supporters = Set.copyOf(supporters);
    }
  }
}

package jp.noroshi.gis.plan;

import java.util.List;
import java.util.UUID;

/**
 * Whether a plan may be handed over in normal times (49条の15第2項): the person's consent and that of
 * everybody who helps. No answer is no consent.
 *
 * @param personAgrees whether the person agrees
 * @param missing supporters who do not
 */
public record Provision(boolean personAgrees, List<UUID> missing) {

  /** Copies the list. */
  public Provision {
    missing = List.copyOf(missing);
  }

  /** Tells whether both parties agree. */
  public boolean allowed() {
    return personAgrees && missing.isEmpty();
  }
}

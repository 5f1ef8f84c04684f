package jp.noroshi.gis.register;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Proof that a look was written into the access log. Only {@link AccessLog} makes one; it is good
 * for one subject and the groups in the line, until the transaction of the line ends.
 */
public final class AccessTicket {

  private final UUID subject;
  private final Set<FieldGroup> groups;
  private final AtomicBoolean over;

  AccessTicket(UUID subject, Set<FieldGroup> groups, AtomicBoolean over) {
    this.subject = subject;
    this.groups = Set.copyOf(groups);
    this.over = over;
  }

  /** Returns whom the line is about. */
  public UUID subject() {
    return subject;
  }

  /** Tells whether the line names the group. */
  public boolean covers(FieldGroup group) {
    return groups.contains(group);
  }

  void require(FieldGroup group) {
    if (over.get()) {
      throw new IllegalStateException("the transaction of the ticket is over");
    }
    if (!covers(group)) {
      throw new IllegalStateException("the ticket does not cover " + group);
    }
  }
}

package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * The log of every look at a person, and the gate before it: a look that is not allowed gets no
 * line and no ticket. Append-only, as a trigger sees to. Thread-safe.
 */
public final class AccessLog {

  private final AccessRules rules;
  private final InstantSource clock;

  /** Writes with a clock. */
  public AccessLog(InstantSource clock) {
    this.clock = clock;
    this.rules = new AccessRules(clock);
  }

  /**
   * Writes the line of a look at a person.
   *
   * @param handle in a transaction; the ticket ends with it
   * @param groups what will be opened
   * @return the ticket that opens them
   * @throws RegisterRefusedException when the look is not allowed
   */
  public AccessTicket note(Handle handle, Access access, PersonId person, Set<FieldGroup> groups) {
    return noteAll(handle, access, List.of(person), groups).getFirst();
  }

  /**
   * Writes a line for each of several persons.
   *
   * @return the tickets in the order of the persons
   * @throws RegisterRefusedException when a look is not allowed; nothing is written
   */
  public List<AccessTicket> noteAll(
      Handle handle, Access access, Collection<PersonId> persons, Set<FieldGroup> groups) {
    rules.check(handle, access, persons, groups);
    return write(handle, access, "PERSON", persons.stream().map(PersonId::value).toList(), groups);
  }

  /**
   * Writes a line for each of several supporters.
   *
   * @return the tickets in the order of the supporters
   * @throws RegisterRefusedException when a look is not allowed; nothing is written
   */
  public List<AccessTicket> noteSupporters(
      Handle handle, Access access, Collection<UUID> supporters) {
    Set<FieldGroup> groups = Set.of(FieldGroup.SUPPORTERS);
    rules.check(handle, access, List.of(), groups);
    return write(handle, access, "SUPPORTER", supporters, groups);
  }

  private List<AccessTicket> write(
      Handle handle,
      Access access,
      String kind,
      Collection<UUID> subjects,
      Set<FieldGroup> groups) {
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("a look is logged in the transaction that opens");
    }
    AtomicBoolean over = new AtomicBoolean();
    handle.afterCommit(() -> over.set(true));
    handle.afterRollback(() -> over.set(true));
    if (!subjects.isEmpty()) {
      insert(handle, access, kind, subjects, groups);
    }
    return subjects.stream().map(subject -> new AccessTicket(subject, groups, over)).toList();
  }

  /** As one row: a list of a whole municipality has tens of thousands of lines. */
  private void insert(
      Handle handle,
      Access access,
      String kind,
      Collection<UUID> subjects,
      Set<FieldGroup> groups) {
    handle
        .createUpdate(
            """
            insert into gis.access_look
              (at, account, standing, address, subject_kind, subjects, groups, purpose, basis, emergency, export)
            values (:at, :account, :standing, :address, :kind, cast(:subjects as uuid[]), :groups, :purpose, :basis,
                    cast(:emergency as uuid), cast(:export as uuid))
            """)
        .bind("at", clock.instant())
        .bind("account", access.reader().account())
        .bind("standing", access.reader().standing())
        .bind("address", access.reader().address())
        .bind("kind", kind)
        .bind("subjects", literal(subjects))
        .bindArray("groups", String.class, groups.stream().sorted().map(Enum::name).toArray())
        .bind("purpose", access.purpose())
        .bind("basis", access.basis())
        .bind("emergency", access.emergency().orElse(null))
        .bind("export", access.export().orElse(null))
        .execute();
  }

  /** Written as the database reads it: the driver's own way looks at every character for quotes. */
  private static String literal(Collection<UUID> subjects) {
    StringBuilder literal = new StringBuilder(subjects.size() * 37 + 2).append('{');
    subjects.forEach(subject -> literal.append(subject).append(','));
    literal.setCharAt(literal.length() - 1, '}');
    return literal.toString();
  }
}

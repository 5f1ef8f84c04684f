package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * The register of people who need assistance. Whatever is opened stands in the access log, one line
 * for each person, written in the same transaction. Thread-safe, blocking.
 */
public final class Register {

  private static final Set<FieldGroup> DESCRIPTION =
      EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);
  private static final Comparator<Person> BY_KANA =
      Comparator.comparing((Person person) -> Kana.plain(person.identity().kana()))
          .thenComparing(person -> person.id().value());

  private final Database database;
  private final FieldCipher cipher;
  private final AccessLog log;
  private final InstantSource clock;
  private final PersonTable table;
  private final PersonSearch search;

  /** Opens a register; a locked cipher makes everything but outlines refuse. */
  public Register(Database database, FieldCipher cipher, AccessLog log, InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.log = log;
    this.clock = clock;
    this.table = new PersonTable(cipher);
    this.search = new PersonSearch(cipher);
  }

  /** Returns whether the register can be opened. */
  public KeyState state() {
    return cipher.state();
  }

  /** Lists everybody's outline, whatever their state, by id. Nobody is opened. */
  public List<PersonOutline> listOutlines() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, district, ST_Y(home) as latitude, ST_X(home) as longitude, home_doubtful,
                           mobility, state, changed_at
                    from gis.person order by id
                    """)
                .map((row, _) -> PersonTable.outline(row))
                .list());
  }

  /** Finds the outline of a person. Nobody is opened. */
  public Optional<PersonOutline> findOutline(PersonId person) {
    return database.withHandle(
        handle ->
            table.find(handle, List.of(person)).stream().findFirst().map(PersonTable.Row::outline));
  }

  /**
   * Opens a person: identity, condition and contacts, as far as the purpose allows.
   *
   * @return empty when there is no such person; nothing is logged then
   * @throws RegisterRefusedException when the look is not allowed
   */
  public Optional<Person> open(PersonId person, Access access) {
    return database.inTransaction(handle -> open(handle, person, access));
  }

  /** Opens a person within a transaction of the caller. */
  public Optional<Person> open(Handle handle, PersonId person, Access access) {
    return openAll(handle, List.of(person), access, allowed(access)).stream().findFirst();
  }

  /**
   * Opens several persons, in the order of their kana; a line is written for each.
   *
   * @param groups what is opened besides the identity; what the purpose does not allow is refused
   * @throws RegisterRefusedException when a look is not allowed; nobody is opened then
   */
  public List<Person> openAll(Collection<PersonId> persons, Access access, Set<FieldGroup> groups) {
    return database.inTransaction(handle -> openAll(handle, persons, access, groups));
  }

  /** Opens several persons within a transaction of the caller. */
  public List<Person> openAll(
      Handle handle, Collection<PersonId> persons, Access access, Set<FieldGroup> groups) {
    List<PersonTable.Row> rows = table.find(handle, persons);
    List<AccessTicket> tickets =
        log.noteAll(
            handle,
            access,
            rows.stream().map(row -> row.outline().id()).toList(),
            withIdentity(groups));
    List<Person> opened = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      opened.add(open(tickets.get(i), rows.get(i)));
    }
    opened.sort(BY_KANA);
    return List.copyOf(opened);
  }

  /**
   * Tells where several persons live, so that a map can show it; a line is written for each.
   *
   * @return the outlines of those whose home is known
   * @throws RegisterRefusedException when a look is not allowed; nothing is told then
   */
  public List<PersonOutline> locate(Handle handle, Collection<PersonId> persons, Access access) {
    List<PersonOutline> found =
        table.find(handle, persons).stream().map(PersonTable.Row::outline).toList();
    log.noteAll(
        handle,
        access,
        found.stream().map(PersonOutline::id).toList(),
        EnumSet.of(FieldGroup.IDENTITY));
    return found.stream().filter(outline -> outline.home().isPresent()).toList();
  }

  /** A person and the ticket they were opened with. */
  record Opened(Person person, AccessTicket ticket) {}

  /** Opens a person with a ticket for further groups, within a transaction of the caller. */
  Optional<Opened> openWithTicket(
      Handle handle, PersonId person, Access access, Set<FieldGroup> groups) {
    return table.find(handle, List.of(person)).stream()
        .findFirst()
        .map(
            row -> {
              AccessTicket ticket = log.note(handle, access, person, groups);
              return new Opened(open(ticket, row), ticket);
            });
  }

  /**
   * Searches. Of everybody found the identity is opened, and a line written.
   *
   * @param limit at most so many
   * @return in the order of their kana
   * @throws RegisterRefusedException when the look is not allowed
   */
  public List<Person> search(Search wanted, Access access, int limit) {
    return database.inTransaction(
        handle ->
            openAll(
                handle,
                search.find(handle, wanted, limit),
                access,
                EnumSet.of(FieldGroup.IDENTITY)));
  }

  /** Counts those listed, by district; those without a district are left out. */
  public Map<AreaCode, Integer> countListed() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select district, count(*) as people from gis.person
                    where state = 'LISTED' and district is not null group by district
                    """)
                .reduceRows(
                    new TreeMap<AreaCode, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          new AreaCode(row.getColumn("district", String.class)),
                          row.getColumn("people", Integer.class));
                      return counts;
                    }));
  }

  /**
   * Writes a person, new or known, by hand. What was known is opened to tell what changes, so a
   * known person gets a line in the log.
   *
   * @throws RegisterRefusedException when the look is not allowed, or REFERENCE_TAKEN
   */
  public void enter(PersonEntry entry, Access access) {
    database.useTransaction(
        handle -> {
          Optional<PersonEntry> before = openEntry(handle, entry.id(), access);
          Set<ChangeKind> kinds = ChangeFinder.kinds(before, entry);
          if (!kinds.isEmpty()) {
            write(handle, entry, kinds, access.reader().account(), Optional.empty());
          }
        });
  }

  /**
   * Changes a person by hand. They are opened to tell what changes, so they get a line in the log;
   * where nothing changes, nothing is written.
   *
   * @param version the version it was written on
   * @param reason why, as it is to stand in the history
   * @throws RegisterRefusedException NOT_FOUND, CHANGED_MEANWHILE when somebody else changed them,
   *     REASON_MISSING, REFERENCE_TAKEN, or when the look is not allowed
   */
  public void amend(PersonEntry entry, int version, String reason, Access access) {
    requireReason(reason);
    database.useTransaction(
        handle -> {
          int current =
              table
                  .findForUpdate(handle, entry.id())
                  .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND))
                  .version();
          if (current != version) {
            throw new RegisterRefusedException(RegisterRefusal.CHANGED_MEANWHILE);
          }
          Set<ChangeKind> kinds = ChangeFinder.kinds(openEntry(handle, entry.id(), access), entry);
          if (!kinds.isEmpty()) {
            requireOwnReference(handle, entry);
            writeByHand(handle, entry, kinds, reason, access.reader().account());
          }
        });
  }

  /**
   * Takes in somebody by hand whom no extract brought, for instance because they came forward
   * themselves. Nobody is opened, so no line is written.
   *
   * @param reason why, as it is to stand in the history
   * @param account who writes it
   * @throws RegisterRefusedException REASON_MISSING, or REFERENCE_TAKEN when the office's number is
   *     somebody else's
   */
  public void admit(PersonEntry entry, String reason, String account) {
    requireReason(reason);
    database.useTransaction(
        handle -> {
          requireOwnReference(handle, entry);
          writeByHand(handle, entry, EnumSet.of(ChangeKind.ENTERED), reason, account);
        });
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
  }

  private void writeByHand(
      Handle handle, PersonEntry entry, Set<ChangeKind> kinds, String reason, String account) {
    table.write(
        handle,
        entry,
        new Change(clock.instant(), account, Optional.empty(), kinds, Optional.of(reason.strip())));
  }

  /** Opens everything of a person for writing; the row stays locked until the transaction ends. */
  Optional<PersonEntry> openEntry(Handle handle, PersonId person, Access access) {
    return table
        .findForUpdate(handle, person)
        .map(row -> PersonEntry.of(open(log.note(handle, access, person, DESCRIPTION), row)));
  }

  /** Writes a person as the next version; what kind of change it is was found out before. */
  void write(
      Handle handle, PersonEntry entry, Set<ChangeKind> kinds, String by, Optional<UUID> importId) {
    requireOwnReference(handle, entry);
    table.write(handle, entry, new Change(clock.instant(), by, importId, kinds, Optional.empty()));
  }

  /**
   * Makes a person again what they were in a version; version 0 = they were not there, and are
   * taken off the list. A line is written.
   */
  void revert(Handle handle, PersonId person, int version, Access access) {
    AccessTicket ticket = log.note(handle, access, person, DESCRIPTION);
    PersonTable.Row row = table.version(handle, person, Math.max(1, version));
    PersonEntry before = PersonEntry.of(open(ticket, row));
    write(
        handle,
        version == 0 ? before.in(PersonState.REMOVED) : before,
        EnumSet.of(ChangeKind.UNDONE),
        access.reader().account(),
        Optional.empty());
  }

  private void requireOwnReference(Handle handle, PersonEntry entry) {
    boolean taken =
        table
            .findByReference(handle, entry.identity().reference())
            .filter(owner -> !owner.equals(entry.id()))
            .isPresent();
    if (taken) {
      throw new RegisterRefusedException(RegisterRefusal.REFERENCE_TAKEN);
    }
  }

  private static Set<FieldGroup> allowed(Access access) {
    Set<FieldGroup> allowed = EnumSet.copyOf(DESCRIPTION);
    allowed.retainAll(access.purpose().groups());
    return allowed;
  }

  private static Set<FieldGroup> withIdentity(Set<FieldGroup> groups) {
    Set<FieldGroup> all = EnumSet.of(FieldGroup.IDENTITY);
    all.addAll(groups);
    return all;
  }

  private Person open(AccessTicket ticket, PersonTable.Row row) {
    return new Person(
        row.outline(),
        cipher.open(ticket, FieldGroup.IDENTITY, row.identity(), Identity.class),
        ticket.covers(FieldGroup.CONDITION)
            ? Optional.of(
                cipher.open(ticket, FieldGroup.CONDITION, row.condition(), Condition.class))
            : Optional.empty(),
        ticket.covers(FieldGroup.CONTACTS)
            ? Optional.of(cipher.open(ticket, FieldGroup.CONTACTS, row.contacts(), Contacts.class))
            : Optional.empty());
  }
}

package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/** Opens everything the office keeps of a person at once. Thread-safe, blocking. */
public final class PersonSheets {

  private static final Set<FieldGroup> GROUPS =
      EnumSet.of(
          FieldGroup.IDENTITY,
          FieldGroup.CONDITION,
          FieldGroup.CONTACTS,
          FieldGroup.CONSENTS,
          FieldGroup.DISCLOSURES,
          FieldGroup.HISTORY);

  private final Database database;
  private final FieldCipher cipher;
  private final Register register;
  private final Consents consents;
  private final Disclosures disclosures;

  PersonSheets(
      Database database,
      FieldCipher cipher,
      Register register,
      Consents consents,
      Disclosures disclosures) {
    this.database = database;
    this.cipher = cipher;
    this.register = register;
    this.consents = consents;
    this.disclosures = disclosures;
  }

  /**
   * Opens the sheet of a person; one line is written, naming every group that is shown.
   *
   * @return empty when there is no such person; nothing is logged then
   * @throws RegisterRefusedException when the look is not allowed
   */
  public Optional<PersonSheet> open(PersonId person, Access access) {
    Set<FieldGroup> groups = EnumSet.copyOf(GROUPS);
    groups.retainAll(access.purpose().groups());
    return database.inTransaction(
        handle ->
            register
                .openWithTicket(handle, person, access, groups)
                .map(opened -> sheet(handle, opened)));
  }

  private PersonSheet sheet(Handle handle, Register.Opened opened) {
    PersonId person = opened.person().id();
    AccessTicket ticket = opened.ticket();
    return new PersonSheet(
        opened.person(),
        where(ticket, FieldGroup.CONSENTS, () -> consents.history(handle, ticket, person)),
        where(ticket, FieldGroup.DISCLOSURES, () -> disclosures.of(handle, person)),
        where(ticket, FieldGroup.HISTORY, () -> history(handle, ticket, person)));
  }

  private static <T> Optional<T> where(AccessTicket ticket, FieldGroup group, Supplier<T> part) {
    return ticket.covers(group) ? Optional.of(part.get()) : Optional.empty();
  }

  private List<PersonSheet.Version> history(Handle handle, AccessTicket ticket, PersonId person) {
    return handle
        .createQuery(
            """
            select version, changed_at, changed_by, import_id, changes, reason from gis.person_version
            where person = :person order by version desc
            """)
        .bind("person", person.value())
        .map((row, _) -> version(ticket, row))
        .list();
  }

  private PersonSheet.Version version(AccessTicket ticket, ResultSet row) throws SQLException {
    Optional<byte[]> reason = Optional.ofNullable(row.getBytes("reason"));
    return new PersonSheet.Version(
        row.getInt("version"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("changed_by"),
        Optional.ofNullable(row.getObject("import_id", UUID.class)),
        Arrays.stream((String[]) row.getArray("changes").getArray())
            .map(ChangeKind::valueOf)
            .collect(Collectors.toSet()),
        reason.map(bytes -> cipher.open(ticket, FieldGroup.HISTORY, bytes, String.class)));
  }
}

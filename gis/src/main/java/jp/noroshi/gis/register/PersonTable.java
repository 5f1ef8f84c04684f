package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the register, sealed as they are. Opens nothing. */
final class PersonTable {

  private static final String COLUMNS =
      """
      id, district, ST_Y(home) as latitude, ST_X(home) as longitude, home_doubtful, mobility, state,
      changed_at, version, identity, condition, contacts
      """;

  private final FieldCipher cipher;

  PersonTable(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** A row: the outline in the clear, the groups sealed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(
      PersonOutline outline, int version, byte[] identity, byte[] condition, byte[] contacts) {}

  List<Row> find(Handle handle, Collection<PersonId> persons) {
    return handle
        .createQuery("select " + COLUMNS + " from gis.person where id = any(:ids) order by id")
        .bindArray("ids", UUID.class, persons.stream().map(PersonId::value).toArray())
        .map((row, _) -> row(row))
        .list();
  }

  Optional<Row> findForUpdate(Handle handle, PersonId person) {
    return handle
        .createQuery("select " + COLUMNS + " from gis.person where id = :id for update")
        .bind("id", person.value())
        .map((row, _) -> row(row))
        .findOne();
  }

  /** Returns a person as they were in a version. */
  Row version(Handle handle, PersonId person, int version) {
    return handle
        .createQuery(
            """
            select person as id, district, ST_Y(home) as latitude, ST_X(home) as longitude, home_doubtful,
                   mobility, state, changed_at, version, identity, condition, contacts
            from gis.person_version where person = :person and version = :version
            """)
        .bind("person", person.value())
        .bind("version", version)
        .map((row, _) -> row(row))
        .one();
  }

  Optional<PersonId> findByReference(Handle handle, String reference) {
    return handle
        .createQuery("select id from gis.person where reference = :reference")
        .bind("reference", cipher.index("REFERENCE", Kana.reference(reference)))
        .mapTo(UUID.class)
        .findOne()
        .map(PersonId::new);
  }

  /** Writes the person as the next version, and keeps that version for good. */
  void write(Handle handle, PersonEntry entry, Change change) {
    handle
        .createUpdate(
            """
            insert into gis.person (id, reference, district, home, home_doubtful, mobility, state,
                                    identity, condition, contacts, changed_at)
            values (:id, :reference, :district, %1$s, :doubtful, :mobility, :state,
                    :identity, :condition, :contacts, :at)
            on conflict (id) do update set
              reference = excluded.reference, district = excluded.district, home = excluded.home,
              home_doubtful = excluded.home_doubtful, mobility = excluded.mobility,
              state = excluded.state, identity = excluded.identity, condition = excluded.condition,
              contacts = excluded.contacts, changed_at = excluded.changed_at,
              version = gis.person.version + 1
            """
                .formatted("ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326)"))
        .bind("id", entry.id().value())
        .bind("reference", cipher.index("REFERENCE", Kana.reference(entry.identity().reference())))
        .bind("district", entry.district().map(AreaCode::value).orElse(null))
        .bind("longitude", entry.home().map(LatLon::longitude).orElse(null))
        .bind("latitude", entry.home().map(LatLon::latitude).orElse(null))
        .bind("doubtful", entry.homeDoubtful())
        .bind("mobility", entry.mobility())
        .bind("state", entry.state())
        .bind("identity", seal(entry, FieldGroup.IDENTITY, entry.identity()))
        .bind("condition", seal(entry, FieldGroup.CONDITION, entry.condition()))
        .bind("contacts", seal(entry, FieldGroup.CONTACTS, entry.contacts()))
        .bind("at", change.at())
        .execute();
    index(handle, entry);
    keepVersion(handle, entry.id(), change);
  }

  private byte[] seal(PersonEntry entry, FieldGroup group, Object value) {
    return cipher.seal(entry.id().value(), group, value);
  }

  private void index(Handle handle, PersonEntry entry) {
    UUID person = entry.id().value();
    handle.execute("delete from gis.person_index where person = ?", person);
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into gis.person_index (person, kind, token) values (:person, :kind, :token)");
    Kana.beginnings(entry.identity().kana()).forEach(kana -> add(batch, person, "KANA", kana));
    entry.identity().birthDate().ifPresent(day -> add(batch, person, "BIRTH", day.toString()));
    entry
        .identity()
        .phone()
        .map(Kana::digits)
        .filter(digits -> !digits.isEmpty())
        .ifPresent(digits -> add(batch, person, "PHONE", digits));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void add(PreparedBatch batch, UUID person, String kind, String value) {
    batch.bind("person", person).bind("kind", kind).bind("token", cipher.index(kind, value)).add();
  }

  private void keepVersion(Handle handle, PersonId person, Change change) {
    handle
        .createUpdate(
            """
            insert into gis.person_version (person, version, changed_at, changed_by, import_id, changes, reason,
                district, home, home_doubtful, mobility, state, identity, condition, contacts)
            select id, version, changed_at, :by, :import, :changes, :reason,
                district, home, home_doubtful, mobility, state, identity, condition, contacts
            from gis.person where id = :id
            """)
        .bind("by", change.by())
        .bind("import", change.importId().orElse(null))
        .bindArray("changes", String.class, names(change.kinds()))
        .bind(
            "reason",
            change
                .reason()
                .map(reason -> cipher.seal(person.value(), FieldGroup.HISTORY, reason))
                .orElse(null))
        .bind("id", person.value())
        .execute();
  }

  private static Object[] names(Set<ChangeKind> kinds) {
    return kinds.stream().sorted().map(Enum::name).toArray();
  }

  static Row row(ResultSet row) throws SQLException {
    return new Row(
        outline(row),
        row.getInt("version"),
        row.getBytes("identity"),
        row.getBytes("condition"),
        row.getBytes("contacts"));
  }

  static PersonOutline outline(ResultSet row) throws SQLException {
    double latitude = row.getDouble("latitude");
    Optional<LatLon> home =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new LatLon(latitude, row.getDouble("longitude")));
    Instant changedAt = row.getTimestamp("changed_at").toInstant();
    return new PersonOutline(
        new PersonId(row.getObject("id", UUID.class)),
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        home,
        row.getBoolean("home_doubtful"),
        Mobility.valueOf(row.getString("mobility")),
        PersonState.valueOf(row.getString("state")),
        changedAt);
  }
}

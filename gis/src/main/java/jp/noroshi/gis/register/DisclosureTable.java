package jp.noroshi.gis.register;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ledger of disclosures in the database. */
final class DisclosureTable {

  private static final TypeReference<List<Disclosure.Copy>> COPIES = new TypeReference<>() {};
  private static final String SELECT =
      """
      select d.*,
        (select count(*) from gis.disclosure_person where disclosure = d.id) as people,
        (select json_agg(json_build_object('number', number, 'holder', holder, 'handedAt', handed_at,
                  'destroyedAt', destroyed_at, 'confirmedBy', confirmed_by) order by number)
           from gis.disclosure_copy where disclosure = d.id) as copies
      from gis.disclosure d
      """;

  List<PersonId> listed(Handle handle, List<AreaCode> districts) {
    return handle
        .createQuery(
            """
            select id from gis.person where state = 'LISTED'
              and (cardinality(:districts::text[]) = 0 or district = any(:districts)) order by id
            """)
        .bindArray("districts", String.class, codes(districts))
        .mapTo(UUID.class)
        .map(PersonId::new)
        .list();
  }

  void insert(
      Handle handle, DisclosureLedger.Entry entry, Access access, Instant now, byte[] sealed) {
    DisclosureWish wish = entry.wish();
    handle
        .createUpdate(
            """
            insert into gis.disclosure (id, subject, hazard, by_ordinance, kind, recipient, purpose, basis,
                                        emergency, districts, made_at, made_by, keep_until, content)
            values (:id, :subject, :hazard, :byOrdinance, :kind, :recipient, :purpose, :basis,
                    :emergency, :districts, :at, :by, :until, :content)
            """)
        .bind("id", entry.id())
        .bind("subject", entry.subject())
        .bind("hazard", entry.hazard().orElse(null))
        .bind("byOrdinance", entry.byOrdinance())
        .bind("kind", wish.kind())
        .bind("recipient", wish.recipient().strip())
        .bind("purpose", wish.purpose().strip())
        .bind("basis", access.basis())
        .bind("emergency", access.emergency().orElse(null))
        .bindArray("districts", String.class, codes(wish.districts()))
        .bind("at", now)
        .bind("by", access.reader().account())
        .bind("until", wish.keepUntil())
        .bind("content", sealed)
        .execute();
    int number = 1;
    for (String holder : wish.holders()) {
      handle.execute(
          "insert into gis.disclosure_copy (disclosure, number, holder) values (?, ?, ?)",
          entry.id(),
          number++,
          holder.strip());
    }
  }

  void insertPeople(Handle handle, UUID id, List<PersonId> people) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into gis.disclosure_person (disclosure, person) values (:id, :person)");
    people.forEach(person -> batch.bind("id", id).bind("person", person.value()).add());
    batch.execute();
  }

  List<PersonId> people(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select person from gis.disclosure_person where disclosure = :id order by person")
        .bind("id", id)
        .mapTo(UUID.class)
        .map(PersonId::new)
        .list();
  }

  byte[] content(Handle handle, UUID id) {
    return handle
        .createQuery("select content from gis.disclosure where id = :id")
        .bind("id", id)
        .mapTo(byte[].class)
        .one();
  }

  void handed(Handle handle, UUID id, int copy, Instant now) {
    handle.execute(
        "update gis.disclosure_copy set handed_at = ? where disclosure = ? and number = ?",
        now,
        id,
        copy);
  }

  void recall(Handle handle, UUID id, String reason, String by, Instant now) {
    handle.execute(
        "update gis.disclosure set recalled_at = ?, recalled_by = ?, recall_reason = ? where id = ?",
        now,
        by,
        reason,
        id);
  }

  void destroyed(Handle handle, UUID id, int copy, String by, Instant now) {
    handle.execute(
        "update gis.disclosure_copy set destroyed_at = ?, confirmed_by = ? where disclosure = ? and number = ?",
        now,
        by,
        id,
        copy);
  }

  List<Disclosure> list(Handle handle) {
    return handle
        .createQuery(SELECT + " order by d.number desc")
        .map((row, _) -> disclosure(row))
        .list();
  }

  List<Disclosure> of(Handle handle, PersonId person) {
    return handle
        .createQuery(
            SELECT
                + " where d.id in (select disclosure from gis.disclosure_person where person = :person)"
                + " order by d.number desc")
        .bind("person", person.value())
        .map((row, _) -> disclosure(row))
        .list();
  }

  Disclosure one(Handle handle, UUID id) {
    return find(handle, id)
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
  }

  /** Returns a disclosure that nobody else changes until the transaction ends. */
  Disclosure locked(Handle handle, UUID id) {
    handle.execute("select 1 from gis.disclosure where id = ? for update", id);
    return one(handle, id);
  }

  private static Optional<Disclosure> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + " where d.id = :id")
        .bind("id", id)
        .map((row, _) -> disclosure(row))
        .findOne();
  }

  private static Object[] codes(List<AreaCode> districts) {
    return districts.stream().map(AreaCode::value).toArray();
  }

  private static Disclosure disclosure(ResultSet row) throws SQLException {
    return new Disclosure(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        Disclosure.Subject.valueOf(row.getString("subject")),
        Optional.ofNullable(row.getString("hazard")),
        Disclosure.RecipientKind.valueOf(row.getString("kind")),
        row.getString("recipient"),
        row.getString("purpose"),
        LegalBasis.valueOf(row.getString("basis")),
        row.getBoolean("by_ordinance"),
        Optional.ofNullable(row.getObject("emergency", UUID.class)),
        Arrays.stream((String[]) row.getArray("districts").getArray()).map(AreaCode::new).toList(),
        row.getInt("people"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getDate("keep_until").toLocalDate(),
        Json.read(row.getString("copies"), COPIES),
        Optional.ofNullable(row.getTimestamp("recalled_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("recalled_by")),
        Optional.ofNullable(row.getString("recall_reason")));
  }
}

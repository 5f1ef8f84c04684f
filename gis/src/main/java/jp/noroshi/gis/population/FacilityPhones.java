package jp.noroshi.gis.population;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Under which number 要配慮者利用施設 are telephoned: what staff wrote, else what the list says. A
 * facility's number is a business contact and no personal data. Thread-safe, blocking.
 */
public final class FacilityPhones {

  /** With an area code or a country: an extension or a remark after it is not dialled. */
  private static final Pattern NUMBER = Pattern.compile("(?:\\(0|[+0])[0-9()-]{7,18}[0-9]");

  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−ー]");

  private static final Pattern GAPS = Pattern.compile("(?<=[0-9)])\\s+(?=[0-9(])");

  private final Database database;
  private final InstantSource clock;

  /** Keeps them in a database. */
  public FacilityPhones(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A number.
   *
   * @param number as it is written in Japan, or with its country; digits, hyphens and brackets
   * @param written who wrote it in the place of the list's; empty = it is the list's
   */
  public record Phone(String number, Optional<Written> written) {}

  /** Which account wrote a number, and when. */
  public record Written(String by, Instant at) {}

  /** Finds the numbers of facilities; those that are not to be telephoned are left out. */
  public Map<UUID, Phone> find(Collection<UUID> facilities) {
    return database.withHandle(handle -> find(handle, facilities));
  }

  /** Finds the same within a transaction of the caller. */
  public Map<UUID, Phone> find(Handle handle, Collection<UUID> facilities) {
    Map<UUID, Phone> found = new HashMap<>();
    handle
        .createQuery(
            """
            select f.id, case when p.facility is null then f.phone else p.number end as number, p.by, p.at
            from gis.facility f left join gis.facility_phone p on p.facility = f.id
            where f.id = any(:ids)
            """)
        .bindArray("ids", UUID.class, facilities.toArray())
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), phone(row)))
        .forEach(each -> each.getValue().ifPresent(phone -> found.put(each.getKey(), phone)));
    return found;
  }

  /** A facility, and under which number it is telephoned; empty = the hub does not. */
  public record Listed(UUID id, String name, String address, Optional<Phone> phone) {}

  /** Lists all 要配慮者利用施設 by name. */
  public List<Listed> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select f.id, f.name, coalesce(f.address, '') as address,
                           case when p.facility is null then f.phone else p.number end as number, p.by, p.at
                    from gis.facility f left join gis.facility_phone p on p.facility = f.id
                    where f.kind = 'CARE' order by f.name, f.id
                    """)
                .map(
                    (row, _) ->
                        new Listed(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("address"),
                            phone(row)))
                .list());
  }

  private static Optional<Phone> phone(ResultSet row) throws SQLException {
    Optional<String> by = Optional.ofNullable(row.getString("by"));
    Timestamp at = row.getTimestamp("at");
    return Optional.ofNullable(row.getString("number"))
        .flatMap(FacilityPhones::read)
        .map(number -> new Phone(number, by.map(who -> new Written(who, at.toInstant()))));
  }

  /** Reads the first number of a text; empty when there is none that can be dialled. */
  static Optional<String> read(String text) {
    String plain = DASHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
    // Some lists part the digits by spaces; elsewhere a space parts the number from a remark.
    return find(plain).or(() -> find(GAPS.matcher(plain).replaceAll("-")));
  }

  private static Optional<String> find(String plain) {
    Matcher matcher = NUMBER.matcher(plain);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /**
   * Writes a number in the place of the list's.
   *
   * @param number empty = the hub does not telephone the facility
   * @param by account
   * @return whether there is such a facility, and the number can be dialled
   */
  public boolean write(UUID facility, Optional<String> number, String by) {
    Optional<String> read = number.flatMap(FacilityPhones::read);
    return read.isPresent() == number.isPresent()
        && database.inTransaction(handle -> write(handle, facility, read, by) > 0);
  }

  private int write(Handle handle, UUID facility, Optional<String> number, String by) {
    return handle
        .createUpdate(
            """
            insert into gis.facility_phone (facility, number, by, at)
            select id, :number, :by, :now from gis.facility where id = :facility and kind = 'CARE'
            on conflict (facility) do update set number = excluded.number, by = excluded.by, at = excluded.at
            """)
        .bind("number", number.orElse(null))
        .bind("by", by)
        .bind("now", clock.instant())
        .bind("facility", facility)
        .execute();
  }
}

package jp.noroshi.gis.plan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.AccessTicket;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.FieldGroup;
import org.jdbi.v3.core.Handle;

/** Those who help. Every supporter opened stands in the access log. Thread-safe, blocking. */
public final class Supporters {

  private static final int MOST = 500;
  private static final int MOST_FOUND = 50;
  private static final String COLUMNS =
      """
      s.*, ST_Y(s.home) as latitude, ST_X(s.home) as longitude,
      (select count(distinct p.person) from gis.plan_supporter a join gis.plan p on p.id = a.plan
       where a.supporter = s.id) as people
      """;

  private final Database database;
  private final FieldCipher cipher;
  private final SupporterIndex index;
  private final AccessLog log;
  private final InstantSource clock;
  private final ZoneId zone;

  Supporters(Plans.Parts parts) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.index = new SupporterIndex(cipher);
    this.log = parts.log();
    this.clock = parts.clock();
    this.zone = parts.zone();
  }

  /** What is sealed. */
  private record Details(
      String name,
      Optional<String> contact,
      Optional<String> address,
      Optional<String> phone,
      Optional<String> hours,
      Optional<String> remarks) {}

  /**
   * A supporter and how much they carry.
   *
   * @param supporter who
   * @param people how many people they are to help
   * @param absent whether they are away today
   */
  public record Loaded(Supporter supporter, int people, boolean absent) {

    /** Tells whether they have more people than they can help. */
    public boolean overloaded() {
      return people > supporter.maxLoad();
    }

    @Override
    public String toString() {
      return "Loaded[" + supporter + "]";
    }
  }

  /** Opens supporters within a transaction of the caller; unknown ones are left out. */
  public List<Loaded> openAll(Handle handle, Collection<UUID> supporters, Access access) {
    return open(
        handle,
        handle
            .createQuery(
                "select " + COLUMNS + " from gis.supporter s where s.id = any(:ids) order by s.id")
            .bindArray("ids", UUID.class, supporters.toArray())
            .map((row, _) -> row(row))
            .list(),
        access);
  }

  /**
   * Opens a supporter.
   *
   * @return empty when there is none; nothing is logged then
   */
  public Optional<Loaded> open(UUID supporter, Access access) {
    return database.inTransaction(
        handle -> openAll(handle, List.of(supporter), access).stream().findFirst());
  }

  /**
   * Opens those who help in a district, or everywhere, at most 500, those who help nobody any more
   * last.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public List<Loaded> list(Optional<AreaCode> district, Access access) {
    return database.inTransaction(
        handle ->
            open(
                handle,
                handle
                    .createQuery(
                        "select "
                            + COLUMNS
                            + """
                             from gis.supporter s
                            where cast(:district as text) is null or s.district = :district
                            order by s.gone, s.id limit :most
                            """)
                    .bind("district", district.map(AreaCode::value).orElse(null))
                    .bind("most", MOST)
                    .map((row, _) -> row(row))
                    .list(),
                access));
  }

  /**
   * Opens those whose name begins like this, or whose telephone it is, wherever they live; at most
   * 50.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException SEARCH_TOO_SHORT below two letters, or
   *     when the look is not allowed
   */
  public List<Loaded> search(String words, Access access) {
    return database.inTransaction(
        handle -> openAll(handle, index.find(handle, words, MOST_FOUND), access));
  }

  /** Opens those living nearest to a place who still help. */
  List<Loaded> nearest(Handle handle, LatLon place, int limit, Access access) {
    return open(
        handle,
        handle
            .createQuery(
                "select "
                    + COLUMNS
                    + """
                     from gis.supporter s where s.home is not null and not s.gone
                    order by ST_Distance(s.home::geography,
                                         ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326)::geography), s.id
                    limit :limit
                    """)
            .bind("longitude", place.longitude())
            .bind("latitude", place.latitude())
            .bind("limit", limit)
            .map((row, _) -> row(row))
            .list(),
        access);
  }

  /**
   * Writes a supporter, new or known.
   *
   * @param supporter its version is the one it was written on, 0 = new
   * @throws PlanRefusedException CHANGED_MEANWHILE
   */
  public Loaded save(Supporter supporter, Access access) {
    return database.inTransaction(
        handle -> {
          write(handle, supporter, access.reader().account());
          index.write(handle, supporter);
          return openAll(handle, List.of(supporter.id()), access).getFirst();
        });
  }

  private void write(Handle handle, Supporter supporter, String by) {
    int written =
        handle
            .createUpdate(supporter.version() == 0 ? INSERT : UPDATE)
            .bind("id", supporter.id())
            .bind("kind", supporter.kind())
            .bind("district", supporter.district().map(AreaCode::value).orElse(null))
            .bind("longitude", supporter.home().map(LatLon::longitude).orElse(null))
            .bind("latitude", supporter.home().map(LatLon::latitude).orElse(null))
            .bind("maxLoad", supporter.maxLoad())
            .bind("consent", supporter.consent())
            .bind("consentOn", supporter.consentOn().orElse(null))
            .bind("absentFrom", supporter.absentFrom().orElse(null))
            .bind("absentTo", supporter.absentTo().orElse(null))
            .bind("gone", supporter.gone())
            .bind("details", cipher.seal(supporter.id(), FieldGroup.SUPPORTERS, sealed(supporter)))
            .bind("version", supporter.version())
            .bind("at", clock.instant())
            .bind("by", by)
            .execute();
    if (written == 0) {
      throw new PlanRefusedException(PlanRefusal.CHANGED_MEANWHILE);
    }
  }

  private static final String INSERT =
      """
      insert into gis.supporter (id, kind, district, home, max_load, consent, consent_on, absent_from,
          absent_to, gone, details, version, changed_at, changed_by)
      values (:id, :kind, :district, ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326), :maxLoad,
          :consent, :consentOn, :absentFrom, :absentTo, :gone, :details, :version + 1, :at, :by)
      on conflict (id) do nothing
      """;

  private static final String UPDATE =
      """
      update gis.supporter set kind = :kind, district = :district,
          home = ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326), max_load = :maxLoad,
          consent = :consent, consent_on = :consentOn, absent_from = :absentFrom, absent_to = :absentTo,
          gone = :gone, details = :details, version = :version + 1, changed_at = :at, changed_by = :by
      where id = :id and version = :version
      """;

  private static Details sealed(Supporter supporter) {
    return new Details(
        supporter.name(),
        supporter.contact(),
        supporter.address(),
        supporter.phone(),
        supporter.hours(),
        supporter.remarks());
  }

  /** A row, sealed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(
      UUID id,
      Supporter.Kind kind,
      int version,
      Optional<AreaCode> district,
      Optional<LatLon> home,
      Optional<LocalDate> absentFrom,
      Optional<LocalDate> absentTo,
      int maxLoad,
      ConsentAnswer consent,
      Optional<LocalDate> consentOn,
      boolean gone,
      int people,
      byte[] details) {}

  private List<Loaded> open(Handle handle, List<Row> rows, Access access) {
    List<AccessTicket> tickets =
        log.noteSupporters(handle, access, rows.stream().map(Row::id).toList());
    List<Loaded> opened = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      opened.add(loaded(tickets.get(i), rows.get(i)));
    }
    return List.copyOf(opened);
  }

  private Loaded loaded(AccessTicket ticket, Row row) {
    Details details = cipher.open(ticket, FieldGroup.SUPPORTERS, row.details(), Details.class);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    boolean absent =
        row.absentFrom().filter(day -> !day.isAfter(today)).isPresent()
            && row.absentTo().filter(day -> day.isBefore(today)).isEmpty();
    return new Loaded(supporter(row, details), row.people(), absent);
  }

  private static Supporter supporter(Row row, Details details) {
    return new Supporter(
        row.id(),
        row.kind(),
        row.version(),
        details.name(),
        details.contact(),
        details.address(),
        details.phone(),
        row.district(),
        row.home(),
        details.hours(),
        row.absentFrom(),
        row.absentTo(),
        row.maxLoad(),
        row.consent(),
        row.consentOn(),
        details.remarks(),
        row.gone());
  }

  private static Row row(ResultSet row) throws SQLException {
    double latitude = row.getDouble("latitude");
    Optional<LatLon> home =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new LatLon(latitude, row.getDouble("longitude")));
    return new Row(
        row.getObject("id", UUID.class),
        Supporter.Kind.valueOf(row.getString("kind")),
        row.getInt("version"),
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        home,
        day(row, "absent_from"),
        day(row, "absent_to"),
        row.getInt("max_load"),
        ConsentAnswer.valueOf(row.getString("consent")),
        day(row, "consent_on"),
        row.getBoolean("gone"),
        row.getInt("people"),
        row.getBytes("details"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
  }
}

package jp.noroshi.gis.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.Identity;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which plans need somebody, the worst first. Thread-safe, blocking. */
public final class PlanWorklist {

  private final Database database;
  private final Register register;

  PlanWorklist(Database database, Register register) {
    this.database = database;
    this.register = register;
  }

  /**
   * How a plan is.
   *
   * @param severity how bad
   * @param reasons the worst first
   * @param checkedAt as of when; empty = not examined yet
   */
  public record Health(
      PlanReason.Severity severity, List<PlanReason> reasons, Optional<Instant> checkedAt) {}

  /**
   * What to look for; everything given has to fit.
   *
   * @param severity at least so bad
   * @param agreedOnly only agreed plans of people on the register which both parties agreed to hand
   *     over
   */
  public record Wanted(
      Optional<AreaCode> district,
      Optional<HazardKind> hazard,
      Optional<PlanState> state,
      Optional<PlanReason> reason,
      Optional<PlanReason.Severity> severity,
      Optional<PersonId> person,
      Optional<UUID> supporter,
      boolean agreedOnly) {

    /** Everything. */
    public static final Wanted ALL =
        new Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** All plans against a danger in a district, or everywhere. */
    public static Wanted in(Optional<AreaCode> district, HazardKind hazard) {
      return new Wanted(
          district,
          Optional.of(hazard),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
    }

    /** Returns the same, only of those who may be handed over in normal times, or of all. */
    Wanted agreedOnly(boolean only) {
      return new Wanted(district, hazard, state, reason, severity, person, supporter, only);
    }
  }

  /** A plan in the list, with who it is about. */
  public record Line(
      UUID id,
      PersonId person,
      Identity identity,
      Optional<AreaCode> district,
      HazardKind hazard,
      PlanState state,
      int version,
      LocalDate nextReview,
      Health health) {}

  /** A part of the list and how long the whole is. */
  public record Part(int total, List<Line> lines) {}

  /** A line before its person is opened. */
  private record Found(
      UUID id,
      PersonId person,
      Optional<AreaCode> district,
      HazardKind hazard,
      PlanState state,
      int version,
      LocalDate nextReview,
      Health health) {}

  private static final String WHERE =
      """
      from gis.plan p join gis.person q on q.id = p.person left join gis.plan_health h on h.plan = p.id
      where (cast(:district as text) is null or q.district = :district)
        and (cast(:hazard as text) is null or p.hazard = :hazard)
        and (cast(:state as text) is null or p.state = :state)
        and (cast(:reason as text) is null or :reason = any(h.reasons))
        and coalesce(h.severity, 0) >= :severity
        and (cast(:person as uuid) is null or p.person = :person)
        and (cast(:supporter as uuid) is null
             or exists (select 1 from gis.plan_supporter a where a.plan = p.id and a.supporter = :supporter))
        and (not :agreedOnly or (
          q.state = 'LISTED' and p.state <> 'DRAFT' and 'GIVEN' = (select c.answer from gis.consent c where c.person = p.person and c.kind = 'PLAN_PROVISION'
                     order by c.id desc limit 1)
          and not exists (select 1 from gis.plan_supporter a join gis.supporter s on s.id = a.supporter
                          where a.plan = p.id and s.consent <> 'GIVEN')))
      """;

  /**
   * Lists plans, the worst first. The identity of everybody listed is opened, and a line written.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public Part list(Wanted wanted, int offset, int limit, Access access) {
    return database.inTransaction(handle -> list(handle, wanted, offset, limit, access));
  }

  /** Lists plans within a transaction of the caller. */
  Part list(Handle handle, Wanted wanted, int offset, int limit, Access access) {
    int total =
        bound(handle.createQuery("select count(*) " + WHERE), wanted).mapTo(Integer.class).one();
    return new Part(total, opened(handle, find(handle, wanted, offset, limit), access));
  }

  private static List<Found> find(Handle handle, Wanted wanted, int offset, int limit) {
    return bound(
            handle.createQuery(
                """
                select p.id, p.person, q.district, p.hazard, p.state, p.version, p.next_review,
                       h.reasons, h.severity, h.checked_at
                """
                    + WHERE
                    + """
                     order by coalesce(h.severity, 0) desc, coalesce(cardinality(h.reasons), 0) desc,
                              q.district, p.id
                    offset :offset limit :limit
                    """),
            wanted)
        .bind("offset", offset)
        .bind("limit", limit)
        .map((row, _) -> found(row))
        .list();
  }

  private static Query bound(Query query, Wanted wanted) {
    return query
        .bind("district", wanted.district().map(AreaCode::value).orElse(null))
        .bind("hazard", wanted.hazard().map(Enum::name).orElse(null))
        .bind("state", wanted.state().map(Enum::name).orElse(null))
        .bind("reason", wanted.reason().map(Enum::name).orElse(null))
        .bind("severity", wanted.severity().map(PlanReason.Severity::degree).orElse(0))
        .bind("person", wanted.person().map(PersonId::value).orElse(null))
        .bind("supporter", wanted.supporter().orElse(null))
        .bind("agreedOnly", wanted.agreedOnly());
  }

  private List<Line> opened(Handle handle, List<Found> found, Access access) {
    Map<PersonId, Identity> who =
        register
            .openAll(
                handle,
                found.stream().map(Found::person).distinct().toList(),
                access,
                EnumSet.of(FieldGroup.IDENTITY))
            .stream()
            .collect(Collectors.toMap(Person::id, Person::identity));
    return found.stream()
        .map(
            each ->
                new Line(
                    each.id(),
                    each.person(),
                    who.get(each.person()),
                    each.district(),
                    each.hazard(),
                    each.state(),
                    each.version(),
                    each.nextReview(),
                    each.health()))
        .toList();
  }

  /** Returns how a plan is; nobody is opened. */
  Health health(Handle handle, UUID plan) {
    return health(handle, List.of(plan)).get(plan);
  }

  /** Returns how each of these plans is, within a transaction of the caller; nobody is opened. */
  public Map<UUID, Health> health(Handle handle, Collection<UUID> plans) {
    Map<UUID, Health> health = new HashMap<>();
    plans.forEach(
        plan ->
            health.put(plan, new Health(PlanReason.Severity.WELL, List.of(), Optional.empty())));
    handle
        .createQuery(
            "select plan, reasons, severity, checked_at from gis.plan_health where plan = any(:plans)")
        .bindArray("plans", UUID.class, plans.toArray())
        .map((row, _) -> health.put(row.getObject("plan", UUID.class), health(row)))
        .list();
    return Map.copyOf(health);
  }

  /**
   * How the plans of a district are.
   *
   * @param district empty: those of whom no district is known
   * @param withoutPlan people listed there who have no plan
   */
  public record DistrictHealth(
      Optional<AreaCode> district,
      int plans,
      int withoutPlan,
      int urgent,
      int serious,
      int notice) {}

  /** Returns how the plans are, the worst district first; nobody is opened. */
  public List<DistrictHealth> byDistrict() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select q.district, count(p.id) as plans,
                      count(distinct q.id) filter (where p.id is null and q.state = 'LISTED') as without_plan,
                      count(*) filter (where h.severity = 3) as urgent,
                      count(*) filter (where h.severity = 2) as serious,
                      count(*) filter (where h.severity = 1) as notice
                    from gis.person q left join gis.plan p on p.person = q.id
                      left join gis.plan_health h on h.plan = p.id
                    group by q.district
                    order by urgent desc, serious desc, notice desc, without_plan desc, q.district
                    """)
                .map((row, _) -> district(row))
                .list());
  }

  /** Counts the plans that have a reason, the most frequent first; nobody is opened. */
  public Map<PlanReason, Integer> byReason() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select reason, count(*) as plans from gis.plan_health h, unnest(h.reasons) as reason
                    group by reason order by plans desc, reason
                    """)
                .reduceRows(
                    new LinkedHashMap<PlanReason, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          PlanReason.valueOf(row.getColumn("reason", String.class)),
                          row.getColumn("plans", Integer.class));
                      return counts;
                    }));
  }

  /** Returns when all plans were last examined. */
  public Optional<Instant> examinedAt() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select max(checked_at) from gis.plan_examination")
                .mapTo(Instant.class)
                .findOne());
  }

  private static DistrictHealth district(ResultSet row) throws SQLException {
    return new DistrictHealth(
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        row.getInt("plans"),
        row.getInt("without_plan"),
        row.getInt("urgent"),
        row.getInt("serious"),
        row.getInt("notice"));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        HazardKind.valueOf(row.getString("hazard")),
        PlanState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getDate("next_review").toLocalDate(),
        health(row));
  }

  private static Health health(ResultSet row) throws SQLException {
    if (row.getArray("reasons") == null) {
      return new Health(PlanReason.Severity.WELL, List.of(), Optional.empty());
    }
    return new Health(
        PlanReason.Severity.of(row.getInt("severity")),
        Arrays.stream((String[]) row.getArray("reasons").getArray())
            .map(PlanReason::valueOf)
            .toList(),
        Optional.of(row.getTimestamp("checked_at").toInstant()));
  }
}

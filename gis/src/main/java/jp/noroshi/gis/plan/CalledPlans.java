package jp.noroshi.gis.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.AccessTicket;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;

/**
 * What a response has to know when it calls people up: the person, the danger at their home, and
 * what of their plan decides who is asked, and when. Every person opened stands in the access log.
 * Thread-safe, blocking.
 */
public final class CalledPlans {

  private static final Set<FieldGroup> NEEDED =
      EnumSet.of(FieldGroup.CONDITION, FieldGroup.CONTACTS);

  private final PlanSealing sealing;
  private final AccessLog log;
  private final Register register;
  private final InstantSource clock;
  private final ZoneId zone;
  private final PlanTable table = new PlanTable();

  CalledPlans(Plans.Parts parts, Register register) {
    this.sealing = new PlanSealing(parts.cipher());
    this.log = parts.log();
    this.register = register;
    this.clock = parts.clock();
    this.zone = parts.zone();
  }

  /**
   * Somebody called up.
   *
   * @param homeRank of the danger at the home today, 0 = none known
   * @param plan what was agreed for the danger, else for another one: who helps is the same. Empty
   *     = nothing
   */
  public record Called(Person person, int homeRank, Optional<Agreed> plan) {}

  /**
   * What counts of a plan.
   *
   * @param hazard against which danger
   * @param helpers in the order in which they are called
   */
  public record Agreed(
      UUID id,
      HazardKind hazard,
      StartSignal signal,
      int helpersNeeded,
      Optional<Integer> minutesNeeded,
      List<PlannedSupporter> helpers) {}

  /**
   * Who helps.
   *
   * @param position their place in the plan
   * @param absent away today, or helping nobody any more
   */
  public record PlannedSupporter(
      UUID supporter, Supporter.Kind kind, int position, boolean absent) {}

  /**
   * Opens people and plans within a transaction of the caller.
   *
   * @param access by which those are opened who have a plan
   * @param withoutPlan by which those are opened who have none
   * @throws jp.noroshi.gis.register.RegisterRefusedException when a look is not allowed; nobody is
   *     opened then
   */
  public List<Called> open(
      Handle handle,
      Collection<PersonId> people,
      HazardKind hazard,
      Access access,
      Access withoutPlan) {
    Map<PersonId, Agreed> plans = agreed(handle, plans(handle, people, hazard), access);
    Map<PersonId, Integer> ranks = homeRanks(handle, people, hazard);
    List<PersonId> planned = people.stream().filter(plans::containsKey).toList();
    List<PersonId> others = people.stream().filter(each -> !plans.containsKey(each)).toList();
    List<Person> opened = new ArrayList<>(register.openAll(handle, planned, access, NEEDED));
    opened.addAll(register.openAll(handle, others, withoutPlan, NEEDED));
    return opened.stream()
        .map(
            person ->
                new Called(
                    person,
                    ranks.getOrDefault(person.id(), 0),
                    Optional.ofNullable(plans.get(person.id()))))
        .toList();
  }

  private static List<UUID> plans(Handle handle, Collection<PersonId> people, HazardKind hazard) {
    return handle
        .createQuery(
            """
            select distinct on (person) id from gis.plan
            where person = any(:people) and state <> 'DRAFT'
            order by person, hazard <> :hazard, settled_at desc, id
            """)
        .bindArray("people", UUID.class, people.stream().map(PersonId::value).toArray())
        .bind("hazard", hazard)
        .mapTo(UUID.class)
        .list();
  }

  private Map<PersonId, Agreed> agreed(Handle handle, List<UUID> ids, Access access) {
    List<PlanTable.Row> rows = table.find(handle, ids);
    List<AccessTicket> tickets =
        log.noteAll(
            handle,
            access,
            rows.stream().map(PlanTable.Row::person).toList(),
            EnumSet.of(FieldGroup.PLAN));
    Map<UUID, List<PlannedSupporter>> helpers = helpers(handle, ids);
    Map<PersonId, Agreed> found = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      PlanTable.Row row = rows.get(i);
      PlanContent content = sealing.open(tickets.get(i), row.id(), row.sealed());
      found.put(
          row.person(),
          new Agreed(
              row.id(),
              row.hazard(),
              content.startSignal(),
              content.helpersNeeded(),
              content.minutesNeeded(),
              helpers.getOrDefault(row.id(), List.of())));
    }
    return found;
  }

  private record SupporterOfPlan(UUID plan, PlannedSupporter helper) {}

  private Map<UUID, List<PlannedSupporter>> helpers(Handle handle, List<UUID> plans) {
    return handle
        .createQuery(
            """
            select a.plan, a.position, s.id, s.kind,
                   s.gone or coalesce(s.absent_from <= :today and (s.absent_to is null or s.absent_to >= :today), false)
                     as absent
            from gis.plan_supporter a join gis.supporter s on s.id = a.supporter
            where a.plan = any(:plans) order by a.plan, a.position
            """)
        .bind("today", LocalDate.ofInstant(clock.instant(), zone))
        .bindArray("plans", UUID.class, plans.toArray())
        .map((row, _) -> helper(row))
        .stream()
        .collect(
            Collectors.groupingBy(
                SupporterOfPlan::plan,
                Collectors.mapping(SupporterOfPlan::helper, Collectors.toUnmodifiableList())));
  }

  private static SupporterOfPlan helper(ResultSet row) throws SQLException {
    return new SupporterOfPlan(
        row.getObject("plan", UUID.class),
        new PlannedSupporter(
            row.getObject("id", UUID.class),
            Supporter.Kind.valueOf(row.getString("kind")),
            row.getInt("position"),
            row.getBoolean("absent")));
  }

  private record Ranked(PersonId person, int rank) {}

  private static Map<PersonId, Integer> homeRanks(
      Handle handle, Collection<PersonId> people, HazardKind hazard) {
    return handle
        .createQuery(
            """
            select q.id, max(greatest(z.rank, 1)) as rank
            from gis.person q
            join gis.hazard_piece piece on ST_Intersects(piece.outline, q.home)
            join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = :hazard
            join gis.hazard_zone z on z.id = piece.zone_id
            where q.id = any(:people) group by q.id
            """)
        .bind("hazard", hazard)
        .bindArray("people", UUID.class, people.stream().map(PersonId::value).toArray())
        .map(
            (row, _) ->
                new Ranked(new PersonId(row.getObject("id", UUID.class)), row.getInt("rank")))
        .stream()
        .collect(Collectors.toMap(Ranked::person, Ranked::rank));
  }
}

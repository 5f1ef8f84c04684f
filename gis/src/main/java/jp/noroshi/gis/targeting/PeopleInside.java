package jp.noroshi.gis.targeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.Exposure;
import jp.noroshi.gis.hazard.HazardExposure;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;

/**
 * Who needs assistance inside an area, by name, for somebody who reads the list: a part at a time.
 * Everybody in the part gets a line in the access log. {@link TargetList} is the whole without
 * names, for a response. Thread-safe, blocking.
 */
public final class PeopleInside {

  private static final Set<FieldGroup> SHOWN = EnumSet.of(FieldGroup.IDENTITY, FieldGroup.PLAN);
  private static final BinaryOperator<Exposure> WORSE =
      BinaryOperator.maxBy(Comparator.comparingInt(Exposure::rank));

  /** By district as one goes there; first who has no plan, then whose plan is worst. */
  private static final String FIND =
      AreaParts.PIECES
          + ListedInside.PEOPLE
          + """
          select counted.total, part.* from (select count(*) as total from inside) counted
          left join (
            select q.id, p.id as plan, p.state,
                   row_number() over (order by q.district nulls first, p.id is not null, h.severity desc nulls last, q.id) as place
            from inside join gis.person q on q.id = inside.id
            left join gis.plan p on p.person = q.id and p.hazard = :hazard
            left join gis.plan_health h on h.plan = p.id
            order by place offset :offset limit :limit
          ) part on true
          order by part.place
          """;

  private final Database database;
  private final Register register;
  private final PlanWorklist worklist;
  private final HazardExposure exposure;
  private final AreaCode municipality;

  /** For one municipality. */
  public PeopleInside(
      Database database, Register register, PlanWorklist worklist, AreaCode municipality) {
    this.database = database;
    this.register = register;
    this.worklist = worklist;
    this.exposure = new HazardExposure(database);
    this.municipality = municipality;
  }

  /**
   * Somebody in the list.
   *
   * @param person identity opened
   * @param dangers the worst of each kind that current maps show at the home; none where the home
   *     is not known
   * @param plan against the danger asked for; empty = none
   */
  public record Line(Person person, List<Exposure> dangers, Optional<Plan> plan) {
    /** Copies the list. */
    public Line {
      dangers = List.copyOf(dangers);
    }
  }

  /** A plan, drafts too, and how it is. */
  public record Plan(UUID id, PlanState state, PlanWorklist.Health health) {}

  /** A part of the list and how long the whole is. */
  public record Part(int total, List<Line> lines) {
    /** Copies the list. */
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** A line before its person is opened. */
  private record Found(PersonId person, Optional<UUID> plan, Optional<PlanState> state) {}

  private record Page(
      int total,
      List<Found> found,
      Map<PersonId, Person> who,
      Map<UUID, PlanWorklist.Health> health) {}

  /**
   * Lists a part of the people inside an area with their plans against a danger.
   *
   * @param offset leaves out so many
   * @param limit at most so many
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed; nobody
   *     is opened then
   * @throws AreaRefusedException TOO_INTRICATE when it takes too long
   */
  public Part list(Area area, HazardKind hazard, int offset, int limit, Access access) {
    AreaParts parts = AreaParts.of(area, municipality);
    Page page =
        database.inTransaction(
            handle -> {
              List<Row> rows =
                  AreaQuery.ask(
                      handle,
                      () ->
                          parts
                              .bind(handle.createQuery(FIND))
                              .bind("hazard", hazard)
                              .bind("offset", offset)
                              .bind("limit", limit)
                              .map((row, _) -> row(row))
                              .list());
              return open(handle, rows, access);
            });
    return new Part(page.total(), lines(page));
  }

  /** The total, the same in each row, and somebody if there is anybody. */
  private record Row(int total, Optional<Found> found) {}

  private static Row row(ResultSet row) throws SQLException {
    UUID person = row.getObject("id", UUID.class);
    return new Row(
        row.getInt("total"),
        person == null
            ? Optional.empty()
            : Optional.of(
                new Found(
                    new PersonId(person),
                    Optional.ofNullable(row.getObject("plan", UUID.class)),
                    Optional.ofNullable(row.getString("state")).map(PlanState::valueOf))));
  }

  private Page open(Handle handle, List<Row> rows, Access access) {
    List<Found> found = rows.stream().flatMap(row -> row.found().stream()).toList();
    List<UUID> plans = found.stream().flatMap(each -> each.plan().stream()).toList();
    return new Page(
        rows.getFirst().total(),
        found,
        register.openAll(handle, found.stream().map(Found::person).toList(), access, SHOWN).stream()
            .collect(Collectors.toMap(Person::id, Function.identity())),
        worklist.health(handle, plans));
  }

  private List<Line> lines(Page page) {
    List<Person> people = page.found().stream().map(each -> page.who().get(each.person())).toList();
    Map<PersonId, List<Exposure>> dangers = dangers(people);
    return page.found().stream()
        .map(
            each ->
                new Line(
                    page.who().get(each.person()),
                    dangers.getOrDefault(each.person(), List.of()),
                    each.plan()
                        .map(
                            plan ->
                                new Plan(
                                    plan, each.state().orElseThrow(), page.health().get(plan)))))
        .toList();
  }

  private Map<PersonId, List<Exposure>> dangers(List<Person> people) {
    List<Person> housed =
        people.stream().filter(person -> person.outline().home().isPresent()).toList();
    List<LatLon> homes =
        housed.stream().map(person -> person.outline().home().orElseThrow()).toList();
    List<List<Exposure>> found = exposure.at(homes);
    return IntStream.range(0, housed.size())
        .boxed()
        .collect(Collectors.toMap(i -> housed.get(i).id(), i -> worst(found.get(i))));
  }

  /** One map after the other shows the same kind, each for its scenario. */
  private static List<Exposure> worst(Collection<Exposure> exposures) {
    Map<HazardKind, Exposure> worst = new EnumMap<>(HazardKind.class);
    exposures.forEach(each -> worst.merge(each.kind(), each, WORSE));
    return List.copyOf(worst.values());
  }
}

package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * 未安否確認の一覧: who is not known to be safe, the most urgent first, and the figures around it. It names
 * nobody and places nobody closer than a district, so it opens nobody; whoever opens a person from
 * it is logged. Thread-safe, blocking.
 */
public final class NotYetSafe {

  private static final String LINES =
      """
      select c.*, (select count(*) from shelters.support_task t where t.case_id = c.id and t.asked_at is not null) as asked
      from shelters.response_case c where c.response = :response
      """;

  /** Who calls for help comes first, then who has most to lose; the waiting before the newer. */
  private static final String ORDER =
      " order by help_wanted desc, risk desc, opened_at, number limit :most offset :from";

  private final Database database;
  private final InstantSource clock;

  NotYetSafe(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A case on the list.
   *
   * @param response in which
   * @param number for talking about it
   * @param plan theirs; empty = they have none
   * @param asked how many supporters were asked
   * @param strength what the evidence is worth, where there is one
   */
  public record Line(
      UUID id,
      UUID response,
      int number,
      PersonId person,
      List<AreaCode> districts,
      CaseState state,
      Optional<CaseReason> reason,
      boolean helpWanted,
      Risk risk,
      Optional<UUID> plan,
      int asked,
      Optional<Evidence.Strength> strength,
      Instant openedAt,
      Instant changedAt) {}

  /**
   * A part of the list.
   *
   * @param total how many lines there are in all
   */
  public record Part(Instant asOf, int total, List<Line> lines) {}

  /**
   * What is wanted.
   *
   * @param district empty = all
   * @param states which; empty = all that are not yet safe
   */
  public record Wanted(UUID response, Optional<AreaCode> district, Set<CaseState> states) {
    /** Copies the set. */
    public Wanted {
      states = Set.copyOf(states);
    }

    /** Everybody not yet safe. */
    public static Wanted all(UUID response) {
      return new Wanted(response, Optional.empty(), Set.of());
    }

    private List<String> names() {
      return Arrays.stream(CaseState.values())
          .filter(state -> states.isEmpty() ? state.isNotYetSafe() : states.contains(state))
          .map(Enum::name)
          .toList();
    }
  }

  /** Lists a part. */
  public Part list(Wanted wanted, int from, int most) {
    return database.withHandle(handle -> list(handle, wanted, from, most));
  }

  /** Lists a part within a transaction of the caller. */
  public Part list(Handle handle, Wanted wanted, int from, int most) {
    String which =
        " and state = any(:states) and (cast(:district as text) is null or :district = any(districts))";
    List<Line> lines =
        handle
            .createQuery(LINES + which + ORDER)
            .bind("response", wanted.response())
            .bindArray("states", String.class, wanted.names())
            .bind("district", wanted.district().map(AreaCode::value).orElse(null))
            .bind("most", most)
            .bind("from", from)
            .map((row, _) -> line(row))
            .list();
    int total =
        handle
            .createQuery(
                "select count(*) from shelters.response_case where response = :response" + which)
            .bind("response", wanted.response())
            .bindArray("states", String.class, wanted.names())
            .bind("district", wanted.district().map(AreaCode::value).orElse(null))
            .mapTo(Integer.class)
            .one();
    return new Part(clock.instant(), total, lines);
  }

  /** Finds a case. */
  public Optional<Line> find(UUID caseId) {
    return findAll(List.of(caseId)).stream().findFirst();
  }

  /** Finds cases; those there are none of are left out. */
  public List<Line> findAll(Collection<UUID> cases) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(LINES.replace("c.response = :response", "c.id = any(:ids)"))
                .bindArray("ids", UUID.class, cases.toArray())
                .map((row, _) -> line(row))
                .list());
  }

  /**
   * How many cases stand where.
   *
   * @param states every state; those without a case count 0
   * @param evidence of those who are safe, by what the word for it is worth
   * @param helpWanted how many ask for help
   */
  public record Figures(
      Map<CaseState, Integer> states, Map<Evidence.Strength, Integer> evidence, int helpWanted) {

    /** Copies the maps. */
    public Figures {
      states = Map.copyOf(states);
      evidence = Map.copyOf(evidence);
    }

    /** Returns how many people were called up. */
    public int people() {
      return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many are safe by a word of this strength. */
    public int safeBy(Evidence.Strength strength) {
      return evidence.getOrDefault(strength, 0);
    }

    /** Returns how many are in a state. */
    public int in(CaseState state) {
      return states.getOrDefault(state, 0);
    }

    /** Returns how many are not yet safe. */
    public int notYetSafe() {
      return states.entrySet().stream()
          .filter(each -> each.getKey().isNotYetSafe())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /** The figures of the whole response and of its districts, all as of one moment. */
  public record Overview(Instant asOf, Figures all, Map<AreaCode, Figures> districts) {}

  private record Count(
      String district,
      CaseState state,
      Optional<Evidence.Strength> strength,
      int cases,
      int help) {}

  /** Counts; somebody found in two districts counts in the first. */
  public Overview count(UUID response) {
    List<Count> counts =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select districts[1] as district, state, strength, count(*) as cases,
                               count(*) filter (where help_wanted) as help
                        from shelters.response_case where response = :response group by 1, 2, 3
                        """)
                    .bind("response", response)
                    .map(
                        (row, _) ->
                            new Count(
                                row.getString("district"),
                                CaseState.valueOf(row.getString("state")),
                                strength(row),
                                row.getInt("cases"),
                                row.getInt("help")))
                    .list());
    Map<AreaCode, Figures> districts = new TreeMap<>();
    counts.stream()
        .map(Count::district)
        .distinct()
        .forEach(
            district ->
                districts.put(
                    new AreaCode(district),
                    figures(
                        counts.stream()
                            .filter(each -> each.district().equals(district))
                            .toList())));
    return new Overview(clock.instant(), figures(counts), districts);
  }

  /**
   * Counts, for each response that left somebody without a word, how many: its end is not their
   * safety.
   */
  public Map<UUID, Integer> countLeft() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select response, count(*) as people from shelters.response_case
                    where state = 'ENDED' group by response
                    """)
                .setMapKeyColumn("response")
                .setMapValueColumn("people")
                .collectInto(new GenericType<Map<UUID, Integer>>() {}));
  }

  private static Figures figures(List<Count> counts) {
    Map<CaseState, Integer> states = new EnumMap<>(CaseState.class);
    Map<Evidence.Strength, Integer> evidence = new EnumMap<>(Evidence.Strength.class);
    for (Count count : counts) {
      states.merge(count.state(), count.cases(), Integer::sum);
      count
          .strength()
          .filter(_ -> count.state() == CaseState.SAFE)
          .ifPresent(strength -> evidence.merge(strength, count.cases(), Integer::sum));
    }
    return new Figures(states, evidence, counts.stream().mapToInt(Count::help).sum());
  }

  private static Optional<Evidence.Strength> strength(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("strength")).map(Evidence.Strength::valueOf);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getObject("id", UUID.class),
        row.getObject("response", UUID.class),
        row.getInt("number"),
        new PersonId(row.getObject("person", UUID.class)),
        Arrays.stream((String[]) row.getArray("districts").getArray()).map(AreaCode::new).toList(),
        CaseState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(CaseReason::valueOf),
        row.getBoolean("help_wanted"),
        new Risk(
            row.getInt("risk_home"),
            row.getInt("risk_condition"),
            row.getInt("risk_alone"),
            row.getInt("risk_time")),
        Optional.ofNullable(row.getObject("plan", UUID.class)),
        row.getInt("asked"),
        strength(row),
        instant(row, "opened_at"),
        instant(row, "changed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at.toInstant();
  }
}

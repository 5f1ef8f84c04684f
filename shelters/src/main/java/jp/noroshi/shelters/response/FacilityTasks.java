package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.targeting.FacilitiesInside;
import jp.noroshi.gis.targeting.FacilitiesInside.Facility;
import org.jdbi.v3.core.Handle;

/**
 * 要配慮者利用施設 in a response: each inside what is ordered has to carry its own plan out and to say how
 * far it is. They follow from what stands, so none is forgotten and none has to be begun; what they
 * say is kept. Thread-safe, blocking.
 */
public final class FacilityTasks {

  private final Database database;
  private final FacilitiesInside inside;
  private final CaseDesk desk;
  private final Errands errands;
  private final FacilityTokens tokens;
  private final FacilityAskings askings;
  private final InstantSource clock;

  /** What it stands on. */
  record Parts(
      Database database,
      FacilitiesInside inside,
      CaseDesk desk,
      Errands errands,
      FacilityTokens tokens,
      ResponseSettings settings,
      InstantSource clock) {}

  FacilityTasks(Parts parts) {
    this.database = parts.database();
    this.inside = parts.inside();
    this.desk = parts.desk();
    this.errands = parts.errands();
    this.tokens = parts.tokens();
    this.askings = new FacilityAskings(parts.settings(), parts.clock());
    this.clock = parts.clock();
  }

  /**
   * What a facility said last.
   *
   * @param people how many are there; empty = nobody said
   * @param clerk the account that wrote it down; empty = they said it themselves, on their page
   */
  public record Reply(
      FacilityAnswer answer, Optional<Integer> people, Optional<String> clerk, Instant at) {}

  /**
   * A facility and how far it is.
   *
   * @param hazard the danger for which it is gravest
   * @param asking what the hub did to ask it; empty = nothing: it has to be called by staff
   */
  public record Task(
      Facility facility,
      HazardKind hazard,
      Optional<FacilityAskings.Asking> asking,
      Optional<Reply> reply) {

    /** Tells whether it was asked, has had the time to answer, and said nothing. */
    public boolean isSilent() {
      return reply.isEmpty() && asking.filter(FacilityAskings.Asking::overdue).isPresent();
    }

    /** Tells whether something is still to be done. */
    public boolean isOpen() {
      return reply.filter(said -> said.answer().isDone()).isEmpty();
    }

    private int urgency() {
      return reply.filter(said -> said.answer() == FacilityAnswer.NEEDS_HELP).isPresent()
          ? 0
          : isOpen() ? 1 : 2;
    }
  }

  /** Lists them: calls for help first, then who has not said that all is well, by their danger. */
  public List<Task> list(Response response) {
    List<Cause> causes = response.isRunning() ? response.standing() : response.causes();
    Map<HazardKind, Set<AreaCode>> wanted =
        causes.stream()
            .collect(
                Collectors.groupingBy(
                    Cause::kind, Collectors.mapping(Cause::district, Collectors.toSet())));
    Map<UUID, Reply> replies = latest(response.id());
    Map<UUID, FacilityAskings.Asking> asked =
        database.withHandle(handle -> askings.find(handle, response.id()));
    Map<UUID, Task> tasks = new LinkedHashMap<>();
    wanted.forEach(
        (hazard, districts) ->
            inside
                .list(districts, hazard)
                .forEach(
                    facility ->
                        tasks.merge(
                            facility.id(),
                            new Task(
                                facility,
                                hazard,
                                Optional.ofNullable(asked.get(facility.id())),
                                Optional.ofNullable(replies.get(facility.id()))),
                            (one, other) ->
                                one.facility().rank() >= other.facility().rank() ? one : other)));
    return tasks.values().stream()
        .sorted(
            Comparator.comparingInt(Task::urgency)
                .thenComparingInt(task -> -task.facility().rank())
                .thenComparing(task -> task.facility().name()))
        .toList();
  }

  /** Finds the task of one; empty = none is inside any more. */
  Optional<Task> find(Response response, UUID facility) {
    return list(response).stream()
        .filter(task -> task.facility().id().equals(facility))
        .findFirst();
  }

  /**
   * Writes down what a facility said.
   *
   * @param clerk who writes it down; empty = they say it themselves
   * @return whether it is one of the response's
   */
  public boolean say(
      Response response,
      UUID facility,
      FacilityAnswer answer,
      Optional<Integer> people,
      Optional<String> clerk) {
    return database.inTransaction(handle -> say(handle, response, facility, answer, people, clerk));
  }

  /** Writes down the same within a transaction of the caller. */
  boolean say(
      Handle handle,
      Response response,
      UUID facility,
      FacilityAnswer answer,
      Optional<Integer> people,
      Optional<String> clerk) {
    boolean ours = find(response, facility).isPresent();
    if (ours) {
      handle
          .createUpdate(
              """
              insert into shelters.facility_reply (response, facility, answer, people, by, at)
              values (:response, :facility, :answer, :people, :by, :at)
              """)
          .bind("response", response.id())
          .bind("facility", facility)
          .bind("answer", answer)
          .bind("people", people.orElse(null))
          .bind("by", clerk.orElse(null))
          .bind("at", Timestamp.from(clock.instant()))
          .execute();
      desk.changed(handle);
    }
    return ours;
  }

  /** Asks every facility inside that can be reached and was not asked before. */
  void ask(Handle handle, Cause cause) {
    Map<UUID, Facility> facilities =
        inside.list(Set.of(cause.district()), cause.kind()).stream()
            .collect(Collectors.toMap(Facility::id, Function.identity()));
    errands
        .waysToFacilities(handle, facilities.keySet())
        .forEach(
            (facility, media) -> {
              if (askings.isFirst(handle, cause, facilities.get(facility), media)) {
                String token = tokens.issue(handle, cause.response(), facility);
                errands.askFacility(
                    handle, cause.response(), facilities.get(facility), cause.hazard(), token);
              }
            });
  }

  private record Said(UUID facility, Reply reply) {}

  private Map<UUID, Reply> latest(UUID response) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (facility) * from shelters.facility_reply
                    where response = :response order by facility, number desc
                    """)
                .bind("response", response)
                .map((row, _) -> said(row))
                .stream()
                .collect(Collectors.toMap(Said::facility, Said::reply)));
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        row.getObject("facility", UUID.class),
        new Reply(
            FacilityAnswer.valueOf(row.getString("answer")),
            Optional.ofNullable(row.getObject("people", Integer.class)),
            Optional.ofNullable(row.getString("by")),
            row.getTimestamp("at").toInstant()));
  }
}

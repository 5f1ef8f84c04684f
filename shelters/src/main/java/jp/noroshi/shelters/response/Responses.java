package jp.noroshi.shelters.response;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.ResponseCauses.Group;
import jp.noroshi.shelters.response.ResponseCauses.Wanted;
import org.jdbi.v3.core.Handle;

/**
 * When a response begins, what it covers and when it is over, as staff and the orders say.
 * Thread-safe, blocking.
 */
public final class Responses {

  /** Who ends a response when its last order was lifted. */
  public static final String HUB = "hub";

  private static final int MOST_LISTED = 50;

  private final Database database;
  private final Declarations declarations;
  private final InstantSource clock;
  private final ResponseTable table;
  private final ResponseCauses causes;
  private final OrderFollowing following;

  Responses(
      Database database,
      EvacuationOrders orders,
      Declarations declarations,
      Chronology chronology,
      ResponseSettings settings,
      Mode mode,
      InstantSource clock) {
    this.database = database;
    this.declarations = declarations;
    this.clock = clock;
    this.table = new ResponseTable(mode);
    this.causes = new ResponseCauses(table, declarations, chronology, mode, clock);
    this.following = new OrderFollowing(database, orders, table, causes, settings, clock);
  }

  ResponseTable table() {
    return table;
  }

  /** Finds the response that runs. */
  public Optional<Response> findRunning() {
    return database.withHandle(table::findRunning);
  }

  /** Finds a response, running or over. */
  public Optional<Response> find(UUID id) {
    return database.withHandle(handle -> table.find(handle, id));
  }

  /** Lists the latest, newest first. */
  public List<Response> list() {
    return database.withHandle(handle -> table.list(handle, MOST_LISTED));
  }

  /** Tells whether people are still being called up, so that its figures will grow. */
  public boolean isCallingUp(Response response) {
    return response.isRunning()
        && database.withHandle(handle -> table.hasUnlisted(handle, response.id()));
  }

  /**
   * Starts by hand, or takes districts into the response that runs. Every plan starts, whatever its
   * signal. Districts that are in it already stay as they are.
   *
   * @param by the account of an officer
   * @throws jp.noroshi.gis.register.RegisterRefusedException UNKNOWN_DISTRICT
   */
  public Response start(Set<AreaCode> districts, Hazard hazard, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running = table.findRunning(handle);
          Set<AreaCode> fresh =
              districts.stream()
                  .filter(district -> ResponseCauses.standing(running, district, hazard).isEmpty())
                  .collect(Collectors.toSet());
          if (!fresh.isEmpty()) {
            causes.begin(
                handle,
                running,
                List.of(new Group(by, fresh.stream().map(d -> byHand(d, hazard)).toList())));
          }
          return table.findRunning(handle).orElseThrow();
        });
  }

  private Wanted byHand(AreaCode district, Hazard hazard) {
    return new Wanted(district, hazard, Optional.empty(), clock.instant());
  }

  /**
   * Ends the response that runs: open cases are closed and supporters told. The orders stay as they
   * are, and do not start it again until one changes.
   *
   * @return whether one was running
   */
  public boolean end(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running = table.findRunning(handle).filter(r -> r.id().equals(id));
          running.ifPresent(
              response -> {
                response
                    .standing()
                    .forEach(cause -> table.over(handle, cause, clock.instant(), by));
                causes.note(handle, ChronologyKind.RESPONSE_LIFTED, by, id, response.standing());
              });
          return running.isPresent();
        });
  }

  /**
   * Declares the emergencies anew under which the response looks: they end by the clock after a
   * day.
   */
  public Optional<Response> renew(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running =
              table.findRunning(handle).filter(response -> response.id().equals(id));
          running.ifPresent(
              response ->
                  table.renew(
                      handle,
                      id,
                      declarations.declare(
                          handle, response.standing().stream().map(Cause::district).toList(), by)));
          return table.find(handle, id);
        });
  }

  /**
   * Brings the response into line with the orders in force.
   *
   * @return whether anything changed
   */
  boolean follow() {
    return following.follow();
  }

  /** Ends the response once nothing stands and nobody is open any more. */
  boolean endIfDone(CaseTable cases) {
    Optional<Response> running = findRunning();
    if (running.filter(response -> response.standing().isEmpty()).isEmpty()) {
      return false;
    }
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> done =
              table
                  .findRunning(handle)
                  .filter(response -> response.standing().isEmpty())
                  .filter(response -> !cases.hasOpen(handle, response.id()));
          done.ifPresent(response -> end(handle, response));
          return done.isPresent();
        });
  }

  private void end(Handle handle, Response response) {
    table.end(handle, response.id(), clock.instant(), HUB);
    declarations.end(handle, response.causes(), response.startedBy());
    causes.note(handle, ChronologyKind.RESPONSE_ENDED, HUB, response.id(), List.of());
  }
}

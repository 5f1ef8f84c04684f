package jp.noroshi.shelters.response;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.shelters.response.CaseDesk.Step;
import jp.noroshi.shelters.response.CaseDesk.Teller;
import jp.noroshi.shelters.response.CaseTable.Stored;
import jp.noroshi.shelters.response.SafetySigns.Sign;
import org.jdbi.v3.core.Handle;

/**
 * What the hub does by itself in a response, a piece at a time. Every piece is one transaction that
 * holds the rows it works on and passes over what another hub holds: several hubs share the work,
 * and a crash at any point leaves what was before the piece. Thread-safe, blocking.
 */
final class ResponseRounds {

  private static final int MOST_AT_ONCE = 100;

  private final Database database;
  private final Responses responses;
  private final CallUp callUp;
  private final CaseTable cases;
  private final CaseDesk desk;
  private final Errands errands;
  private final FacilityTasks facilities;
  private final SafetySigns signs;
  private final Mode mode;
  private final InstantSource clock;

  /** What the rounds stand on. */
  record Parts(
      Database database,
      Responses responses,
      CallUp callUp,
      CaseTable cases,
      CaseDesk desk,
      Errands errands,
      FacilityTasks facilities,
      SafetySigns signs,
      Mode mode,
      InstantSource clock) {}

  ResponseRounds(Parts parts) {
    this.database = parts.database();
    this.responses = parts.responses();
    this.callUp = parts.callUp();
    this.cases = parts.cases();
    this.desk = parts.desk();
    this.errands = parts.errands();
    this.facilities = parts.facilities();
    this.signs = parts.signs();
    this.mode = parts.mode();
    this.clock = parts.clock();
  }

  /**
   * Does a piece of everything there is to do. Calling up comes last: where the register cannot be
   * opened, everything else goes on.
   *
   * @return whether there was something
   */
  boolean round() {
    boolean followed = responses.follow();
    boolean heard = hearShelters();
    boolean closed = closeLifted();
    boolean moved = moveDue();
    boolean ended = responses.endIfDone(cases);
    boolean called = callUpNext();
    return followed || heard || closed || moved || ended || called;
  }

  /** Calls the people of one cause up. */
  boolean callUpNext() {
    return database.inTransaction(
        handle -> {
          Optional<Cause> cause = responses.table().lockUnlisted(handle);
          cause.ifPresent(
              each -> {
                holdSigns(handle);
                callUp(handle, each);
                facilities.ask(handle, each);
                responses.table().listed(handle, each, clock.instant());
                desk.changed(handle);
              });
          return cause.isPresent();
        });
  }

  private void callUp(Handle handle, Cause cause) {
    List<CallUp.Called> called = callUp.list(handle, cause);
    Map<PersonId, Stored> known =
        cases.lockOf(handle, called.stream().map(CallUp.Called::person).toList()).stream()
            .collect(Collectors.toMap(Stored::person, each -> each));
    List<Step> again = new ArrayList<>();
    List<CallUp.Called> fresh = new ArrayList<>();
    for (CallUp.Called each : called) {
      Stored stored = known.get(each.person());
      if (stored == null) {
        fresh.add(each);
      } else {
        cases.addDistrict(handle, stored.id(), cause.district().value());
        again.add(new Step(stored, happening(cause, each), Teller.HUB));
      }
    }
    desk.apply(handle, again);
    insert(handle, cause, fresh);
  }

  private static Happening happening(Cause cause, CallUp.Called called) {
    return new Happening.CalledUp(cause.starts(called.signal()), cause.afresh());
  }

  private void insert(Handle handle, Cause cause, List<CallUp.Called> fresh) {
    Set<UUID> reachable =
        errands.reachable(
            handle,
            fresh.stream()
                .flatMap(each -> each.helpers().stream())
                .map(CallUp.PlannedSupporter::supporter)
                .distinct()
                .toList());
    Map<PersonId, Sign> present = present(handle, fresh);
    cases.insertAll(
        handle,
        fresh.stream()
            .map(
                each ->
                    new CaseTable.New(
                        UUID.randomUUID(),
                        cause.response(),
                        cause.district().value(),
                        cause.hazard().name(),
                        each,
                        file(
                            cause,
                            each,
                            reachable,
                            Optional.ofNullable(present.get(each.person())))))
            .toList(),
        clock.instant());
  }

  private CaseFile file(
      Cause cause, CallUp.Called called, Set<UUID> reachable, Optional<Sign> present) {
    List<SupportTask> tasks =
        called.helpers().stream().map(helper -> task(helper, reachable)).toList();
    CaseFile begun = desk.begin(tasks, happening(cause, called));
    return present
        .map(sign -> desk.apply(begun, new Happening.CheckedIn(sign.shelter(), sign.at())))
        .orElse(begun);
  }

  private static SupportTask task(CallUp.PlannedSupporter helper, Set<UUID> reachable) {
    TaskState state =
        helper.absent()
            ? TaskState.ABSENT
            : reachable.contains(helper.supporter()) ? TaskState.PLANNED : TaskState.NO_ADDRESS;
    return new SupportTask(
        UUID.randomUUID(),
        helper.supporter(),
        helper.group(),
        helper.position(),
        state,
        Optional.empty());
  }

  /** Moves the cases whose time has come. */
  boolean moveDue() {
    return database.inTransaction(
        handle ->
            apply(
                handle,
                cases.lockDue(handle, clock.instant(), MOST_AT_ONCE),
                new Happening.TimeCame()));
  }

  /** Closes the cases of districts where nothing stands any more. */
  boolean closeLifted() {
    return database.inTransaction(
        handle -> apply(handle, cases.lockOver(handle, MOST_AT_ONCE), new Happening.Over()));
  }

  private boolean apply(Handle handle, List<Stored> locked, Happening happening) {
    desk.apply(handle, locked.stream().map(each -> new Step(each, happening, Teller.HUB)).toList());
    return !locked.isEmpty();
  }

  /** Takes what shelters say; how far they were read moves in the same transaction. */
  boolean hearShelters() {
    return database.inTransaction(
        handle -> {
          Optional<Long> cursor = lockCursor(handle);
          List<Sign> said = cursor.map(from -> signs.after(from, MOST_AT_ONCE)).orElse(List.of());
          if (!said.isEmpty()) {
            keep(handle, said);
            closeBy(handle, said);
            handle.execute(
                "update shelters.response_cursor set number = ? where mode = ?",
                said.getLast().number(),
                mode.name());
          }
          return !said.isEmpty();
        });
  }

  private void ensureCursor(Handle handle) {
    handle.execute(
        "insert into shelters.response_cursor (mode, number) values (?, 0) on conflict do nothing",
        mode.name());
  }

  private Optional<Long> lockCursor(Handle handle) {
    ensureCursor(handle);
    return handle
        .createQuery(
            "select number from shelters.response_cursor where mode = :mode for update skip locked")
        .bind("mode", mode)
        .mapTo(Long.class)
        .findOne();
  }

  /** Nobody takes words of shelters while people are called up: none may fall in between. */
  private void holdSigns(Handle handle) {
    ensureCursor(handle);
    handle
        .createQuery("select number from shelters.response_cursor where mode = :mode for update")
        .bind("mode", mode)
        .mapTo(Long.class)
        .findOne();
  }

  private void closeBy(Handle handle, List<Sign> said) {
    Map<PersonId, Stored> known =
        cases.lockOf(handle, said.stream().map(Sign::person).distinct().toList()).stream()
            .collect(Collectors.toMap(Stored::person, each -> each));
    List<Sign> left = said.stream().filter(sign -> known.containsKey(sign.person())).toList();
    while (!left.isEmpty()) {
      Set<PersonId> met = new HashSet<>();
      List<Sign> now = left.stream().filter(sign -> met.add(sign.person())).toList();
      desk.apply(handle, now.stream().map(sign -> step(known.get(sign.person()), sign)).toList())
          .forEach(moved -> known.put(moved.before().person(), after(moved)));
      Set<Sign> done = Set.copyOf(now);
      left = left.stream().filter(sign -> !done.contains(sign)).toList();
    }
  }

  private static Stored after(CaseDesk.Moved moved) {
    Stored before = moved.before();
    return new Stored(before.id(), before.response(), before.person(), moved.after());
  }

  private static Step step(Stored stored, Sign sign) {
    Happening happening =
        sign.present()
            ? new Happening.CheckedIn(sign.shelter(), sign.at())
            : new Happening.LeftShelter(sign.shelter(), sign.at());
    return new Step(stored, happening, Teller.shelter(sign.shelter()));
  }

  /** Keeps where people are, also those nobody has called up yet. */
  private static void keep(Handle handle, List<Sign> said) {
    Map<PersonId, Sign> newest = new HashMap<>();
    said.forEach(
        sign ->
            newest.merge(
                sign.person(),
                sign,
                (former, later) -> later.at().isBefore(former.at()) ? former : later));
    newest
        .values()
        .forEach(
            sign ->
                handle.execute(
                    """
                    insert into shelters.presence (person, shelter, at, present) values (?, ?, ?, ?)
                    on conflict (person) do update set
                      shelter = excluded.shelter, at = excluded.at, present = excluded.present
                    where presence.at <= excluded.at
                    """,
                    sign.person().value(),
                    sign.shelter(),
                    Timestamp.from(sign.at()),
                    sign.present()));
  }

  private static Map<PersonId, Sign> present(Handle handle, List<CallUp.Called> called) {
    try (Stream<Sign> found =
        handle
            .createQuery("select * from shelters.presence where present and person = any(:people)")
            .bindArray(
                "people", UUID.class, called.stream().map(each -> each.person().value()).toArray())
            .map(
                (row, _) ->
                    new Sign(
                        0,
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getObject("shelter", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        true))
            .stream()) {
      return found.collect(Collectors.toMap(Sign::person, each -> each));
    }
  }
}

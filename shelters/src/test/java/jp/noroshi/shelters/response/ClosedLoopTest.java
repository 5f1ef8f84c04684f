package jp.noroshi.shelters.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * 5,000 people and 12,000 supporters who go, refuse, fall silent, come late or give up; three hubs
 * share the work and die at random statements and with cut connections. At the end everybody stands
 * where {@link LoopOracle} says, which knows nothing of the state machine.
 */
class ClosedLoopTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int PEOPLE = 5_000;
  private static final int SUPPORTERS = 12_000;
  private static final int HUBS = 3;
  private static final Duration TICK = Duration.ofMinutes(5);
  private static final int TICKS = 22;

  private final Random random = new Random(20260901);
  private final Map<UUID, LoopOracle.Will> wills = new HashMap<>();
  private final List<LoopOracle.Plan> plans = new ArrayList<>();
  private final AtomicInteger deaths = new AtomicInteger();
  private ResponseBed bed;

  /** A hub that may die before any statement. */
  private static final class Mortal implements SqlLogger {

    private final AtomicInteger deaths;

    Mortal(AtomicInteger deaths) {
      this.deaths = deaths;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
      if (ThreadLocalRandom.current().nextInt(60) == 0) {
        deaths.incrementAndGet();
        throw new Death();
      }
    }
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void everybodyEndsInExactlyOneStateAndTheListIsWhatTheOracleSays() throws Exception {
    bed = new ResponseBed(database.database());
    makePeople();
    bed.order(ResponseBed.NIRAYAMA, Hazard.FLOOD, Optional.of(AlertLevel.THREE));
    List<Database> pools = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<ResponseServices> hubs = new ArrayList<>();
      for (int i = 0; i < HUBS; i++) {
        Database pool = Database.open(database.address(), 4);
        pools.add(pool);
        pool.jdbi().setSqlLogger(new Mortal(deaths));
        hubs.add(bed.open(pool));
      }
      for (int tick = 0; tick < TICKS; tick++) {
        workUntilQuiet(hubs, threads);
        answer(tick, hubs, threads);
        bed.clock.advance(TICK);
      }
      workUntilQuiet(hubs, threads);
    } finally {
      pools.forEach(Database::close);
    }
    compare();
  }

  private void makePeople() {
    int left = SUPPORTERS;
    for (int i = 0; i < PEOPLE; i++) {
      int count = i == PEOPLE - 1 ? left : Math.min(left, random.nextInt(6));
      left -= count;
      makePerson(List.of(ResponseBed.NIRAYAMA), count);
    }
  }

  private void makePerson(List<AreaCode> districts, int count) {
    List<CallUp.PlannedSupporter> helpers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      LoopOracle.Will will = LoopOracle.Will.random(random);
      wills.put(id, will);
      helpers.add(
          new CallUp.PlannedSupporter(id, random.nextInt(5) == 0, i, random.nextInt(10) == 0));
      if (random.nextInt(10) == 0) {
        bed.unreachable.add(id);
      }
    }
    PersonId person = new PersonId(new UUID(random.nextLong(), random.nextLong()));
    Risk risk =
        new Risk(
            1 + random.nextInt(7),
            1 + random.nextInt(4),
            1 + random.nextInt(3),
            1 + random.nextInt(4));
    StartSignal signal = random.nextInt(20) == 0 ? StartSignal.LEVEL_4 : StartSignal.LEVEL_3;
    bed.people
        .computeIfAbsent(districts.getFirst(), _ -> new ArrayList<>())
        .add(
            new CallUp.Called(
                person, Optional.of(UUID.randomUUID()), Optional.of(signal), helpers, risk));
    plans.add(LoopOracle.Plan.random(random, person, helpers, risk, signal));
  }

  /** Lets every hub work until none finds anything; whoever dies is started again. */
  private void workUntilQuiet(List<ResponseServices> hubs, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    boolean busy = true;
    while (busy) {
      List<Callable<Boolean>> rounds =
          hubs.stream()
              .map(hub -> (Callable<Boolean>) () -> survive(hub.worker().rounds()::round))
              .toList();
      busy = false;
      for (Future<Boolean> round : threads.invokeAll(rounds)) {
        busy |= round.get();
      }
      if (random.nextInt(10) == 0) {
        cutAConnection();
      }
    }
  }

  private static boolean survive(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (Death | JdbiException e) {
      return true;
    }
  }

  private void cutAConnection() {
    deaths.incrementAndGet();
    database
        .database()
        .useTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                        limit 1
                        """)
                    .mapTo(Boolean.class)
                    .list());
  }

  private record Asked(
      UUID task, UUID caseId, UUID supporter, TaskState state, Instant at, int place) {}

  /** Supporters, then people, say what they would say at this moment; shelters speak last. */
  private void answer(int tick, List<ResponseServices> hubs, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    Map<UUID, List<Asked>> asked = asked().stream().collect(Collectors.groupingBy(Asked::caseId));
    List<Callable<Boolean>> words = new ArrayList<>();
    asked
        .values()
        .forEach(
            ofCase ->
                words.add(() -> supportersSay(ofCase, hubs.get(pick(hubs.size())).answers())));
    finish(threads.invokeAll(words));
    Map<PersonId, UUID> cases = cases();
    List<Callable<Boolean>> own = new ArrayList<>();
    for (LoopOracle.Plan plan : plans) {
      plan.saysAt(tick)
          .ifPresent(
              answer ->
                  own.add(
                      () ->
                          insist(
                              () ->
                                  hubs.get(pick(hubs.size()))
                                      .answers()
                                      .person(cases.get(plan.person()), answer))));
      if (plan.checksInAt(tick)) {
        bed.sign(plan.person(), LoopOracle.SCHOOL, true);
      }
      if (plan.leavesAt(tick)) {
        bed.sign(plan.person(), LoopOracle.SCHOOL, false);
      }
    }
    finish(threads.invokeAll(own));
  }

  private static int pick(int count) {
    return ThreadLocalRandom.current().nextInt(count);
  }

  private static void finish(List<Future<Boolean>> words)
      throws InterruptedException, ExecutionException {
    for (Future<Boolean> word : words) {
      word.get();
    }
  }

  private boolean supportersSay(List<Asked> ofCase, CaseAnswers answers) {
    for (Asked each : ofCase.stream().sorted(Comparator.comparingInt(Asked::place)).toList()) {
      long minutes = Duration.between(each.at(), bed.clock.instant()).toMinutes();
      wills
          .get(each.supporter())
          .says(minutes, each.state().isClaim())
          .ifPresent(answer -> insist(() -> answers.supporter(each.task(), answer)));
    }
    return true;
  }

  /** Who gets no answer says it again. */
  private static boolean insist(Callable<Verdict> word) {
    for (int i = 0; i < 1_000; i++) {
      try {
        word.call();
        return true;
      } catch (Death | JdbiException e) {
        Thread.onSpinWait();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("a word is never taken");
  }

  private List<Asked> asked() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select *, row_number() over (partition by case_id order by is_group, position) as place
                        from shelters.support_task
                        where state in ('ASKED', 'SILENT', 'ACCEPTED', 'ON_THE_WAY')
                        """)
                    .map(
                        (row, _) ->
                            new Asked(
                                row.getObject("id", UUID.class),
                                row.getObject("case_id", UUID.class),
                                row.getObject("supporter", UUID.class),
                                TaskState.valueOf(row.getString("state")),
                                row.getTimestamp("asked_at").toInstant(),
                                row.getInt("place")))
                    .list());
  }

  private List<NotYetSafe.Line> lines(Set<CaseState> states) {
    UUID response = bed.responses().findRunning().orElseThrow().id();
    return bed.notYetSafe()
        .list(new NotYetSafe.Wanted(response, Optional.empty(), states), 0, PEOPLE + 1)
        .lines();
  }

  private Map<PersonId, UUID> cases() {
    return lines(Set.of(CaseState.values())).stream()
        .collect(Collectors.toMap(NotYetSafe.Line::person, NotYetSafe.Line::id));
  }

  private void compare() {
    LoopOracle oracle = new LoopOracle(wills, bed.unreachable, TICKS);
    Map<PersonId, LoopOracle.End> expected =
        plans.stream().collect(Collectors.toMap(LoopOracle.Plan::person, oracle::end));
    Map<PersonId, LoopOracle.End> actual =
        lines(Set.of(CaseState.values())).stream()
            .collect(
                Collectors.toMap(
                    NotYetSafe.Line::person,
                    line -> new LoopOracle.End(line.state(), line.strength(), line.helpWanted())));
    assertThat(deaths.get()).isGreaterThan(100);
    assertThat(actual).hasSize(PEOPLE);
    assertThat(actual).isEqualTo(expected);
    assertThat(lines(Set.of()).stream().map(NotYetSafe.Line::person).toList())
        .containsExactlyInAnyOrderElementsOf(
            plans.stream()
                .map(LoopOracle.Plan::person)
                .filter(person -> expected.get(person).state().isNotYetSafe())
                .toList());
    assertThat(lines(Set.of()))
        .isSortedAccordingTo(
            Comparator.comparing(NotYetSafe.Line::helpWanted)
                .reversed()
                .thenComparing(line -> line.risk().score(), Comparator.reverseOrder()));
    assertThat(expected.values().stream().map(LoopOracle.End::state).distinct().toList())
        .contains(CaseState.SAFE, CaseState.STAFF, CaseState.WAITING);
  }
}

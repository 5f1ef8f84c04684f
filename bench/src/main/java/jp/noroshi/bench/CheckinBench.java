package jp.noroshi.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.CheckinEvent;
import jp.noroshi.shelters.checkin.Fact;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.checkin.PersonCard;
import jp.noroshi.shelters.checkin.Sign;
import jp.noroshi.shelters.checkin.StayForm;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import org.jdbi.v3.core.Handle;

/**
 * Check-in: from a tablet's event to the disk and to the figure on every open console, beside
 * pgbench.
 */
final class CheckinBench {

  private static final int SHELTERS = 500;
  private static final int A_SECOND = 200;
  private static final int OFFLINE_EVENTS = 2_000;
  private static final int AT_ONCE = 500;
  private static final String P50 = "p50";
  private static final String P99 = "p99";

  private final BenchBed bed;
  private final FieldCipher cipher;
  private final Random random = new Random(300);
  private final List<UUID> shelters =
      IntStream.range(0, SHELTERS).mapToObj(_ -> UUID.randomUUID()).toList();

  CheckinBench(BenchBed bed) {
    this.bed = bed;
    this.cipher = FieldCipher.unlock(bed.hub().database(), Optional.of(RegisterKeys.generate()));
  }

  /** A hub's check-in with its figures. */
  private record Reception(Checkin checkin, LiveStays stays, LiveTally tally)
      implements AutoCloseable {
    int people() {
      return stays.read(_ -> tally.now().city().people());
    }

    @Override
    public void close() {
      checkin.close();
    }
  }

  private Reception open() {
    TallyBook book = new TallyBook(_ -> PlaceKind.SHELTER);
    LiveStays stays = new LiveStays(book);
    Clock clock = Clock.systemUTC();
    Checkin checkin =
        Checkin.start(
            new Checkin.Parts(
                bed.hub().database(),
                new RoomCipher(cipher, Checkin.ROOM),
                new Recognition(cipher, new AccessLog(clock)),
                _ -> true,
                clock),
            stays);
    return new Reception(
        checkin, stays, new LiveTally(stays, book, Map::of, Duration.ofMinutes(10), clock));
  }

  List<Section> run() throws IOException, InterruptedException {
    List<Section> sections = new ArrayList<>();
    try (Reception reception = open();
        TallyConsoles consoles = new TallyConsoles(reception.stays(), reception.tally())) {
      sections.add(throughput(reception, consoles));
      sections.add(latency(reception, consoles));
      sections.add(merge(reception));
    }
    sections.add(start());
    return sections;
  }

  private Section throughput(Reception reception, TallyConsoles consoles)
      throws IOException, InterruptedException {
    bed.log("checkin: throughput");
    int checkins = bed.size(10_000);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        contender(
            "Noroshi, spread over %d shelters".formatted(SHELTERS),
            reception,
            consoles,
            checkins,
            SHELTERS));
    contenders.add(contender("Noroshi, one hot shelter", reception, consoles, checkins, 1));
    Optional<Pgbench> pgbench = Pgbench.find(bed, SHELTERS);
    pgbench.ifPresent(
        peer ->
            contenders.add(
                new Contender(
                    "pgbench, insert and tally spread over %d rows".formatted(SHELTERS),
                    () -> peer.round(checkins),
                    () -> {},
                    List.of(bed.hub().postgres()),
                    List.of())));
    List<Measurement> all = bed.rounds(3, 7).run(contenders);
    List<Goal> goals = new ArrayList<>();
    goals.add(
        Goal.atLeast(
            "one hot shelter beside a spread load",
            all.get(1).speedBeside(all.get(0)).median(),
            0.8,
            ""));
    if (pgbench.isPresent()) {
      goals.add(
          Goal.atLeast(
              "check-ins beside pgbench",
              all.get(0).speedBeside(all.get(2)).median(),
              0.5,
              "see its section"));
    }
    return new Section(
        "Check-in, each by itself, %d at a time".formatted(Pgbench.CLIENTS),
        "%d tablets hand in one arrival after the other and wait for its commit; %d open consoles are told the tally meanwhile, and every round ends when all of them show it."
            .formatted(Pgbench.CLIENTS, TallyConsoles.CONSOLES),
        "check-ins",
        checkins,
        all,
        pgbench.isPresent() ? List.of() : List.of(Pgbench.MISSING),
        goals);
  }

  private Contender contender(
      String name, Reception reception, TallyConsoles consoles, int checkins, int spread) {
    return new Contender(
        name,
        () -> {
          int before = reception.people();
          List<List<CheckinEvent>> clients =
              IntStream.range(0, Pgbench.CLIENTS)
                  .mapToObj(_ -> arrivals(checkins / Pgbench.CLIENTS, spread))
                  .toList();
          long began = System.nanoTime();
          List<Thread> threads =
              clients.stream()
                  .map(events -> Thread.ofVirtual().start(() -> handIn(reception, events)))
                  .toList();
          for (Thread thread : threads) {
            thread.join();
          }
          consoles.await(before + checkins / Pgbench.CLIENTS * Pgbench.CLIENTS);
          return Contender.Result.since(began);
        },
        () -> {},
        bed.hubProcesses(),
        List.of());
  }

  private static void handIn(Reception reception, List<CheckinEvent> events) {
    for (CheckinEvent event : events) {
      if (reception.checkin().take(List.of(event)).join().taken() != 1) {
        throw new IllegalStateException("a check-in was not taken");
      }
    }
  }

  private Section latency(Reception reception, TallyConsoles consoles)
      throws IOException, InterruptedException {
    bed.log("checkin: latency");
    int checkins = bed.size(2_000);
    Contender contender =
        new Contender(
            "Noroshi, %d a second".formatted(A_SECOND),
            () -> openLoop(reception, consoles, checkins),
            () -> {},
            bed.hubProcesses(),
            List.of());
    List<Measurement> all = bed.rounds(1, 5).run(List.of(contender));
    Measurement ours = all.getFirst();
    return new Section(
        "Check-in to the figure on every console",
        "Arrivals at %d shelters, handed in at fixed moments whether or not the former is done; the time from that moment until the last of %d consoles shows a figure with it. What moves within a tenth of a second is told together."
            .formatted(SHELTERS, TallyConsoles.CONSOLES),
        "check-ins",
        checkins,
        all,
        List.of(
            "p50 %.0f ms, p99 %.0f ms (medians over the rounds)."
                .formatted(ours.detail(P50).median(), ours.detail(P99).median())),
        List.of(
            Goal.atMost(
                "check-in to the figure on every console, p99, ms",
                ours.detail(P99).median(),
                250,
                "")));
  }

  private Contender.Result openLoop(Reception reception, TallyConsoles consoles, int checkins) {
    int before = reception.people();
    List<CheckinEvent> events = arrivals(checkins, SHELTERS);
    List<Long> intended = new ArrayList<>();
    List<CompletableFuture<Checkin.Taken>> under = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < checkins; i++) {
      long at = began + i * 1_000_000_000L / A_SECOND;
      for (long now = System.nanoTime(); now < at; now = System.nanoTime()) {
        LockSupport.parkNanos(at - now);
      }
      intended.add(at);
      under.add(reception.checkin().take(List.of(events.get(i))));
    }
    under.forEach(CompletableFuture::join);
    consoles.await(before + checkins);
    List<Double> waits =
        IntStream.range(0, checkins)
            .mapToObj(i -> (consoles.shownAt(before + i + 1) - intended.get(i)) / 1e6)
            .sorted()
            .toList();
    return new Contender.Result(
        Contender.Result.since(began).millis(),
        Map.of(P50, Spread.quantile(waits, 0.5), P99, Spread.quantile(waits, 0.99)));
  }

  private Section merge(Reception reception) throws IOException, InterruptedException {
    bed.log("checkin: merge");
    Contender contender =
        new Contender(
            "Noroshi",
            () -> {
              List<CheckinEvent> events = offline();
              long began = System.nanoTime();
              for (int i = 0; i < events.size(); i += AT_ONCE) {
                reception
                    .checkin()
                    .take(events.subList(i, Math.min(i + AT_ONCE, events.size())))
                    .join();
              }
              return Contender.Result.since(began);
            },
            () -> {},
            bed.hubProcesses(),
            List.of());
    List<Measurement> all = bed.rounds(2, 5).run(List.of(contender));
    return new Section(
        "A tablet that was offline comes back",
        "%d events of one tablet, half of them cards that are sealed, handed in %d at a time, the oldest first."
            .formatted(OFFLINE_EVENTS, AT_ONCE),
        "events",
        OFFLINE_EVENTS,
        all,
        List.of(),
        List.of(
            Goal.atMost(
                "2,000 offline events merged, s", all.getFirst().millis().median() / 1e3, 2, "")));
  }

  /** How long a hub takes to know everything again. */
  private Section start() throws IOException, InterruptedException {
    bed.log("checkin: start");
    int full = bed.size(100_000);
    bed.hub().database().useTransaction(CheckinBench::empty);
    fill(Math.floorDiv(full, 10));
    Measurement small = startWith("%,d people at %d shelters".formatted(full / 10, SHELTERS));
    fill(full - Math.floorDiv(full, 10));
    Measurement large = startWith("%,d people at %d shelters".formatted(full, SHELTERS));
    return new Section(
        "A hub starts and counts afresh",
        "From the events on disk to the whole tally, each class of every shelter.",
        "starts",
        1,
        List.of(large, small),
        List.of(
            "Ten times the people take %.1f times as long; the tally is then answered in %.0f ms with %s."
                .formatted(
                    large.millis().median() / small.millis().median(),
                    large.detail("tally").median(),
                    large.contender())),
        List.of(
            Goal.atMost(
                "the whole tally, ms, " + large.contender(),
                large.detail("tally").median(),
                1_000,
                "")));
  }

  private static void empty(Handle handle) {
    handle.execute("set local session_replication_role = replica");
    handle.execute("truncate shelters.checkin_event, shelters.checkin_concern");
  }

  private void fill(int people) {
    try (Reception reception = open()) {
      List<CheckinEvent> events = arrivals(people, SHELTERS);
      for (int i = 0; i < events.size(); i += AT_ONCE) {
        reception.checkin().take(events.subList(i, Math.min(i + AT_ONCE, events.size()))).join();
      }
    }
  }

  private Measurement startWith(String name) throws IOException, InterruptedException {
    Contender contender =
        new Contender(
            name,
            () -> {
              long began = System.nanoTime();
              try (Reception reception = open()) {
                double millis = Contender.Result.since(began).millis();
                long asked = System.nanoTime();
                reception.tally().now();
                return new Contender.Result(
                    millis, Map.of("tally", (System.nanoTime() - asked) / 1e6));
              }
            },
            () -> {},
            bed.hubProcesses(),
            List.of());
    return bed.rounds(1, 5).run(List.of(contender)).getFirst();
  }

  private List<CheckinEvent> arrivals(int count, int spread) {
    return IntStream.range(0, count)
        .mapToObj(
            _ ->
                event(
                    shelters.get(random.nextInt(spread)),
                    new Sign.Arrived(
                        UUID.randomUUID(),
                        List.of(UUID.randomUUID()),
                        StayForm.IN_SHELTER,
                        Optional.empty(),
                        Sign.FromCount.NONE)))
        .toList();
  }

  private List<CheckinEvent> offline() {
    List<CheckinEvent> events = new ArrayList<>();
    for (int i = 0; i < OFFLINE_EVENTS / 2; i++) {
      UUID evacuee = UUID.randomUUID();
      UUID household = UUID.randomUUID();
      events.add(
          event(
              shelters.getFirst(),
              new Fact.EvacueeWritten(evacuee, household, List.of(), PersonCard.BLANK)));
      events.add(
          event(
              shelters.getFirst(),
              new Sign.Arrived(
                  household,
                  List.of(evacuee),
                  StayForm.IN_SHELTER,
                  Optional.empty(),
                  Sign.FromCount.NONE)));
    }
    return events;
  }

  private static CheckinEvent event(UUID shelter, Fact fact) {
    Instant now = Instant.now();
    return new CheckinEvent(
        UUID.randomUUID(),
        new UUID(1, 1),
        shelter,
        new CheckinEvent.Clock(now.toEpochMilli(), 0),
        now,
        "",
        fact);
  }
}

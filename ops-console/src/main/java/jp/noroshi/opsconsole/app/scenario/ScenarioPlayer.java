package jp.noroshi.opsconsole.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.channels.simulator.FaultPlan;
import jp.noroshi.opsconsole.app.SimulatedProviders;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;

/**
 * Plays a scenario: what staff do goes over HTTP with their accounts, what shelters do over HTTP
 * with a tablet each, what goes wrong is ordered from the simulated providers. Chance is seeded:
 * the same evening again.
 */
public final class ScenarioPlayer implements AutoCloseable {

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final int MINUTES_BETWEEN_REPORTS = 10;
  private static final int LARGEST_HOUSEHOLD = 5;
  private static final int UNAVAILABLE = 503;

  private final Setting setting;
  private final TwoOfficers officers;
  private final HubClient shelterStaff;
  private final ScenarioPeople people;
  private final PrintWriter out;
  private final Random random = new Random(1);
  private final List<ScenarioTablet> tablets = new ArrayList<>();
  private final ListedPeople listed;
  private final Set<String> ordered = new HashSet<>();
  private final PriorityQueue<Act> acts =
      new PriorityQueue<>(Comparator.comparingInt(Act::minute).thenComparingInt(Act::number));
  private int numbers;
  private int minuteNow;

  /** The last minute played so far, and when minute 0 was, as {@link System#nanoTime}. */
  private int playedTo;

  private long began;

  /**
   * Where it is played.
   *
   * @param pages what opens the pages of supporters who chose the web
   * @param telegrams directory of the telegrams it names
   * @param residents the extract from which the register was made
   * @param speed how many minutes of the evening pass in one
   */
  public record Setting(
      URI hub,
      DrillAccounts accounts,
      SimulatedProviders providers,
      List<String> pages,
      Path telegrams,
      Path residents,
      double speed,
      Clock clock) {}

  private record Act(int minute, int number, Runnable deed) {}

  /** Signs everybody in. */
  public ScenarioPlayer(Setting setting, PrintWriter out) {
    this.setting = setting;
    this.out = out;
    this.listed = ListedPeople.read(setting.residents());
    this.officers = new TwoOfficers(setting.hub(), setting.accounts());
    this.shelterStaff =
        new HubClient(setting.hub())
            .signIn(DrillAccounts.SHELTER, setting.accounts().password(DrillAccounts.SHELTER));
    this.people =
        new ScenarioPeople(
            setting.providers(),
            new ScenarioPages(setting.hub(), setting.pages()),
            setting.hub(),
            random,
            (minutes, deed) -> at(minuteNow + minutes, deed));
  }

  /** Plays it to its end. */
  public void play(Scenario scenario) throws InterruptedException {
    out.println(
        "%s: %d minutes, played in %.0f seconds."
            .formatted(
                scenario.title(),
                scenario.minutes(),
                scenario.minutes() * MILLIS_PER_MINUTE / setting.speed() / 1e3));
    scenario.steps().forEach(step -> at(step.at(), () -> play(step)));
    began = System.nanoTime();
    telephonesAreLookedAt(0, scenario.minutes());
    pass(scenario.minutes());
  }

  /** Lets an evening that was played go on, for those who are still on their way. */
  void goOn(int minutes) throws InterruptedException {
    telephonesAreLookedAt(playedTo + 1, playedTo + minutes);
    pass(playedTo + minutes);
  }

  private void telephonesAreLookedAt(int from, int to) {
    for (int minute = from; minute <= to; minute++) {
      at(minute, people::lookAtTheirTelephones);
      if (minute % MINUTES_BETWEEN_REPORTS == 0) {
        at(minute, this::report);
      }
    }
  }

  private void pass(int end) throws InterruptedException {
    while (!acts.isEmpty() && acts.peek().minute() <= end) {
      Act next = acts.remove();
      long due = began + (long) (next.minute() * MILLIS_PER_MINUTE / setting.speed() * 1e6);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      minuteNow = next.minute();
      next.deed().run();
    }
    playedTo = end;
  }

  private void at(int minute, Runnable deed) {
    acts.add(new Act(minute, numbers++, deed));
  }

  private void play(Step step) {
    switch (step) {
      case Step.Telegram telegram -> {
        JsonNode receipt = officers.officer().takeIn(bytes(telegram.file()));
        say("a telegram comes in: " + receipt.path("items").path(0).path("title").asText());
      }
      case Step.Order order -> order(order);
      case Step.Instruct instruct -> instruct(instruct.shelters());
      case Step.Open open -> open(open.shelters());
      case Step.Arrivals arrivals -> arrive(arrivals);
      case Step.Listed some -> arrive(some);
      case Step.Offline offline -> goOffline(offline);
      case Step.Outage outage -> breakDown(outage);
      case Step.Leaving leaving -> {
        tablets.forEach(tablet -> tablet.letGo(leaving.share()));
        say("%d %% of the people go home".formatted(leaving.share()));
      }
      case Step.Answers answers -> people.behave(answers);
      case Step.Reports reports -> report(reports);
    }
  }

  private void order(Step.Order order) {
    say("approved: " + officers.order(order).path("title").asText());
    if (order.level().isPresent()) {
      ordered.addAll(order.districts());
    } else {
      order.districts().forEach(ordered::remove);
    }
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(setting.telegrams().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the telegram " + file + " cannot be read", e);
    }
  }

  private List<JsonNode> shelters(String... states) {
    return StreamSupport.stream(
            shelterStaff.get("/api/shelters").path("shelters").spliterator(), false)
        .filter(shelter -> List.of(states).contains(shelter.path("state").asText()))
        .filter(shelter -> shelter.path("announced").asBoolean())
        .toList();
  }

  private void instruct(int count) {
    List<String> ids =
        shelters("NOT_OPENED", "CLOSED").stream()
            .limit(count)
            .map(shelter -> shelter.path("id").asText())
            .toList();
    officers.officer().post("/api/shelters/instructions", Map.of("shelters", ids));
    say("%d shelters are told to open".formatted(ids.size()));
  }

  private void open(int count) {
    List<JsonNode> next = new ArrayList<>(shelters("INSTRUCTED", "INSPECTED"));
    next.addAll(shelters("NOT_OPENED", "CLOSED"));
    next.stream().limit(count).forEach(this::open);
  }

  private void open(JsonNode shelter) {
    String id = shelter.path("id").asText();
    shelterStaff.post("/api/shelters/" + id + "/opening", Map.of("step", "OPEN"));
    JsonNode enrolled = shelterStaff.post("/api/tablets", Map.of("name", "訓練の端末", "shelter", id));
    tablets.add(
        new ScenarioTablet(
            shelter, enrolled, new HubClient(setting.hub()), setting.clock(), random));
    say("opens: " + shelter.path("name").asText());
  }

  /** Households of one to five come, one after the other, to one of the open shelters. */
  private void arrive(Step.Arrivals arrivals) {
    if (tablets.isEmpty()) {
      say("nobody can arrive: no shelter is open");
      return;
    }
    int left = arrivals.people();
    while (left > 0) {
      int household = Math.min(left, 1 + random.nextInt(LARGEST_HOUSEHOLD));
      ScenarioTablet tablet = tablets.get(random.nextInt(tablets.size()));
      boolean named = random.nextInt(100) < arrivals.named();
      at(
          arrivals.at() + random.nextInt(Math.max(1, arrivals.minutes())),
          () -> tablet.receive(household, named));
      left -= household;
    }
  }

  private void arrive(Step.Listed some) {
    if (tablets.isEmpty()) {
      say("nobody can arrive: no shelter is open");
      return;
    }
    List<ListedPeople.Listed> leaving = listed.leave(ordered, some.people(), random);
    say("%d people on the register leave for a shelter".formatted(leaving.size()));
    for (ListedPeople.Listed person : leaving) {
      ScenarioTablet tablet = tablets.get(random.nextInt(tablets.size()));
      at(some.at() + random.nextInt(Math.max(1, some.minutes())), () -> tablet.receive(person));
    }
  }

  private void goOffline(Step.Offline offline) {
    if (offline.shelter() > tablets.size()) {
      say("there are only %d tablets".formatted(tablets.size()));
      return;
    }
    ScenarioTablet tablet = tablets.get(offline.shelter() - 1);
    tablet.setOnline(false);
    say("no network at " + tablet.shelterName());
    at(
        offline.at() + offline.minutes(),
        () -> {
          int held = tablet.unsent();
          tablet.setOnline(true);
          say("network again at %s: %d records come in".formatted(tablet.shelterName(), held));
        });
  }

  private void breakDown(Step.Outage outage) {
    Optional<FaultPlan> faults =
        switch (outage.medium()) {
          case LINE -> Optional.of(setting.providers().line().faults());
          case FCM -> Optional.of(setting.providers().fcm().faults());
          case RADIO -> Optional.of(setting.providers().radio().faults());
          case VOICE -> Optional.of(setting.providers().voice().faults());
          case WEB -> Optional.empty();
        };
    faults.ifPresent(
        plan -> {
          plan.order(Fault.answering(UNAVAILABLE));
          say(outage.medium() + " does not answer");
          at(
              outage.at() + outage.minutes(),
              () -> {
                plan.clear();
                say(outage.medium() + " answers again");
              });
        });
  }

  private void report(Step.Reports reports) {
    for (int i = 0; i < reports.safe() + reports.help(); i++) {
      int number = i;
      at(
          reports.at() + random.nextInt(Math.max(1, reports.minutes())),
          () -> people.report(number >= reports.help(), number));
    }
    say("%d residents report".formatted(reports.safe() + reports.help()));
  }

  private void report() {
    JsonNode city = officers.officer().get("/api/tally").path("city");
    say(
        "%d people of %d households in shelters"
            .formatted(city.path("people").asInt(), city.path("households").asInt()));
    JsonNode running = officers.officer().get("/api/responses").path("running");
    if (running.isObject()) {
      JsonNode figures = running.path("figures");
      say(
          "%d people with plans not yet safe; %d answers so far"
              .formatted(figures.path("notYetSafe").asInt(), people.answers()));
    }
  }

  private void say(String sentence) {
    out.println("%3d:%02d  %s".formatted(minuteNow / 60, minuteNow % 60, sentence));
    out.flush();
  }

  @Override
  public void close() {
    officers.close();
    shelterStaff.close();
  }
}

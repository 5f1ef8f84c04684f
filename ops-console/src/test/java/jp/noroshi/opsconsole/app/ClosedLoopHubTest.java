package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.AccessHistory;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import jp.noroshi.opsconsole.app.drill.SampleRegister;
import jp.noroshi.shelters.checkin.CheckinEvent;
import jp.noroshi.shelters.checkin.Fact;
import jp.noroshi.shelters.checkin.PersonCard;
import jp.noroshi.shelters.checkin.Sign;
import jp.noroshi.shelters.checkin.StayForm;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From an order over the whole hub to somebody known to be safe, and its lift. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClosedLoopHubTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** The district of {@link #FUMI}. */
  private static final String MINAMIEMA = "22225-08";

  private static final String FUMI = "セツレイ フミ";
  private static final LocalDate BORN = LocalDate.of(1966, 10, 8);
  private static final Map<String, Object> HALL =
      Map.of(
          "name",
          "見本集会所",
          "kind",
          "SELF_OPENED",
          "location",
          Map.of("latitude", 35.03, "longitude", 138.94),
          "announced",
          false);

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path folder;

  private static final Vertx vertx = Vertx.vertx();
  private static DataDirectory directory;
  private static Hub hub;

  @BeforeAll
  static void startTheDrill() {
    directory = new DataDirectory(folder.resolve("data"));
    SampleDrill drill = SampleDrill.prepare(vertx, directory, Clock.systemUTC());
    hub =
        Hub.start(
            drill.config().listeningOn(0),
            new Hub.Surroundings(vertx, database.database(), directory, Clock.systemUTC()));
    new DrillAccounts(directory).create(hub.accounts());
    new SampleRegister(drill.sample().resolve("register")).load(hub.register());
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static HubClient signedIn(String account) {
    return new HubClient(hub.address())
        .signIn(account, new DrillAccounts(directory).password(account));
  }

  @Test
  void anOrderCallsPeopleUpAShelterClosesTheirCaseAndALiftEndsIt() {
    order(Optional.of(3));
    Waiting.until("somebody is called up", SOON, () -> notYetSafe().total() > 0);
    Response running = hub.response().responses().findRunning().orElseThrow();
    assertThat(running.startedBy()).isEqualTo(DrillAccounts.APPROVER);
    NotYetSafe.Line fumi = caseOf(running, CaseState.STAFF);
    assertThat(looks(fumi.person())).as("the look stands in the log").isNotEmpty();

    checkIn();
    Waiting.until("her case closes", SOON, () -> caseNow(fumi).state() == CaseState.SAFE);
    assertThat(caseNow(fumi).strength()).contains(Evidence.Strength.CHECK_IN);

    order(Optional.empty());
    Waiting.until(
        "the response ends", SOON, () -> hub.response().responses().findRunning().isEmpty());
    assertThat(hub.response().notYetSafe().count(running.id()).all().notYetSafe()).isZero();
    assertThat(caseNow(fumi).state()).isEqualTo(CaseState.SAFE);
  }

  private static NotYetSafe.Line caseNow(NotYetSafe.Line former) {
    return hub.response().notYetSafe().find(former.id()).orElseThrow();
  }

  private static NotYetSafe.Part notYetSafe() {
    return hub.response()
        .responses()
        .findRunning()
        .map(
            running ->
                hub.response().notYetSafe().list(NotYetSafe.Wanted.all(running.id()), 0, 100))
        .orElseGet(() -> new NotYetSafe.Part(Instant.EPOCH, 0, List.of()));
  }

  /** Whose case it is says the register alone. */
  private static NotYetSafe.Line caseOf(Response response, CaseState state) {
    Waiting.until(
        "everybody is " + state,
        SOON,
        () -> notYetSafe().lines().stream().allMatch(line -> line.state() == state));
    PersonId fumi = idOfFumi();
    return hub
        .response()
        .notYetSafe()
        .list(NotYetSafe.Wanted.all(response.id()), 0, 100)
        .lines()
        .stream()
        .filter(line -> line.person().equals(fumi))
        .findFirst()
        .orElseThrow();
  }

  private static PersonId idOfFumi() {
    try (HubClient welfare = signedIn(DrillAccounts.WELFARE)) {
      JsonNode found =
          welfare.post(
              "/api/register/search?purpose=REGISTER&basis=REGISTER_MAKING", Map.of("kana", FUMI));
      return new PersonId(UUID.fromString(found.path("people").path(0).path("id").asText()));
    }
  }

  private static List<UUID> looks(PersonId person) {
    return hub
        .register()
        .history()
        .listBefore(Long.MAX_VALUE, 500, AccessHistory.Filter.ALL)
        .stream()
        .filter(line -> line.account().equals(DrillAccounts.APPROVER))
        .map(line -> line.subject())
        .filter(person.value()::equals)
        .toList();
  }

  private static void order(Optional<Integer> level) {
    try (HubClient duty = signedIn(DrillAccounts.OFFICER);
        HubClient approver = signedIn(DrillAccounts.APPROVER)) {
      Map<String, Object> proposal =
          new HashMap<>(Map.of("hazard", "FLOOD", "districts", List.of(MINAMIEMA)));
      level.ifPresent(number -> proposal.put("level", number));
      String path =
          "/api/dispatches/" + duty.post("/api/evacuation-orders", proposal).path("id").asText();
      JsonNode draft = duty.get(path);
      int version =
          duty.post(path + "/approval-request", Map.of("version", draft.path("version").asInt()))
              .path("version")
              .asInt();
      approver.post(
          path + "/approval",
          Map.of("version", version, "confirmation", draft.path("confirmation").asText("")));
    }
  }

  /** Somebody at a shelter writes a card with her name and birth date, and takes her in. */
  private static void checkIn() {
    try (HubClient staff = signedIn(DrillAccounts.SHELTER);
        HubClient tablet = new HubClient(hub.address())) {
      String shelter = staff.post("/api/shelters", HALL).path("id").asText();
      JsonNode enrolled = staff.post("/api/tablets", Map.of("name", "受付", "shelter", shelter));
      UUID device = UUID.fromString(enrolled.path("device").asText());
      tablet.withToken(enrolled.path("token").asText());
      UUID household = new UUID(4, 1);
      UUID evacuee = new UUID(4, 2);
      tablet.post(
          "/api/checkin/events",
          Map.of(
              "device",
              device,
              "unsent",
              0,
              "events",
              List.of(
                  event(
                      device,
                      shelter,
                      0,
                      new Fact.EvacueeWritten(evacuee, household, List.of(), cardOfFumi())),
                  event(
                      device,
                      shelter,
                      1,
                      new Sign.Arrived(
                          household,
                          List.of(evacuee),
                          StayForm.IN_SHELTER,
                          Optional.empty(),
                          Sign.FromCount.NONE)))));
    }
  }

  private static CheckinEvent event(UUID device, String shelter, int count, Fact fact) {
    Instant now = Instant.now();
    return new CheckinEvent(
        UUID.randomUUID(),
        device,
        UUID.fromString(shelter),
        new CheckinEvent.Clock(now.toEpochMilli(), count),
        now,
        "受付係",
        fact);
  }

  private static PersonCard cardOfFumi() {
    return new PersonCard(
        "設例　ふみ",
        FUMI,
        Optional.of(BORN),
        Optional.empty(),
        PersonCard.Sex.FEMALE,
        "本人",
        Set.of(),
        PersonCard.Condition.WELL,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }
}

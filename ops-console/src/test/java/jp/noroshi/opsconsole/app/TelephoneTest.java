package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jp.noroshi.channels.simulator.TelephoneLines.Manner;
import jp.noroshi.channels.simulator.VoiceSimulator;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonOutline;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import jp.noroshi.opsconsole.app.drill.SampleRegister;
import jp.noroshi.shelters.response.CaseCourses;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.talk.ContactKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People are telephoned and answer with a key, over real HTTP in both directions. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TelephoneTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode MINAMIEMA = new AreaCode("22225-08");
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Three minutes between two calls pass in a moment. */
  private static final double SPEED = 2_000;

  /** As many people as are telephoned here. */
  private static final int CALLED = 5;

  @TempDir private static Path folder;

  private static final Vertx vertx = Vertx.vertx();

  /** How people take calls, by number. */
  private static final Map<String, Manner> manners = new ConcurrentHashMap<>();

  private static SampleDrill drill;
  private static Hub hub;
  private static Iterator<PersonId> people;

  @BeforeAll
  static void startTheDrill() {
    DataDirectory directory = new DataDirectory(folder.resolve("data"));
    drill = SampleDrill.prepare(vertx, directory, Clock.systemUTC()).atSpeed(SPEED);
    hub =
        Hub.start(
            drill.config().listeningOn(0),
            new Hub.Surroundings(vertx, database.database(), directory, Clock.systemUTC()));
    new DrillAccounts(directory).create(hub.accounts());
    new SampleRegister(drill.sample().resolve("register")).load(hub.register());
    telephone()
        .connect((number, _) -> manners.getOrDefault(number, new Manner.Away()), hub.address());
    people =
        hub.register().register().listOutlines().stream()
            .filter(each -> each.state() == PersonState.LISTED)
            .filter(each -> each.district().equals(Optional.of(MINAMIEMA)))
            .map(PersonOutline::id)
            .iterator();
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static VoiceSimulator telephone() {
    return drill.providers().voice();
  }

  /** Lets somebody of the district be telephoned, who takes calls in a manner. */
  private static PersonId reached(Manner manner) {
    PersonId person = people.next();
    String reference = "PERSON/" + person.value();
    manners.put(hub.talk().numbers().find(reference).orElseThrow(), manner);
    hub.talk().contacts().byTelephone(ContactKind.PERSON, person.value(), "ja");
    return person;
  }

  private static NotYetSafe.Part list() {
    return hub.response()
        .notYetSafe()
        .list(
            new NotYetSafe.Wanted(
                hub.response().responses().list().getFirst().id(),
                Optional.empty(),
                Set.of(CaseState.values())),
            0,
            1_000);
  }

  private static NotYetSafe.Line caseOf(PersonId person) {
    return list().lines().stream()
        .filter(line -> line.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> courseOf(PersonId person) {
    return hub.response().courses().find(caseOf(person).id()).orElseThrow().steps().stream()
        .map(CaseCourses.Step::what)
        .toList();
  }

  @Test
  void anOrderRingsPeopleUpAndTheirKeysAreHeard() {
    PersonId wantsHelp = reached(new Manner.Answers(2, List.of('0', '7', '3')));
    PersonId isSafe = reached(new Manner.Answers(1, List.of('4')));
    PersonId leaves = reached(new Manner.Answers(1, List.of('1')));
    PersonId silent = reached(new Manner.Away());
    PersonId machine = reached(new Manner.Machine());

    hub.response().responses().start(Set.of(MINAMIEMA), Hazard.FLOOD, DrillAccounts.APPROVER);
    hub.response().worker().wake();
    Waiting.until(
        "everybody is called up",
        SOON,
        () -> !hub.response().responses().list().isEmpty() && list().total() >= CALLED);

    Waiting.until(
        "who was not reached was called as often as the hub calls",
        SOON,
        () ->
            courseOf(silent).stream().filter("PhoneNoAnswer"::equals).count()
                == ResponseSettings.USUAL.mostCalls());
    Waiting.until("help is called for", SOON, () -> caseOf(wantsHelp).helpWanted());
    Waiting.until("a key makes safe", SOON, () -> caseOf(isSafe).state() == CaseState.SAFE);
    Waiting.until("leaving is heard", SOON, () -> courseOf(leaves).contains("SaysLeaving"));
    Waiting.until("a machine is told", SOON, () -> courseOf(machine).contains("PhoneMachine"));

    assertThat(list().lines().getFirst().person()).as("on top").isEqualTo(wantsHelp);
    assertThat(caseOf(isSafe).strength()).hasValue(Evidence.Strength.OWN_WORD);
    assertThat(List.of(leaves, silent, machine))
        .allSatisfy(person -> assertThat(caseOf(person).state().isNotYetSafe()).isTrue());
    assertThat(telephone().taken().messages().values())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.title() + call.content()).contains("これはくんれんです。"));
    assertNoNumberIsStored();
  }

  private static void assertNoNumberIsStored() {
    List<String> recipients =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select recipients::text from core.delivery where medium = 'VOICE'")
                        .mapTo(String.class)
                        .list());
    assertThat(recipients).isNotEmpty().allSatisfy(each -> assertThat(each).startsWith("{PERSON/"));
  }

  @Test
  void whatTheProviderDidNotSignIsNotTakenInAndWhatIsTooOldIsToldSo() {
    String address = hub.municipality().baseUrl().resolve("/voice/guessed").toString();
    Map<String, String> key = Map.of("CallSid", "CA" + "0".repeat(32), "Digits", "4");
    assertThat(telephone().lines().handIn(address, key, "bm90IHNpZ25lZA==").await().statusCode())
        .isEqualTo(403);
    HttpResponse<String> old = telephone().lines().handIn(address, key).await();
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.body()).contains("もう受け取れません").doesNotContain("Gather");
    assertThat(telephone().lines().handIn(address, Map.of()).await().body())
        .isEqualTo("<Response/>");
    String large = "x".repeat(20_000);
    assertThat(telephone().lines().handIn(address, Map.of("x", large)).await().statusCode())
        .isEqualTo(413);
  }
}

package jp.noroshi.opsconsole.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

  /** Supporters and people answered, on LINE and on their pages; others came to a shelter. */
  private static final List<String> WORDS = List.of("CHECK_IN", "OWN_WORD", "SUPPORTER_WORD");

  /** Minutes after the end of the evening. */
  private static final int LATEST_ANSWER = 300;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path folder;

  private Scenario scenario(String text) throws IOException {
    return Scenario.load(Files.writeString(folder.resolve("scenario.yaml"), text));
  }

  @Test
  void theSampleEveningCanBeRead() {
    Scenario typhoon = Scenario.load(ProjectFiles.find("config/sample/scenarios/typhoon.yaml"));
    assertThat(typhoon.steps()).isSortedAccordingTo((a, b) -> Integer.compare(a.at(), b.at()));
  }

  @Test
  void aStepOutsideTheEveningIsNamed() {
    assertThatThrownBy(
            () -> scenario("title: x\nminutes: 10\nsteps: [{at: 11, do: open, shelters: 1}]\n"))
        .hasMessageContaining("minute 11")
        .hasMessageContaining("10 minutes");
  }

  @Test
  void aDeedNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> scenario("title: x\nminutes: 10\nsteps: [{at: 1, do: dance}]\n"))
        .hasMessageContaining("dance");
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void whoArrivesInAnEveningIsCountedEvenFromATabletThatHadNoNetwork() throws Exception {
    Scenario evening =
        scenario(
            """
            title: 短い夕方
            minutes: 24
            steps:
              - {at: 0, do: answers, accept: 80, refuse: 20, safe: 70, help: 30}
              - {at: 0, do: reports, minutes: 10, safe: 6, help: 2}
              - {at: 0, do: order, hazard: FLOOD, level: 4, districts: [22225-03, 22225-05, 22225-07, 22225-08, 22225-10, 22225-11]}
              - {at: 0, do: telegram, file: 2-heavy-rain-level3.xml}
              - {at: 1, do: instruct, shelters: 2}
              - {at: 2, do: open, shelters: 2}
              - {at: 3, do: offline, minutes: 10, shelter: 1}
              - {at: 4, do: arrivals, minutes: 8, people: 60, named: 50}
              - {at: 5, do: listed, minutes: 4, people: 3}
              - {at: 14, do: order, hazard: LANDSLIDE, level: 4, districts: [22225-13]}
              - {at: 18, do: order, hazard: LANDSLIDE, districts: [22225-13]}
            """);
    Vertx vertx = Vertx.vertx();
    DataDirectory directory = new DataDirectory(folder.resolve("data"));
    StringWriter said = new StringWriter();
    SampleDrill drill = SampleDrill.prepare(vertx, directory, Clock.systemUTC()).atSpeed(200);
    try (Hub hub =
        Hub.start(
            drill.config().listeningOn(0),
            new Hub.Surroundings(vertx, database.database(), directory, Clock.systemUTC()))) {
      drill.fill(hub, new PrintWriter(said));
      try (ScenarioPlayer player =
          new ScenarioPlayer(drill.setting(hub, 200), new PrintWriter(said))) {
        player.play(evening);
        // Who answers late, because the machine is slow, is still waited for.
        for (int late = 0; late < LATEST_ANSWER && !isEverybodyHeard(); late++) {
          player.goOn(1);
        }
        assertThat(strengths()).containsAll(WORDS);
        assertThat(wordsOfFacilities()).contains("EVACUATING");
      }
      assertThat(tally(hub, directory).path("people").asInt()).isEqualTo(63);
      assertThat(said.toString())
          .contains("警戒レベル4 避難指示（土砂災害）")
          .contains("解除")
          .contains("network again");
      assertThat(hub.talk().reports().count().help()).isEqualTo(2);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static boolean isEverybodyHeard() {
    return strengths().containsAll(WORDS) && wordsOfFacilities().contains("EVACUATING");
  }

  private static List<String> strengths() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct strength from shelters.response_case where strength is not null")
                    .mapTo(String.class)
                    .list());
  }

  private static List<String> wordsOfFacilities() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select answer from shelters.facility_reply where by is null")
                    .mapTo(String.class)
                    .list());
  }

  private static JsonNode tally(Hub hub, DataDirectory directory) {
    try (HubClient client =
        new HubClient(hub.address())
            .signIn(
                DrillAccounts.OFFICER,
                new DrillAccounts(directory).password(DrillAccounts.OFFICER))) {
      return client.get("/api/tally").path("city");
    }
  }
}

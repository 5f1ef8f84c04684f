package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.app.client.HubClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code noroshi send}: hands a file to the running hub and stays until everybody is told. */
class SendFollowTest {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void followsWhatPeopleDoInTheConsoleUntilEverybodyIsTold(@TempDir Path folder) throws Exception {
    try (TestSite site = new TestSite(folder, database);
        Hub hub = site.startHub(TestSite.Pace.USUAL);
        HubClient officer = new HubClient(hub.address());
        HubClient approver = new HubClient(hub.address())) {
      site.populate(hub, 600, 300);
      CompletableFuture<CommandRun> sent = CompletableFuture.supplyAsync(() -> send(site));
      officer.signIn(TestSite.OFFICER, TestSite.PASSWORD);
      approver.signIn(TestSite.APPROVER, TestSite.PASSWORD);
      String dispatch = awaitDraft(officer);
      officer.post(
          dispatch + "/approval-request",
          Map.of("version", officer.get(dispatch).path("version").asInt()));
      JsonNode handedIn = approver.get(dispatch);
      approver.post(
          dispatch + "/approval",
          Map.of(
              "version",
              handedIn.path("version").asInt(),
              "confirmation",
              handedIn.path("confirmation").asText()));

      CommandRun run = sent.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("DRAFTED").contains("approved, going out").contains("LINE");
      DeliveryAudit audit = new DeliveryAudit(database.database());
      assertThat(audit.open()).as("left when it ended").isZero();
      audit.everybodyIsAccountedFor();
    }
  }

  @Test
  void aFileTheHubCannotReadEndsWithTheReason(@TempDir Path folder) throws IOException {
    try (TestSite site = new TestSite(folder, database);
        Hub _ = site.startHub(TestSite.Pace.USUAL)) {
      Path file = Files.writeString(folder.resolve("broken.xml"), "not a telegram");

      CommandRun run = CommandRun.of("send", file.toString(), "--data-dir", dataDirectory(site));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).contains("QUARANTINED");
    }
  }

  @Test
  void withoutAHubItSaysHowToStartOne(@TempDir Path folder) {
    CommandRun run =
        CommandRun.of("send", "any.xml", "--data-dir", folder.resolve("empty").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("./noroshi up");
  }

  private static CommandRun send(TestSite site) {
    Path file = site.write("telegram.xml", "");
    try {
      Files.write(file, TestSite.liveTelegram("1-landslide-level4.xml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return CommandRun.of("send", file.toString(), "--data-dir", dataDirectory(site));
  }

  private static String dataDirectory(TestSite site) {
    return site.directory().path().toString();
  }

  private static String awaitDraft(HubClient officer) {
    Waiting.until(
        "the telegram is a draft",
        LONGEST,
        () -> !officer.get("/api/dispatches?open=true").path("dispatches").isEmpty());
    return "/api/dispatches/"
        + officer.get("/api/dispatches?open=true").at("/dispatches/0/id").asText();
  }
}

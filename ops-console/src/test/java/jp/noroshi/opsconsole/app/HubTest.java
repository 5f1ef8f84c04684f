package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.app.client.HubClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a hub does at its start, at its end, and with what comes in. */
class HubTest {

  private static final String TELEGRAM = "1-landslide-level4.xml";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final DeliveryAudit audit = new DeliveryAudit(database.database());
  private TestSite site;

  @BeforeEach
  void open(@TempDir Path folder) {
    database.truncate("core");
    database.truncate("console");
    site = new TestSite(folder, database);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aSecondHubInOneDataDirectoryIsRefused() throws IOException {
    try (FileLock first = site.directory().lock()) {
      CommandRun second = up(site.writeConfig(Mode.LIVE, TestSite.Pace.USUAL));

      assertThat(first.isValid()).isTrue();
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).contains("a hub is already running in").contains("--data-dir");
    }
  }

  @Test
  void aMissingSecretEndsTheStartWithItsNameAndLeavesNothingRunning() {
    CommandRun refused = up(site.writeConfigWithLineToken("file:/nowhere/line-token"));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("the secret file:/nowhere/line-token is missing or empty");
    assertThat(site.directory().findAddress()).as("announced").isEmpty();
    try (Hub hub = site.startHub(TestSite.Pace.USUAL)) {
      assertThat(hub.address().getPort()).isPositive();
    }
  }

  @Test
  void aSecretWrittenIntoTheSettingsIsRefusedWithoutRepeatingIt() {
    Path config = site.writeConfigWithLineToken("the-token-itself");

    assertThatThrownBy(() -> HubConfig.load(config))
        .hasMessageContaining("env:NAME or file:/path")
        .hasMessageNotContaining("the-token-itself");
  }

  @Test
  void settingsThatAreNotThereAreNamed() {
    CommandRun refused = up(site.directory().path().resolve("forgotten.yaml"));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("forgotten.yaml").contains("cannot be read");
  }

  @Test
  void aLiveHubHoldsAnExerciseTelegram() {
    try (Hub hub = site.startHub(TestSite.Pace.USUAL);
        HubClient machine = machine(hub)) {
      JsonNode receipt = machine.takeIn(TestSite.exerciseTelegram(TELEGRAM));

      assertThat(receipt.at("/items/0/disposition").asText()).isEqualTo("HELD");
      assertThat(audit.count("select count(*) from core.dispatch")).isZero();
    }
  }

  @Test
  void whatCannotBeReadIsReachedInQuarantine() {
    try (Hub hub = site.startHub(TestSite.Pace.USUAL);
        HubClient machine = machine(hub);
        HubClient officer = new HubClient(hub.address())) {
      site.populate(hub, 1, 1);
      officer.signIn(TestSite.OFFICER, TestSite.PASSWORD);
      JsonNode receipt = machine.takeIn("<Report><Control>".getBytes(StandardCharsets.UTF_8));

      assertThat(receipt.at("/items/0/disposition").asText()).isEqualTo("QUARANTINED");
      assertThat(officer.get("/api/quarantine").toString())
          .contains(receipt.path("originalId").asText());
    }
  }

  @Test
  void theWatchedFolderIsRead() throws IOException {
    try (Hub _ = site.startHub(TestSite.Pace.USUAL)) {
      Path written = site.directory().inbox().resolve("telegram.part");
      Files.write(written, TestSite.liveTelegram(TELEGRAM));
      Files.move(written, site.directory().inbox().resolve("telegram.xml"));

      Waiting.until(
          "the telegram is a draft",
          LONGEST,
          () -> audit.count("select count(*) from core.dispatch") == 1);
    }
  }

  @Test
  void aSecondStartLosesNothing() {
    Dispatch draft;
    try (Hub hub = site.startHub(TestSite.Pace.USUAL)) {
      site.populate(hub, 10, 10);
      draft = site.awaitingApproval(hub);
    }
    try (Hub hub = site.startHub(TestSite.Pace.USUAL);
        HubClient machine = machine(hub)) {
      assertThat(hub.dispatch().drafts().find(draft.id()))
          .hasValueSatisfying(
              kept -> assertThat(kept.state()).isEqualTo(DispatchState.AWAITING_APPROVAL));
      assertThat(hub.accounts().list()).hasSize(2);
      assertThat(
              machine.takeIn(TestSite.liveTelegram(TELEGRAM)).at("/items/0/disposition").asText())
          .as("with the token of the first start")
          .isEqualTo("DRAFTED");
      site.approve(hub, draft);
      Waiting.until("everybody is told", LONGEST, () -> audit.open() == 0);
      audit.everybodyIsAccountedFor();
    }
  }

  private CommandRun up(Path config) {
    return CommandRun.of(
        "up",
        "--config",
        config.toString(),
        "--data-dir",
        site.directory().path().toString(),
        "--database-url",
        TestSite.databaseUrl(database.address()),
        "--port",
        "0");
  }

  private HubClient machine(Hub hub) {
    return new HubClient(hub.address()).withToken(site.directory().secret("intake-token").reveal());
  }
}

package jp.noroshi.opsconsole.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchResult;
import jp.noroshi.core.dispatch.DraftEdit;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.core.dispatch.Notice;
import jp.noroshi.core.dispatch.Officer;
import jp.noroshi.core.dispatch.Right;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.DatabaseAddress;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.app.drill.SampleSubscribers;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.Role;

/**
 * A site in live mode: the sample municipality, its people and accounts, and simulated providers
 * that live on when the hub dies. Only simulators are reached, so sirens may sound.
 */
final class TestSite implements AutoCloseable {

  static final String OFFICER = "duty";
  static final String APPROVER = "approver";
  static final String PASSWORD = "a long sentence for the tests";

  private static final double RADIO_SPEED = 400;
  private static final String SIREN = "tsunami_warning";
  private static final Set<Medium> ALL_MEDIA = Medium.FOR_MANY;

  private final TestDatabase database;
  private final DataDirectory directory;
  private final Vertx vertx = Vertx.vertx();
  private final SimulatedProviders providers;
  private int noticesWritten;

  /**
   * How fast the hub may hand over, and how patient it is.
   *
   * @param lineRequests requests to LINE in a second
   * @param pushMessages messages to FCM in a second
   * @param timeout of one request
   */
  record Pace(double lineRequests, double pushMessages, Duration timeout) {
    static final Pace USUAL = new Pace(180, 9_000, Duration.ofSeconds(10));
  }

  TestSite(Path folder, TestDatabase database) {
    this.database = database;
    this.directory = new DataDirectory(folder.resolve("data"));
    this.providers = SimulatedProviders.start(vertx, directory, RADIO_SPEED, Clock.systemUTC());
  }

  SimulatedProviders providers() {
    return providers;
  }

  DataDirectory directory() {
    return directory;
  }

  TestDatabase database() {
    return database;
  }

  /** Starts a hub in this very process. */
  Hub startHub(Pace pace) {
    return startHub(writeConfig(Mode.LIVE, pace), directory);
  }

  /** Starts a hub in this very process with other settings or another directory. */
  Hub startHub(Path config, DataDirectory elsewhere) {
    return Hub.start(
        HubConfig.load(config).listeningOn(0),
        new Hub.Surroundings(vertx, database.database(), elsewhere, Clock.systemUTC()));
  }

  /** Starts a hub as a process of its own. */
  HubProcess startProcess(Pace pace) {
    return HubProcess.start(writeConfig(Mode.LIVE, pace), directory, database.address());
  }

  /** Returns the address of the database as the command line takes it. */
  static String databaseUrl(DatabaseAddress database) {
    URI jdbc = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    return "postgresql://"
        + database.user()
        + ":"
        + URLEncoder.encode(database.password(), StandardCharsets.UTF_8)
        + "@"
        + jdbc.getAuthority()
        + jdbc.getPath();
  }

  /** Makes the accounts of two persons and registers invented subscribers. */
  void populate(Hub hub, int onLine, int onPush) {
    createAccounts(hub.accounts());
    new SampleSubscribers(hub.municipality())
        .register(hub.dispatch().subscribers(), onLine, onPush);
  }

  private static void createAccounts(Accounts accounts) {
    accounts.create(OFFICER, "当直", Set.of(Role.DUTY_OFFICER), PASSWORD, "test");
    accounts.create(APPROVER, "承認者", Set.of(Role.APPROVER), PASSWORD, "test");
  }

  /** Writes a notice for everybody on all media and asks for its approval. */
  Dispatch awaitingApproval(Hub hub) {
    return awaitingApproval(hub, ALL_MEDIA, Optional.empty());
  }

  /** Writes a notice for the page and the radio that a siren opens, and asks for its approval. */
  Dispatch awaitingApprovalWithSiren(Hub hub) {
    return awaitingApproval(hub, EnumSet.of(Medium.WEB, Medium.RADIO), Optional.of(SIREN));
  }

  private Dispatch awaitingApproval(Hub hub, Set<Medium> media, Optional<String> siren) {
    Officer officer = new Officer(OFFICER, Set.of(Right.DRAFT));
    DraftService drafts = hub.dispatch().drafts();
    noticesWritten++;
    Notice notice =
        new Notice(
            "お知らせ" + noticesWritten,
            "これは" + noticesWritten + "番目のお知らせです。",
            Hazard.OTHER,
            Optional.empty(),
            new Audience.InAreas(List.of(hub.municipality().code())),
            media,
            Instant.now().plus(6, ChronoUnit.HOURS));
    Dispatch draft = done(drafts.write(notice, officer));
    DraftEdit asItIs = DraftEdit.of(draft);
    DraftEdit edit =
        new DraftEdit(
            asItIs.title(),
            asItIs.texts(),
            asItIs.media(),
            asItIs.audience(),
            siren,
            asItIs.expiresAt());
    Dispatch edited = done(drafts.edit(draft.id(), draft.version(), edit, officer));
    return done(drafts.requestApproval(edited.id(), edited.version(), officer));
  }

  /** Approves as the second person. */
  Dispatch approve(Hub hub, Dispatch dispatch) {
    Officer approver = new Officer(APPROVER, Set.of(Right.APPROVE));
    return done(
        hub.dispatch().approvals().approve(dispatch.id(), dispatch.version(), approver, ""));
  }

  private static Dispatch done(DispatchResult result) {
    return switch (result) {
      case DispatchResult.Done(Dispatch dispatch) -> dispatch;
      case DispatchResult.Refused refused ->
          throw new AssertionError("refused: " + refused.reason());
    };
  }

  /** Returns a telegram of the samples as if it had been issued now, and in earnest. */
  static byte[] liveTelegram(String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String local =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(ZoneId.of("Asia/Tokyo")));
    return sampleText(name)
        .replace("<Status>訓練</Status>", "<Status>通常</Status>")
        .replace("【訓練】", "")
        .replaceAll("(<DateTime>)[^<]+", "$1" + now)
        .replaceAll("(<ReportDateTime>|<TargetDateTime>)[^<]+", "$1" + local)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a telegram of the samples as it is: an exercise. */
  static byte[] exerciseTelegram(String name) {
    return sampleText(name).getBytes(StandardCharsets.UTF_8);
  }

  private static String sampleText(String name) {
    try {
      return Files.readString(shipped("sample/telegrams/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a file of {@code config/}, from the project's root or a module of it. */
  static Path shipped(String file) {
    Path root = Path.of(System.getProperty("noroshi.root", System.getProperty("user.dir")));
    Path here = root.resolve("config").resolve(file);
    return (Files.exists(here) ? here : root.resolve("../config").resolve(file))
        .toAbsolutePath()
        .normalize();
  }

  /** Writes the settings of a hub of this site. */
  Path writeConfig(Mode mode, Pace pace) {
    return write(
        "noroshi.yaml", settings(mode, pace, providers.lineConfig().channelToken().reference()));
  }

  /** Writes the settings of a hub whose LINE token is kept elsewhere. */
  Path writeConfigWithLineToken(String reference) {
    return write("noroshi-token.yaml", settings(Mode.LIVE, Pace.USUAL, reference));
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(directory.path().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String settings(Mode mode, Pace pace, String lineToken) {
    return """
        mode: %s
        municipality: %s
        districts: %s
        templates: %s
        sirens: %s
        intakeRules: %s
        http: {host: 127.0.0.1, port: 0}
        intake: {followJmaFeed: false, watchFolder: true}
        line:
          endpoint: %s
          channelToken: %s
          requestsPerSecond: %s
          timeout: %s
        fcm:
          endpoint: %s
          serviceAccount: %s
          trustCertificate: %s
          messagesPerSecond: %s
          timeout: %s
        radio:
          address: %s
          token: %s
          acceptWithin: PT2S
          allowSirensInDrills: false
          staggered: true
          forceIndoorVolume: true
        """
        .formatted(
            mode,
            shipped("sample/izunokuni.yaml"),
            shipped("sample/districts.geojson"),
            shipped("templates"),
            shipped("sirens.yaml"),
            shipped("intake-rules.yaml"),
            providers.lineConfig().endpoint(),
            lineToken,
            pace.lineRequests(),
            pace.timeout(),
            providers.fcmConfig().endpoint().orElseThrow(),
            providers.fcmConfig().serviceAccount().reference(),
            providers.fcmConfig().trustCertificate().orElseThrow(),
            pace.pushMessages(),
            pace.timeout(),
            providers.radioConfig().address(),
            providers.radioConfig().token().reference());
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}

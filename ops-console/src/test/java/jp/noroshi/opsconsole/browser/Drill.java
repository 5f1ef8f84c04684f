package jp.noroshi.opsconsole.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.HubConfig;
import jp.noroshi.opsconsole.app.SimulatedProviders;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SamplePlaces;
import jp.noroshi.opsconsole.app.drill.SampleRegister;
import jp.noroshi.opsconsole.app.drill.SampleSubscribers;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.shelters.opening.ShelterSettings;
import jp.noroshi.shelters.talk.ContactKind;
import jp.noroshi.shelters.talk.SupporterPages;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole hub in a drill of the sample municipality with simulated providers, a few subscribers and
 * people who may sign in, and the shortest ways over HTTP to what a test starts from.
 */
final class Drill implements AutoCloseable {

  /** Writes and approves, so that only the rule of two persons can refuse. */
  static final String CHIEF = "chief";

  /** Sees everything a viewer may. */
  static final String VIEWER = "viewer";

  private static final int SUBSCRIBERS_OF_A_MEDIUM = 60;
  private static final double RADIO_SPEED = 200;

  private final TestDatabase database = new TestDatabase();
  private final Vertx vertx = Vertx.vertx();
  private final Clock clock = Clock.systemUTC();
  private final ExtensionContext context;
  private final DataDirectory directory;
  private final DrillAccounts accounts;
  private final Hub hub;
  private final HubClient officer;
  private final HubClient approver;

  private Drill(ExtensionContext context) {
    this.context = context;
    this.directory = new DataDirectory(temporaryDirectory());
    this.accounts = new DrillAccounts(directory);
    database.beforeAll(context);
    this.hub =
        Hub.start(config(), new Hub.Surroundings(vertx, database.database(), directory, clock));
    accounts.create(hub.accounts());
    hub.accounts()
        .create(
            CHIEF,
            "危機管理監（訓練）",
            Set.of(Role.DUTY_OFFICER, Role.APPROVER),
            accounts.password(CHIEF),
            "hub");
    new SampleSubscribers(hub.municipality())
        .register(hub.dispatch().subscribers(), SUBSCRIBERS_OF_A_MEDIUM, SUBSCRIBERS_OF_A_MEDIUM);
    this.officer = signedIn(DrillAccounts.OFFICER);
    this.approver = signedIn(DrillAccounts.APPROVER);
  }

  static Drill start(ExtensionContext context) {
    return new Drill(context);
  }

  private HubConfig config() {
    SimulatedProviders providers = SimulatedProviders.start(vertx, directory, RADIO_SPEED, clock);
    return new HubConfig(
            Mode.DRILL,
            ProjectFiles.find("config/sample/izunokuni.yaml"),
            ProjectFiles.find("config/sample/districts.geojson"),
            ProjectFiles.find("config/templates"),
            ProjectFiles.find("config/sirens.yaml"),
            ProjectFiles.find("config/intake-rules.yaml"),
            null,
            null,
            Optional.of(providers.lineConfig()),
            Optional.of(providers.fcmConfig()),
            Optional.of(providers.radioConfig()),
            Optional.of(providers.voiceConfig()),
            Optional.of(
                new HubConfig.Register(
                    ProjectFiles.find("config/register-rules.yaml"), Optional.empty())),
            Optional.of(
                new HubConfig.Roads(
                    ProjectFiles.find("config/sample/roads.osm.gz"),
                    Optional.empty(),
                    Optional.empty())),
            Optional.of(
                new HubConfig.BaseMap(
                    true,
                    Optional.of(
                        new HubConfig.BaseMap.City(
                            SmallArchive.in(directory.path()), "見本市（試験の地図）")))),
            Optional.of(
                // Nobody's test shall meet what another one's shelters are told of.
                new ShelterSettings(null, null, null, null, Duration.ofHours(1))),
            Optional.empty())
        .listeningOn(0);
  }

  URI address() {
    return hub.address();
  }

  String password(String account) {
    return accounts.password(account);
  }

  private HubClient signedIn(String account) {
    return new HubClient(address()).signIn(account, password(account));
  }

  /** Brings the invented register in. */
  void fillRegister() {
    new SampleRegister(ProjectFiles.find("config/sample/register")).load(hub.register());
  }

  /** Those of the invented register with whom a plan was agreed. */
  PlannedPeople planned() {
    return new PlannedPeople(database.database(), hub.register(), hub.plans());
  }

  /** Brings the invented zones, sites and residents in. */
  void fillMap() {
    new SamplePlaces(ProjectFiles.find("config/sample")).load(hub.places());
  }

  /** Makes the page of a supporter, as staff hand it out. */
  String pageOf(UUID supporter) {
    return SupporterPages.path(hub.talk().supporters().make(supporter, "ja"));
  }

  void takePageBack(UUID supporter) {
    hub.talk().contacts().forget(ContactKind.SUPPORTER, supporter, Medium.WEB);
  }

  /** Asks a supporter as if a plan of somebody in the district named them. */
  void ask(UUID supporter, String district) {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into shelters.support_task (id, case_id, supporter, is_group, position, state, asked_at)
                    select gen_random_uuid(), c.id, ?, false, 0, 'ASKED', now()
                    from shelters.response_case c join shelters.response r on r.id = c.response
                    where r.ended_at is null and c.state = 'STAFF' and c.districts[1] = ?
                    order by c.number limit 1
                    """,
                    supporter,
                    district));
  }

  /**
   * The page behind the link in a message.
   *
   * @param supporter who was asked; empty = somebody of the district is asked about themselves
   */
  String answerPage(String district, Optional<UUID> supporter) {
    String token = UUID.randomUUID().toString().substring(0, 24);
    database
        .database()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into shelters.answer_token (hash, case_id, task, expires_at)
                        select sha256(convert_to(:token, 'UTF8')), c.id, t.id, now() + interval '1 day'
                        from shelters.response_case c join shelters.response r on r.id = c.response
                        left join shelters.support_task t
                          on t.case_id = c.id and t.supporter = cast(:supporter as uuid)
                        where r.ended_at is null and c.state = 'STAFF' and c.districts[1] = :district
                          and (cast(:supporter as uuid) is null or t.id is not null)
                        order by c.number limit 1
                        """)
                    .bind("token", token)
                    .bind("supporter", supporter.orElse(null))
                    .bind("district", district)
                    .execute());
    return "/answer/" + token;
  }

  /** The duty officer locks out the tablets of this name. */
  void lockTablet(String name, String reason) {
    for (JsonNode tablet : officer.get("/api/tablets").path("tablets")) {
      if (tablet.path("name").asText().equals(name)) {
        officer.post(
            "/api/tablets/" + tablet.path("device").asText() + "/lock", Map.of("reason", reason));
      }
    }
  }

  /** The duty officer proposes evacuation for landslides in a district: a draft of level 4. */
  String proposeEvacuation(String district) {
    return officer
        .post(
            "/api/evacuation-orders",
            Map.of("hazard", "LANDSLIDE", "level", 4, "districts", List.of(district)))
        .path("id")
        .asText();
  }

  /** The duty officer writes a notice for these media; it is a draft. */
  String writeNotice(String title, String... media) {
    Map<String, Object> notice = new HashMap<>();
    notice.put("title", title);
    notice.put("body", title + "。\n落ち着いて行動してください。");
    notice.put("hazard", "OTHER");
    notice.put("audience", Map.of("type", "everyone"));
    notice.put("media", List.of(media));
    notice.put("expiresAt", clock.instant().plus(Duration.ofHours(6)).toString());
    return officer.post("/api/notices", notice).path("id").asText();
  }

  /** The duty officer hands a draft in. */
  void handIn(String dispatch) {
    officer.post(
        "/api/dispatches/" + dispatch + "/approval-request", Map.of("version", version(dispatch)));
  }

  /** A second person approves what waits. */
  void approve(String dispatch) {
    JsonNode draft = approver.get("/api/dispatches/" + dispatch);
    approver.post(
        "/api/dispatches/" + dispatch + "/approval",
        Map.of(
            "version",
            draft.path("version").asInt(),
            "confirmation",
            draft.path("confirmation").asText("")));
  }

  private int version(String dispatch) {
    return officer.get("/api/dispatches/" + dispatch).path("version").asInt();
  }

  /** A sample telegram comes in; returns the draft that was made of it. */
  String takeIn(String telegram) {
    return officer
        .takeIn(bytes(ProjectFiles.find("config/sample/telegrams/" + telegram)))
        .path("items")
        .path(0)
        .path("dispatchId")
        .asText();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("noroshi-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    officer.close();
    approver.close();
    hub.close();
    vertx.close().await();
    database.afterAll(context);
    try (var files = Files.walk(directory.path())) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

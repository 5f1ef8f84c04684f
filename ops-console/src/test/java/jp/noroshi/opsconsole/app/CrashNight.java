package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.noroshi.channels.radio.JobState;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.core.message.Medium;
import jp.noroshi.opsconsole.app.client.HubClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One hub is killed again and again while it tells 20,000 people on every medium, and the providers
 * misbehave all the while. Afterwards everybody is accounted for.
 */
final class CrashNight {

  private static final Logger LOG = LoggerFactory.getLogger(CrashNight.class);

  private static final int ON_LINE = 12_000;
  private static final int ON_PUSH = 8_000;
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final int LONGEST_INTAKE_MILLIS = 150;
  private static final Duration EVERYBODY_TOLD_WITHIN = Duration.ofMinutes(3);

  /** Slow enough that a fan-out lasts over many kills. */
  private static final TestSite.Pace SLOW = new TestSite.Pace(3, 800, Duration.ofSeconds(1));

  private static final TestSite.Pace IN_THE_END =
      new TestSite.Pace(50, 4_000, Duration.ofSeconds(5));

  private final TestSite site;
  private final String telegram;
  private final int kills;
  private final Random random;
  private final Deque<UUID> forEverybody = new ArrayDeque<>();
  private final Deque<UUID> withSiren = new ArrayDeque<>();
  private final DeliveryAudit audit;

  /**
   * Prepares a night.
   *
   * @param telegram the sample whose intake is broken off
   * @param kills how often the hub dies while it tells everybody
   * @param random when it does
   */
  CrashNight(TestSite site, String telegram, int kills, Random random) {
    this.site = site;
    this.telegram = telegram;
    this.kills = kills;
    this.random = random;
    this.audit = new DeliveryAudit(site.database().database());
  }

  /** Lives through it. */
  void pass() {
    prepare();
    orderFaults();
    killDuringIntake();
    killDuringFanOut();
    withdrawFaults();
    finish();
    assertThatEverybodyIsAccountedFor();
  }

  private void prepare() {
    try (Hub hub = site.startHub(SLOW)) {
      site.populate(hub, ON_LINE, ON_PUSH);
      for (int i = 0; i < kills; i++) {
        withSiren.add(site.awaitingApprovalWithSiren(hub).id());
      }
      for (int i = 0; i < kills; i++) {
        forEverybody.add(site.awaitingApproval(hub).id());
      }
    }
  }

  private void orderFaults() {
    var line = site.providers().line().faults();
    line.latency(Duration.ofMillis(150));
    line.order(Fault.answering(500).withProbability(0.06));
    line.order(Fault.answering(500).havingTaken().withProbability(0.1));
    line.order(Fault.holding(Duration.ofSeconds(3)).withProbability(0.04));
    line.order(Fault.holding(Duration.ofSeconds(3)).havingTaken().withProbability(0.06));
    line.order(Fault.resetting().withProbability(0.04));
    line.order(Fault.resetting().havingTaken().withProbability(0.06));
    line.order(Fault.rateLimited(Duration.ofSeconds(1)).withProbability(0.06));
    var push = site.providers().fcm().faults();
    push.latency(Duration.ofMillis(100));
    push.order(Fault.answering(503).withProbability(0.03));
    push.order(Fault.answering(503).havingTaken().withProbability(0.005));
    push.order(Fault.resetting().havingTaken().withProbability(0.01));
    push.order(Fault.slow(Duration.ofMillis(700)).withProbability(0.05));
    push.order(Fault.holding(Duration.ofSeconds(3)).havingTaken().withProbability(0.002));
    var radio = site.providers().radio().faults();
    radio.latency(Duration.ofMillis(200));
    radio.order(Fault.answering(500).havingTaken().withProbability(0.2));
    radio.order(Fault.resetting().havingTaken().withProbability(0.1));
  }

  private void withdrawFaults() {
    site.providers().line().faults().clear();
    site.providers().fcm().faults().clear();
    site.providers().radio().faults().clear();
  }

  /** Killed right after a telegram was sent to it: the whole of it is there, or nothing. */
  private void killDuringIntake() {
    byte[] content = TestSite.liveTelegram(telegram);
    try (HubProcess hub = site.startProcess(SLOW)) {
      URI address = hub.awaitAddress();
      CompletableFuture<JsonNode> receipt =
          CompletableFuture.supplyAsync(() -> takeIn(address, content));
      Waiting.pass(Duration.ofMillis(random.nextInt(LONGEST_INTAKE_MILLIS)));
      hub.kill();
      boolean answered = isAnswered(receipt);
      audit.intakeIsWhole();
      LOG.warn("killed during intake, {}", answered ? "after the receipt" : "before the receipt");
    }
    try (HubProcess hub = site.startProcess(SLOW)) {
      takeIn(hub.awaitAddress(), content);
      audit.intakeIsWhole();
      forEverybody.addFirst(handInLatestDraft(hub));
    }
  }

  private JsonNode takeIn(URI hub, byte[] content) {
    try (HubClient machine =
        new HubClient(hub).withToken(site.directory().secret("intake-token").reveal())) {
      return machine.takeIn(content);
    }
  }

  /** The officer asks for the approval of the draft the telegram became. */
  private UUID handInLatestDraft(HubProcess hub) {
    UUID draft =
        site.database()
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select id from core.dispatch
                            where alert_id is not null order by number desc limit 1
                            """)
                        .mapTo(UUID.class)
                        .one());
    try (HubClient officer = signedIn(hub, TestSite.OFFICER)) {
      officer.post(
          "/api/dispatches/" + draft + "/approval-request",
          Map.of("version", officer.get("/api/dispatches/" + draft).path("version").asInt()));
    }
    return draft;
  }

  private void killDuringFanOut() {
    int holding = 0;
    for (int kill = 1; kill <= kills; kill++) {
      try (HubProcess hub = site.startProcess(SLOW)) {
        hub.awaitAddress();
        CompletableFuture<Void> approval = beginApprovals(hub);
        Duration life = Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS));
        Waiting.pass(life);
        hub.kill();
        boolean answered = isAnswered(approval);
        int leased = audit.leased();
        holding += leased > 0 ? 1 : 0;
        LOG.warn(
            "kill {} after {} ms: {} batches open, {} of them held; approval {}",
            kill,
            life.toMillis(),
            audit.open(),
            leased,
            answered ? "answered" : "not answered");
        audit.approvalsAreWhole();
        assertThat(audit.open()).as("a fan-out is under way").isPositive();
      }
    }
    assertThat(holding).as("kills that struck batches under way").isGreaterThan(kills / 4);
  }

  /** One more siren in every life; everybody once more where nobody is left to be told. */
  private CompletableFuture<Void> beginApprovals(HubProcess hub) {
    HubClient approver = signedIn(hub, TestSite.APPROVER);
    if (audit.open(Medium.LINE) == 0 || audit.open(Medium.FCM) == 0) {
      approve(approver, forEverybody.removeFirst());
    }
    UUID siren = withSiren.removeFirst();
    withSiren.addLast(siren);
    return CompletableFuture.runAsync(() -> approve(approver, siren))
        .whenComplete((_, _) -> approver.close());
  }

  private static HubClient signedIn(HubProcess hub, String account) {
    return new HubClient(hub.awaitAddress()).signIn(account, TestSite.PASSWORD);
  }

  private static void approve(HubClient approver, UUID dispatch) {
    JsonNode shown = approver.get("/api/dispatches/" + dispatch);
    if (shown.path("state").asText().equals("AWAITING_APPROVAL")) {
      Map<String, Object> approval = new HashMap<>();
      approval.put("version", shown.path("version").asInt());
      if (shown.hasNonNull("confirmation")) {
        approval.put("confirmation", shown.path("confirmation").asText());
      }
      approver.post("/api/dispatches/" + dispatch + "/approval", approval);
    }
  }

  private static boolean isAnswered(CompletableFuture<?> request) {
    try {
      request.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private void finish() {
    try (HubProcess hub = site.startProcess(IN_THE_END)) {
      try (HubClient approver = signedIn(hub, TestSite.APPROVER)) {
        withSiren.forEach(dispatch -> approve(approver, dispatch));
      }
      try {
        Waiting.until("everybody is told", EVERYBODY_TOLD_WITHIN, () -> audit.open() == 0);
        Waiting.until("the air is silent", EVERYBODY_TOLD_WITHIN, () -> isSilent());
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + "\n" + hub.tail(), e);
      }
      hub.stop();
    }
  }

  private boolean isSilent() {
    return audit.radioBatches().stream()
        .allMatch(
            batch ->
                site.providers()
                    .radio()
                    .findState(batch.id().toString())
                    .map(JobState::isFinal)
                    .orElse(true));
  }

  private void assertThatEverybodyIsAccountedFor() {
    audit.everybodyIsAccountedFor();
    audit.approvalsAreWhole();
    audit.intakeIsWhole();
    audit.everyNoticeStandsOnce();
    audit.everyMilestoneIsToldOnce();
    audit.chronologyIsIntact();
    assertThatNobodyWasToldTwiceOnLine();
    assertThatRepeatedPushesAreExplained();
    assertThatNoSirenSoundedTwice();
    assertThat(audit.interrupted()).as("attempts broken off").isPositive();
    LOG.warn("{} attempts were broken off and taken up again", audit.interrupted());
  }

  private void assertThatNobodyWasToldTwiceOnLine() {
    var line = site.providers().line();
    DeliveryAudit.Sums sums = audit.sums(Medium.LINE);
    assertThat(sums.recipients() % ON_LINE).isZero();
    assertThat(line.taken().duplicates()).as("told twice on LINE").isZero();
    assertThat(line.counted("changedBodies")).as("retry keys with another body").isZero();
    assertThat(sums)
        .isEqualTo(
            new DeliveryAudit.Sums(sums.batches(), sums.recipients(), sums.recipients(), 0, 0));
    assertThat(line.taken().recipients()).isEqualTo((int) sums.accepted());
    LOG.warn(
        "LINE: {}, {} repetitions blocked by retry keys", sums, line.counted("repeatsBlocked"));
  }

  private void assertThatRepeatedPushesAreExplained() {
    DeliveryAudit.Sums sums = audit.sums(Medium.FCM);
    assertThat(sums.refused()).as("refused pushes").isZero();
    assertThat(sums.accepted() + sums.unknown()).as("pushes").isEqualTo(sums.recipients());
    Map<String, Integer> repeats = new HashMap<>();
    site.providers()
        .fcm()
        .taken()
        .messages()
        .values()
        .forEach(
            message ->
                message
                    .counts()
                    .forEach((phone, count) -> repeats.merge(phone, count - 1, Integer::sum)));
    Map<String, Integer> explained = audit.explainedRepeats(Medium.FCM);
    assertThat(repeats)
        .allSatisfy(
            (phone, count) ->
                assertThat(count).isLessThanOrEqualTo(explained.getOrDefault(phone, 0)));
    int duplicates = site.providers().fcm().taken().duplicates();
    int unanswered = explained.values().stream().mapToInt(Integer::intValue).sum();
    assertThat((int) sums.unknown()).as("unknown pushes").isLessThanOrEqualTo(unanswered);
    assertThat(site.providers().fcm().taken().recipients())
        .isBetween((int) sums.accepted(), (int) sums.recipients());
    LOG.warn(
        "FCM: {}, {} repeated pushes, each after an answer that never came ({} such answers)",
        sums,
        duplicates,
        unanswered);
  }

  private void assertThatNoSirenSoundedTwice() {
    int unknown = 0;
    for (DeliveryAudit.RadioBatch batch : audit.radioBatches()) {
      int sounded = site.providers().radio().sirensSounded(batch.id().toString());
      assertThat(sounded).as("sirens of one broadcast").isLessThanOrEqualTo(1);
      unknown += batch.unknown();
    }
    int sounded = sirensSounded();
    assertThat(sounded).as("sirens, of those not unknown").isGreaterThanOrEqualTo(kills - unknown);
    LOG.warn(
        "radio: {}, {} sirens sounded, {} broadcasts unknown",
        audit.sums(Medium.RADIO),
        sounded,
        unknown);
  }

  private int sirensSounded() {
    return audit.radioBatches().stream()
        .mapToInt(batch -> site.providers().radio().sirensSounded(batch.id().toString()))
        .sum();
  }
}

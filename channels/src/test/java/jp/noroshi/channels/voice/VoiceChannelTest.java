package jp.noroshi.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.channels.simulator.VoiceSimulator;
import jp.noroshi.channels.voice.Callees.Callee;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceChannelTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:00:00Z");

  @TempDir private Path directory;
  private final Vertx vertx = Vertx.vertx();
  private VoiceSimulator telephone;

  @BeforeEach
  void start() {
    use(settings());
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static VoiceSimulator.Settings settings() {
    return VoiceSimulator.Settings.standard(
        VoiceSamples.ACCOUNT, VoiceSamples.TOKEN, VoiceSamples.FROM);
  }

  private void use(VoiceSimulator.Settings settings) {
    telephone = VoiceSimulator.start(vertx, settings, () -> NOW).await();
  }

  private DeliveryOutcome call(Callees callees) throws InterruptedException {
    return call(VoiceSamples.config(telephone.uri(), directory), callees);
  }

  private static DeliveryOutcome call(VoiceConfig config, Callees callees)
      throws InterruptedException {
    DeliveryBatch batch =
        new DeliveryBatch(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Mode.DRILL,
            VoiceSamples.notice(),
            new Recipients.Addresses(List.of("call-1")),
            1,
            false,
            NOW.plusSeconds(600));
    try (VoiceChannel channel = new VoiceChannel(Mode.DRILL, config, callees, () -> NOW)) {
      List<DeliveryResult.Part> parts = channel.deliver(batch).parts();
      assertThat(parts).hasSize(1);
      return parts.getFirst().outcome();
    }
  }

  @Test
  void theNumberIsLookedUpAtTheMomentOfTheCallAndAcceptedNamesTheCall()
      throws InterruptedException {
    assertThat(call(address -> new Callee.At(address.equals("call-1") ? VoiceSamples.FIRST : "")))
        .isInstanceOfSatisfying(
            Accepted.class, it -> assertThat(it.reference().orElseThrow()).startsWith("CA"));
    assertThat(telephone.taken().messages().values().iterator().next().counts())
        .containsOnlyKeys(VoiceSamples.FIRST);
  }

  @Test
  void whereThereIsNoNumberNobodyIsCalled() throws InterruptedException {
    RecipientGone gone = new RecipientGone(DeliveryReason.UNREGISTERED);
    assertThat(call(_ -> new Callee.Nowhere())).isEqualTo(gone);
    assertThat(call(_ -> new Callee.At("0558-76-0000"))).isEqualTo(gone);
    assertThat(call(_ -> new Callee.Closed()))
        .isEqualTo(new RetryLater(NOW.plusSeconds(30), DeliveryReason.UNAUTHORISED));
    assertThat(telephone.counted("requests")).isZero();
  }

  @Test
  void aNumberOfOursThatIsNotTheAccountsIsForAnOfficerToPutRight() throws InterruptedException {
    use(
        VoiceSimulator.Settings.standard(
            VoiceSamples.ACCOUNT, VoiceSamples.TOKEN, "+810000000009"));
    assertThat(call(_ -> new Callee.At(VoiceSamples.FIRST)))
        .isEqualTo(new RetryLater(NOW.plusSeconds(30), DeliveryReason.UNAUTHORISED));
    assertThat(telephone.taken().recipients()).isZero();
  }

  @Test
  void tooFastIsTriedAgain() throws InterruptedException {
    use(settings().withRequestsPerSecond(1));
    assertThat(call(_ -> new Callee.At(VoiceSamples.FIRST))).isInstanceOf(Accepted.class);
    assertThat(call(_ -> new Callee.At(VoiceSamples.FIRST)))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.reason()).isEqualTo(DeliveryReason.RATE_LIMITED));
  }

  @Test
  void wrongCredentialsLoseNobody() throws InterruptedException {
    use(
        VoiceSimulator.Settings.standard(
            "AC" + "1".repeat(32), VoiceSamples.TOKEN, VoiceSamples.FROM));
    assertThat(call(_ -> new Callee.At(VoiceSamples.FIRST)))
        .isEqualTo(new RetryLater(NOW.plusSeconds(30), DeliveryReason.UNAUTHORISED));
  }

  @Test
  void whatIsForManyIsNoCall() throws InterruptedException {
    DeliveryBatch batch =
        new DeliveryBatch(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Mode.DRILL,
            VoiceSamples.notice(),
            new Recipients.Everyone(),
            1,
            false,
            NOW.plusSeconds(600));
    try (VoiceChannel channel =
        new VoiceChannel(
            Mode.DRILL,
            VoiceSamples.config(telephone.uri(), directory),
            _ -> new Callee.Nowhere(),
            () -> NOW)) {
      assertThat(channel.deliver(batch))
          .isEqualTo(DeliveryResult.whole(new Refused(DeliveryReason.INVALID_MESSAGE)));
    }
  }

  @Test
  void oneCallIsOneRequestAndTheQueueIsTheHubs() {
    try (VoiceChannel channel =
        new VoiceChannel(
            Mode.DRILL,
            VoiceSamples.config(telephone.uri(), directory),
            _ -> new Callee.Nowhere(),
            InstantSource.system())) {
      assertThat(channel.limits().batchSize()).isEqualTo(1);
      assertThat(channel.limits().batchesPerSecond()).isEqualTo(1.0);
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> settings("AC1", VoiceSamples.FROM, null))
        .hasMessageContaining("accountSid");
    assertThatThrownBy(() -> settings(VoiceSamples.ACCOUNT, "0558760000", null))
        .hasMessageContaining("from");
    assertThatThrownBy(
            () -> settings(VoiceSamples.ACCOUNT, VoiceSamples.FROM, Duration.ofSeconds(1)))
        .hasMessageContaining("ringFor");
    assertThat(settings(VoiceSamples.ACCOUNT, VoiceSamples.FROM, null).endpoint())
        .isEqualTo(URI.create("https://api.twilio.com"));
  }

  private static VoiceConfig settings(String account, String from, Duration ringFor) {
    return new VoiceConfig(
        null, account, new Secret("env:NONE"), from, null, null, null, ringFor, Optional.empty());
  }
}

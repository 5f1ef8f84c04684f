package jp.noroshi.opsconsole.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.channels.fcm.FcmConfig;
import jp.noroshi.channels.line.LineConfig;
import jp.noroshi.channels.radio.RadioConfig;
import jp.noroshi.channels.simulator.FcmSimulator;
import jp.noroshi.channels.simulator.LineSimulator;
import jp.noroshi.channels.simulator.LineTalk;
import jp.noroshi.channels.simulator.MasterStationSimulator;
import jp.noroshi.channels.simulator.VoiceSimulator;
import jp.noroshi.channels.voice.VoiceConfig;
import jp.noroshi.core.config.Secret;

/**
 * Stand-ins for LINE, FCM, the telephone and the master station, reached over real HTTP like the
 * providers themselves, and the settings by which a hub reaches them.
 */
public final class SimulatedProviders {

  private static final String LINE_TOKEN = "simulated-line-token";
  private static final String LINE_CHANNEL_SECRET = "simulated-line-channel-secret";
  private static final String RADIO_TOKEN = "simulated-radio-token";
  private static final String VOICE_TOKEN = "simulated-voice-token";

  /** Invented, like the number that calls. */
  private static final String VOICE_ACCOUNT = "AC" + "0".repeat(32);

  private static final String VOICE_NUMBER = "+810000000000";
  private static final Duration RING = Duration.ofMillis(20);

  /** Nobody in a drill waits for a queue of a provider. */
  private static final double CALLS_PER_SECOND = 20;

  private static final long SEED = 1;

  private final DataDirectory directory;
  private final LineSimulator line;
  private final FcmSimulator fcm;
  private final MasterStationSimulator radio;
  private final VoiceSimulator voice;
  private final FcmSimulator.Credentials credentials;

  private SimulatedProviders(
      DataDirectory directory,
      LineSimulator line,
      FcmSimulator fcm,
      MasterStationSimulator radio,
      VoiceSimulator voice)
      throws IOException {
    this.directory = directory;
    this.line = line;
    this.fcm = fcm;
    this.radio = radio;
    this.voice = voice;
    this.credentials = fcm.writeCredentials(directory.path().resolve("secrets"));
  }

  /**
   * Starts them on free ports of the loopback.
   *
   * @param directory keeps the credentials they demand
   * @param radioSpeed how many seconds of broadcast pass in one second
   */
  public static SimulatedProviders start(
      Vertx vertx, DataDirectory directory, double radioSpeed, Clock clock) {
    String lineToken = directory.randomSecret(LINE_TOKEN).reveal();
    directory.randomSecret(LINE_CHANNEL_SECRET);
    String radioToken = directory.randomSecret(RADIO_TOKEN).reveal();
    MasterStationSimulator.Setting setting =
        new MasterStationSimulator.Setting(0, radioToken, radioSpeed, false, SEED);
    VoiceSimulator.Settings telephone =
        new VoiceSimulator.Settings(
            0,
            VOICE_ACCOUNT,
            directory.randomSecret(VOICE_TOKEN).reveal(),
            VOICE_NUMBER,
            Integer.MAX_VALUE,
            RING,
            SEED);
    try {
      return new SimulatedProviders(
          directory,
          LineSimulator.start(vertx, 0, lineToken).await(),
          FcmSimulator.start(vertx, 0).await(),
          MasterStationSimulator.start(vertx, setting, clock).await(),
          VoiceSimulator.start(vertx, telephone, clock).await());
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated credentials cannot be written", e);
    }
  }

  /** Returns how the hub reaches the simulated LINE. */
  public LineConfig lineConfig() {
    return new LineConfig(
        line.uri(),
        directory.secret(LINE_TOKEN),
        null,
        null,
        null,
        directory.secret(LINE_CHANNEL_SECRET));
  }

  /** Lets invented people answer a hub in the talk of the simulated LINE. */
  public LineTalk talkWith(URI hub) {
    return line.talk(hub.resolve("/line/webhook"), directory.secret(LINE_CHANNEL_SECRET).reveal());
  }

  /** Returns how the hub reaches the simulated FCM. */
  public FcmConfig fcmConfig() {
    return new FcmConfig(
        new Secret("file:" + credentials.serviceAccount()),
        Optional.of(fcm.uri()),
        Optional.of(credentials.certificate()),
        null,
        null,
        null,
        false);
  }

  /** Returns how the hub reaches the simulated master station. */
  public RadioConfig radioConfig() {
    return new RadioConfig(
        radio.address(), directory.secret(RADIO_TOKEN), Duration.ofSeconds(5), false, true, true);
  }

  /** Returns how the hub reaches the simulated telephone. */
  public VoiceConfig voiceConfig() {
    return new VoiceConfig(
        voice.uri(),
        VOICE_ACCOUNT,
        directory.secret(VOICE_TOKEN),
        VOICE_NUMBER,
        CALLS_PER_SECOND,
        null,
        null,
        null,
        Optional.empty());
  }

  /** Returns the simulated LINE, for fault orders and for counting what it took. */
  public LineSimulator line() {
    return line;
  }

  /** Returns the simulated FCM, for fault orders and for counting what it took. */
  public FcmSimulator fcm() {
    return fcm;
  }

  /** Returns the simulated master station, for fault orders and for counting what it took. */
  public MasterStationSimulator radio() {
    return radio;
  }

  /** Returns the simulated telephone, for fault orders, for those who are called, for counting. */
  public VoiceSimulator voice() {
    return voice;
  }
}

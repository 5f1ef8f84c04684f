package jp.noroshi.channels.fcm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.noroshi.channels.simulator.FcmSimulator;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.message.Rendering;

/** Notifications and settings that tests share. */
final class PushSamples {

  private PushSamples() {}

  static FcmConfig config(FcmSimulator fcm, Path directory, Duration timeout) throws IOException {
    FcmSimulator.Credentials credentials = fcm.writeCredentials(directory);
    return new FcmConfig(
        new Secret("file:" + credentials.serviceAccount()),
        Optional.of(fcm.uri()),
        Optional.of(credentials.certificate()),
        null,
        null,
        timeout,
        false);
  }

  static Rendering.Push landslide(Instant expiresAt) {
    return push("【訓練】避難指示(土砂災害)", "いますぐ避難してください。", true, expiresAt);
  }

  static Rendering.Push push(String title, String body, boolean urgent, Instant expiresAt) {
    return new Rendering.Push(
        Mode.DRILL,
        "ja",
        Hazard.LANDSLIDE,
        Optional.of(AlertLevel.FOUR),
        title,
        body,
        "thread-1",
        urgent,
        "https://bousai.example.jp/alerts/1",
        expiresAt);
  }
}

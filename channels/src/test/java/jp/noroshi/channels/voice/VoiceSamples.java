package jp.noroshi.channels.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.message.Rendering;

/** An invented account and what it says. */
final class VoiceSamples {

  static final String ACCOUNT = "AC" + "0".repeat(32);
  static final String TOKEN = "voice-token-of-this-test";
  static final String FROM = "+810000000000";
  static final String FIRST = "+810000000001";
  static final String SECOND = "+810000000002";
  static final String ANSWER = "https://bousai.example.jp/voice/abc?lang=en&x=1";

  private VoiceSamples() {}

  static VoiceConfig config(URI endpoint, Path directory) {
    try {
      Path token = Files.writeString(directory.resolve("token"), TOKEN);
      return new VoiceConfig(
          endpoint,
          ACCOUNT,
          new Secret("file:" + token),
          FROM,
          null,
          null,
          Duration.ofSeconds(1),
          null,
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that asks nothing. */
  static Rendering.Voice notice() {
    return new Rendering.Voice(
        Mode.DRILL, "ja", "これは訓練です。韮山地区", "これは訓練です。ニラヤマチク", Optional.empty());
  }
}

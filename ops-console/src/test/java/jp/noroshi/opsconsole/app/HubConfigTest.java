package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.noroshi.core.alert.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubConfigTest {

  private static final Path SHIPPED =
      Path.of(System.getProperty("noroshi.root", ".."), "config", "noroshi.yaml");

  @TempDir Path directory;

  @Test
  void theShippedSettingsAreThoseOfALiveHub() {
    HubConfig config = HubConfig.load(SHIPPED);
    assertThat(config.mode()).isEqualTo(Mode.LIVE);
    assertThat(config.followsJmaFeed()).isTrue();
    assertThat(config.line()).isPresent();
    assertThat(config.fcm()).isPresent();
    assertThat(config.radio()).isPresent();
  }

  @Test
  void everyFileTheShippedSettingsNameIsShippedToo() {
    HubConfig config = HubConfig.load(SHIPPED);
    assertThat(config.municipality()).exists();
    assertThat(config.districts()).exists();
    assertThat(config.templates()).isDirectory();
    assertThat(config.sirens()).exists();
    assertThat(config.intakeRules()).exists();
  }

  @Test
  void aPathIsMeantBesideTheFileThatNamesItHoweverDeepItStands() throws IOException {
    String settings =
        Files.readString(SHIPPED)
            .replaceFirst("(?m)^baseMap:$", "$0\n  city: {file: city.pmtiles, attribution: 市}")
            .replaceFirst("(?m)^roads:$", "$0\n  heights: /srv/heights");
    HubConfig config = HubConfig.load(Files.writeString(directory.resolve("hub.yaml"), settings));
    assertThat(config.districts()).startsWithRaw(directory);
    assertThat(config.baseMap().orElseThrow().city().orElseThrow().file())
        .isEqualTo(directory.resolve("city.pmtiles"));
    assertThat(config.roads().orElseThrow().heights()).contains(Path.of("/srv/heights"));
  }

  @Test
  void printingSettingsShowsNoSecret() {
    assertThat(HubConfig.load(SHIPPED).toString()).contains("env:NOROSHI_LINE_TOKEN");
  }

  @Test
  void aMisspelledSettingIsRefusedByItsName() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("hub.yaml"), Files.readString(SHIPPED) + "\nlien: {}\n");
    assertThatThrownBy(() -> HubConfig.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lien");
  }

  @Test
  void aSecretWrittenInTheWrongPlaceIsRefusedWithoutBeingRepeated() throws IOException {
    String settings = Files.readString(SHIPPED).replace("env:NOROSHI_LINE_TOKEN", "s3cr3t");
    Path file = Files.writeString(directory.resolve("hub.yaml"), settings);
    assertThatThrownBy(() -> HubConfig.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("env:NAME")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aDrillDoesNotFollowJmaUnlessToldTo() throws IOException {
    String settings =
        Files.readString(SHIPPED)
            .replace("mode: LIVE", "mode: DRILL")
            .replace("followJmaFeed: true", "");
    Path file = Files.writeString(directory.resolve("hub.yaml"), settings);
    assertThat(HubConfig.load(file).followsJmaFeed()).isFalse();
  }
}

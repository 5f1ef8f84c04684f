package jp.noroshi.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MunicipalitySettingsTest {

  private static final String SMALL =
      """
      name: 見本市
      kana: みほんし
      code: "22225"
      jmaCode: "2222500"
      speakerName: ぼうさい見本市
      baseUrl: http://127.0.0.1:8080
      districts:
        - {code: 22225-01, name: 東, kana: ひがし}
        - {code: 22225-02, name: 西, kana: にし}
      """;

  @TempDir Path directory;

  @Test
  void theSampleMunicipalityCanBeRead() {
    MunicipalitySettings sample =
        MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
    assertThat(sample.name()).isEqualTo("伊豆の国市");
    assertThat(sample.districts()).hasSizeGreaterThan(10);
  }

  @Test
  void itsOwnCodesMeanAllDistricts() throws IOException {
    MunicipalitySettings town = load(SMALL);
    assertThat(town.districtsOf(new AreaCode("22225"))).hasSize(2);
    assertThat(town.districtsOf(new AreaCode("2222500"))).hasSize(2);
    assertThat(town.districtsOf(new AreaCode("22225-02"))).hasSize(1);
    assertThat(town.districtsOf(new AreaCode("22226"))).isEmpty();
  }

  @Test
  void aMisspelledSettingIsRefusedWithItsLineAndName() {
    assertThatThrownBy(() -> load(SMALL + "speekerName: ぼうさい\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("municipality.yaml, line ")
        .hasMessageContaining("speekerName");
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> load(SMALL.replace("kana: みほんし\n", "")))
        .hasMessageContaining("kana: is missing");
  }

  @Test
  void aDistrictOfElsewhereIsRefused() {
    assertThatThrownBy(() -> load(SMALL.replace("22225-02", "22226-02")))
        .hasMessageContaining("22226-02");
  }

  @Test
  void twoDistrictsWithOneCodeAreRefused() {
    assertThatThrownBy(() -> load(SMALL.replace("22225-02", "22225-01")))
        .hasMessageContaining("twice");
  }

  private MunicipalitySettings load(String yaml) throws IOException {
    return MunicipalitySettings.load(
        Files.writeString(directory.resolve("municipality.yaml"), yaml));
  }
}

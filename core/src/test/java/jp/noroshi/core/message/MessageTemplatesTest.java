package jp.noroshi.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.config.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTemplatesTest {

  private static final List<String> LANGUAGES = List.of("ja", "en", "ja-x-easy");
  private static final String JAPANESE =
      """
      name: 日本語
      spoken: true
      words: {hello: こんにちは}
      texts:
        greeting: {title: "{{who}}へ", body: "{{who}}さん、こんにちは。", radio: こんにちは。}
      """;

  @TempDir Path directory;

  @Test
  void noLanguageLacksAText() {
    MessageTemplates templates =
        MessageTemplates.load(ProjectFiles.find("config/templates"), LANGUAGES);
    assertThat(templates.languages()).isEqualTo(LANGUAGES);
    assertThat(templates.spokenLanguages()).containsExactly("ja");
  }

  @Test
  void everyHazardHasItsWordsInEveryLanguage() {
    MessageTemplates templates =
        MessageTemplates.load(ProjectFiles.find("config/templates"), LANGUAGES);
    for (String language : LANGUAGES) {
      for (Hazard hazard : Hazard.values()) {
        assertThat(templates.word(language, "hazard-" + hazard)).isNotBlank();
        assertThat(templates.word(language, "reason-" + hazard)).isNotBlank();
      }
    }
  }

  @Test
  void everyIntakeRuleNamesATextThereIs() throws IOException {
    MessageTemplates templates =
        MessageTemplates.load(ProjectFiles.find("config/templates"), LANGUAGES);
    JsonNode rules =
        new YAMLMapper().readTree(ProjectFiles.find("config/intake-rules.yaml").toFile());
    assertThat(rules.findValuesAsText("template"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(templates.has(key)).as(key).isTrue());
  }

  @Test
  void aLanguageThatLacksATextIsRefusedByName() throws IOException {
    write("ja", JAPANESE);
    write("en", "name: English\nwords: {hello: Hello}\ntexts: {}\n");
    assertThatThrownBy(() -> MessageTemplates.load(directory, List.of("ja", "en")))
        .hasMessage("en.yaml lacks texts: [greeting]");
  }

  @Test
  void aLanguageThatLacksAWordIsRefusedByName() throws IOException {
    write("ja", JAPANESE);
    write("en", "name: English\ntexts: {greeting: {title: Hi, body: Hello}}\n");
    assertThatThrownBy(() -> MessageTemplates.load(directory, List.of("ja", "en")))
        .hasMessage("en.yaml lacks words: [hello]");
  }

  @Test
  void aSpokenLanguageSpeaksEveryText() throws IOException {
    write("ja", JAPANESE.replace(", radio: こんにちは。", ""));
    assertThatThrownBy(() -> MessageTemplates.load(directory, List.of("ja")))
        .hasMessage("ja.yaml lacks radio: [greeting]");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> MessageTemplates.load(directory, List.of("fr")))
        .hasMessageContaining("fr.yaml");
  }

  @Test
  void aSlotNobodyFillsIsAnErrorAndNotAHole() throws IOException {
    write("ja", JAPANESE);
    MessageTemplates templates = MessageTemplates.load(directory, List.of("ja"));
    assertThatThrownBy(() -> templates.write("greeting", "ja", Map.of()))
        .isInstanceOf(MustacheException.class)
        .hasMessageContaining("who");
  }

  @Test
  void whatFillsASlotIsNeverReadAsATemplate() throws IOException {
    write("ja", JAPANESE);
    MessageTemplates templates = MessageTemplates.load(directory, List.of("ja"));
    assertThat(templates.write("greeting", "ja", Map.of("who", "{{>all}}<b>&")).title())
        .isEqualTo("{{>all}}<b>&へ");
  }

  private void write(String language, String yaml) throws IOException {
    Files.writeString(directory.resolve(language + ".yaml"), yaml);
  }
}

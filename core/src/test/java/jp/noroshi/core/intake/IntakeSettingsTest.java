package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.noroshi.core.message.MessageTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeSettingsTest {
  @TempDir Path folder;

  @Test
  void theSampleIsRight() {
    IntakeSettings settings = IntakeBench.settings();

    assertThat(settings.rules()).isNotEmpty();
    assertThat(settings.oldWarnings()).isEqualTo(IntakeSettings.OldWarnings.AUTO);
    assertThat(settings.widerAreas().coasts()).hasSize(1);
  }

  @Test
  void theSampleNamesOnlyTextsThatExist() {
    Path templates = Path.of(System.getProperty("noroshi.root", ".."), "config", "templates");

    assertThat(IntakeBench.settings().templates())
        .allMatch(MessageTemplates.load(templates, List.of("ja"))::has);
  }

  @Test
  void anEmptyRuleListIgnoresEverything() throws IOException {
    assertThat(load("rules: []").rules()).isEmpty();
  }

  @Test
  void aRuleThatTellsNeedsMediaTemplateAndTime() {
    refuses("{name: 甲, then: DRAFT, template: alert, validFor: PT6H}", "規則「甲」: media");
    refuses("{name: 甲, then: DRAFT, media: [WEB], validFor: PT6H}", "規則「甲」: template");
    refuses("{name: 甲, then: DRAFT, media: [WEB], template: alert}", "規則「甲」: validFor");
    refuses("{name: 甲, media: [WEB], template: alert, validFor: PT6H}", "規則「甲」: then");
    refuses("{then: IGNORE}", "name");
  }

  @Test
  void aRuleThatSendsByItselfMustNameItsHazards() {
    refuses("{name: 甲, then: SEND, media: [WEB], template: alert, validFor: PT6H}", "hazards を必ず");
  }

  @Test
  void quietHoursAreRefusedForHazardsOfWhichPeopleAreToldAtAnyHour() {
    refuses(
        "{name: 甲, when: {hazards: [TSUNAMI]}, then: IGNORE, quietHours: {from: '22:00', to: '06:00'}}",
        "quietHours");
    refuses("{name: 甲, then: IGNORE, quietHours: {from: '22:00', to: '06:00'}}", "quietHours");
  }

  @Test
  void aMisspelledFieldIsRefused() {
    refuses("{name: 甲, then: IGNORE, whne: {levels: [3]}}", "whne");
    refuses("{name: 甲, then: IGNORE, when: {levels: [6]}}", "6");
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    refuses("{name: 甲, then: IGNORE}, {name: 甲, then: IGNORE}", "規則「甲」が二つ");
  }

  private void refuses(String rules, String message) {
    assertThatThrownBy(() -> load("rules: [" + rules + "]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private IntakeSettings load(String yaml) throws IOException {
    return IntakeSettings.load(Files.writeString(folder.resolve("rules.yaml"), yaml));
  }
}

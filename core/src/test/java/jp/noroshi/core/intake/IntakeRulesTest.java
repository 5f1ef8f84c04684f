package jp.noroshi.core.intake;

import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;
import static jp.noroshi.core.alert.AlertBuilder.anAlert;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelThree;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelTwo;
import static jp.noroshi.core.alert.AlertBuilder.unlevelled;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.RuleDecision.Draft;
import jp.noroshi.core.intake.RuleDecision.Ignore;
import jp.noroshi.core.intake.RuleDecision.SendByItself;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeRulesTest {
  private static final AreaCode HERE = new AreaCode("2222500");
  private static final Instant MIDNIGHT = Instant.parse("2026-08-13T15:00:00Z");
  private static final AlertKind FIRE =
      unlevelled("confirmed", "建物火災", Hazard.FIRE, KindState.ISSUED);
  private static final AlertKind RAIN_FOUR =
      new AlertKind(
          "43", "レベル４大雨危険警報", Hazard.HEAVY_RAIN, Optional.of(AlertLevel.FOUR), KindState.ISSUED);

  @TempDir Path folder;

  private IntakeRules rules(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.yaml"), "rules:\n" + yaml);
    return new IntakeRules(IntakeSettings.load(file));
  }

  private static StoredAlert alert(Instant time, AlertKind... kinds) {
    Alert alert = anAlert().sent(time).kind(kinds).build();
    List<KindChange> changes =
        Arrays.stream(kinds)
            .map(kind -> new ConcernedKind(HERE, "伊豆の国市", true, kind, List.of(HERE)))
            .map(concerned -> new KindChange(concerned, Change.BEGAN, time))
            .toList();
    return new StoredAlert(UUID.randomUUID(), Mode.LIVE, alert, time, changes, Optional.empty());
  }

  @Test
  void theFirstRuleThatFitsDecides() throws IOException {
    IntakeRules rules =
        rules(
            """
            - {name: 甲, when: {levels: [3]}, then: IGNORE, because: 見送り}
            - {name: 乙, when: {levels: [3]}, then: DRAFT, media: [WEB], template: alert, validFor: PT1H}
            """);

    assertThat(rules.decide(alert(NINE_O_CLOCK, landslideLevelThree(KindState.ISSUED)), List.of()))
        .isEqualTo(new Ignore("見送り"));
  }

  @Test
  void whatNoRuleFitsIsIgnoredWithTheReason() throws IOException {
    IntakeRules rules = rules("  []");

    assertThat(rules.decide(alert(NINE_O_CLOCK, FIRE), List.of()))
        .isInstanceOfSatisfying(
            Ignore.class, ignore -> assertThat(ignore.reason()).contains("規則がない"));
  }

  @Test
  void quietHoursAreNeverAppliedToLevelThreeAndAbove() throws IOException {
    IntakeRules rules =
        rules(
            """
            - name: 土砂災害
              when: {hazards: [LANDSLIDE]}
              then: DRAFT
              media: [WEB]
              template: alert
              validFor: PT1H
              quietHours: {from: "22:00", to: "06:00"}
            """);

    assertThat(rules.decide(alert(MIDNIGHT, landslideLevelThree(KindState.ISSUED)), List.of()))
        .isInstanceOf(Draft.class);
    assertThat(rules.decide(alert(MIDNIGHT, landslideLevelTwo(KindState.ISSUED)), List.of()))
        .isInstanceOf(Ignore.class);
    assertThat(rules.decide(alert(NINE_O_CLOCK, landslideLevelTwo(KindState.ISSUED)), List.of()))
        .isInstanceOf(Draft.class);
  }

  @Test
  void whatIsPartlyForAPersonIsAllForAPerson() throws IOException {
    IntakeRules rules =
        rules(
            """
            - {name: 火災, when: {hazards: [FIRE]}, then: SEND, media: [WEB], template: fire-started, validFor: PT1H}
            - {name: 大雨, when: {levels: [4]}, then: DRAFT, media: [RADIO], template: alert-level, validFor: PT1H}
            """);

    assertThat(rules.decide(alert(NINE_O_CLOCK, FIRE), List.of())).isInstanceOf(SendByItself.class);
    assertThat(rules.decide(alert(NINE_O_CLOCK, RAIN_FOUR, FIRE), List.of()))
        .isInstanceOfSatisfying(
            Draft.class,
            draft -> {
              assertThat(draft.telling().rule()).isEqualTo("大雨");
              assertThat(draft.telling().changes()).hasSize(2);
              assertThat(draft.telling().media())
                  .containsExactlyInAnyOrder(Medium.WEB, Medium.RADIO);
            });
  }

  @Test
  void whatWasToldMayBeToldAgainAfterTheLimit() throws IOException {
    IntakeRules rules =
        rules(
            """
            - {name: 大雨, when: {levels: [4]}, then: DRAFT, media: [WEB], template: alert-level, validFor: PT1H, repeatLimit: PT30M}
            """);
    PastTelling past =
        new PastTelling(Hazard.HEAVY_RAIN, "43", Optional.of(AlertLevel.FOUR), false, NINE_O_CLOCK);

    assertThat(
            rules.decide(
                alert(NINE_O_CLOCK.plus(Duration.ofMinutes(29)), RAIN_FOUR), List.of(past)))
        .isInstanceOf(Ignore.class);
    assertThat(
            rules.decide(
                alert(NINE_O_CLOCK.plus(Duration.ofMinutes(30)), RAIN_FOUR), List.of(past)))
        .isInstanceOf(Draft.class);
  }
}

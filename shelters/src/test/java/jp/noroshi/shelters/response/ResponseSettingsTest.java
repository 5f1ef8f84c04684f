package jp.noroshi.shelters.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import org.junit.jupiter.api.Test;

class ResponseSettingsTest {

  private static SupportTask task(boolean group) {
    return new SupportTask(
        new UUID(1, 1), new UUID(2, 2), group, 0, TaskState.PLANNED, Optional.empty());
  }

  @Test
  void whatIsLeftOutIsTheUsual() {
    assertThat(ResponseSettings.USUAL.startsAt(AlertLevel.THREE)).isTrue();
    assertThat(ResponseSettings.USUAL.startsAt(AlertLevel.TWO)).isFalse();
  }

  @Test
  void aGroupMayHaveMoreTimeThanAPerson() {
    ResponseSettings settings =
        new ResponseSettings(
            4, Duration.ofMinutes(5), Duration.ofMinutes(15), null, null, null, null, null);
    assertThat(settings.answerWithin(task(false))).hasMinutes(5);
    assertThat(settings.answerWithin(task(true))).hasMinutes(15);
    assertThat(settings.startsAt(AlertLevel.THREE)).isFalse();
  }

  @Test
  void aTimeOfNothingIsRefusedByItsName() {
    assertThatThrownBy(
            () -> new ResponseSettings(3, null, null, Duration.ZERO, null, null, null, null))
        .hasMessageContaining("response.claimWithin");
  }

  @Test
  void aLevelNoOrderHasIsRefused() {
    assertThatThrownBy(() -> new ResponseSettings(2, null, null, null, null, null, null, null))
        .hasMessageContaining("response.startLevel");
  }
}

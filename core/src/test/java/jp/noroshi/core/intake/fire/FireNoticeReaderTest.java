package jp.noroshi.core.intake.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FireNoticeReaderTest {
  private static final Sample BROKEN_OUT = Sample.of("fire/broken_out.json");

  @Test
  void readsAFireThatBrokeOut() {
    Alert alert = BROKEN_OUT.read();

    assertThat(alert.status()).isEqualTo(AlertStatus.EXERCISE);
    assertThat(alert.messageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.identifier()).isEqualTo("F2026-0901-1");
    assertThat(alert.sent()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(alert.event()).isEqualTo("建物火災(発生)");
    assertThat(alert.headline()).isEqualTo("9時0分ごろ、長岡一丁目、長岡公園付近で、建物火災が発生しました。");
    assertThat(alert.areas().getFirst().code()).contains(new AreaCode("22225"));
    assertThat(alert.areas().getFirst().kinds())
        .containsExactly(
            new AlertKind("confirmed", "建物火災", Hazard.FIRE, Optional.empty(), KindState.ISSUED));
  }

  @Test
  void liftsAFireThatIsOut() {
    Alert alert = Sample.of("fire/out.json").read();

    assertThat(alert.messageType()).isEqualTo(MessageType.UPDATE);
    assertThat(alert.areas().getFirst().kinds().getFirst().state()).isEqualTo(KindState.LIFTED);
    assertThat(alert.headline()).isEqualTo("長岡一丁目、長岡公園付近の建物火災は、11時30分に鎮火しました。");
    assertThat(alert.stream()).isEqualTo(BROKEN_OUT.read().stream());
  }

  @Test
  void cancelsAFalseAlarm() {
    Alert alert = Sample.of("fire/false_alarm.json").read();

    assertThat(alert.messageType()).isEqualTo(MessageType.CANCEL);
    assertThat(alert.areas().getFirst().kinds().getFirst().state().isInForce()).isFalse();
    assertThat(alert.headline()).contains("誤報");
    assertThat(alert.description()).contains("まだ確認していません");
  }

  @ParameterizedTest
  @CsvSource({"建物, 建物火災", "林野, 林野火災", "車両, 車両火災", "その他, 火災"})
  void knowsEveryKind(String kind, String event) {
    assertThat(BROKEN_OUT.with("建物", kind).read().event()).isEqualTo(event + "(発生)");
  }

  @Test
  void lowersAFireUnderControl() {
    Alert alert = BROKEN_OUT.with("発生", "鎮圧").read();

    assertThat(alert.areas().getFirst().kinds().getFirst().state()).isEqualTo(KindState.LOWERED);
    assertThat(alert.messageType()).isEqualTo(MessageType.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "status", "sender", "time", "place", "kind", "phase", "confirmed"})
  void namesTheFieldThatIsMissing(String name) {
    Sample incomplete =
        new Sample(
            BROKEN_OUT
                .text()
                .replaceAll("(?m)^  \"" + name + "\": .*\n", "")
                .replaceAll(",\n}", "\n}"));

    assertThat(incomplete.refused().refusal()).isEqualTo(Refusal.BREAKS_THE_FORMAT);
    assertThat(incomplete.refused().detail()).contains("「" + name + "」");
  }

  @Test
  void mayLeaveOutCodeAndLandmark() {
    Sample bare =
        new Sample(BROKEN_OUT.text().replaceAll("(?m)^  \"(areaCode|landmark)\": .*\n", ""));

    assertThat(bare.read().areas().getFirst().code()).isEmpty();
    assertThat(bare.read().headline()).contains("長岡一丁目で、");
  }

  @Test
  void namesTheFieldItDoesNotKnow() {
    assertThat(BROKEN_OUT.with("landmark", "landMark").refused().detail()).contains("「landMark」");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-09-01T09:00:00+09:00\" | \"2026-09-01T09:00:00\"",
        "\"建物\" | \"船舶\"",
        "\"発生\" | \"延焼\"",
        "\"exercise\" | \"訓練\"",
        "true | \"true\"",
        "true | 1",
        "true | null",
        "\"22225\" | 22225",
        "\"22225\" | \"伊豆の国\"",
        "\"長岡公園\" | [\"長岡公園\"]",
        "\"長岡公園\" | {\"name\": \"長岡公園\"}",
        "\"長岡公園\" | \" \""
      })
  void refusesAValueOfAnotherForm(String piece, String replacement) {
    assertThat(BROKEN_OUT.with(piece, replacement).refused().refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"長岡1234番地", "長岡一丁目12番3号", "長岡1-2-3", "長岡１２番地の３"})
  void refusesAPlaceThatNamesAHousehold(String place) {
    assertThat(BROKEN_OUT.with("長岡一丁目", place).refused().detail()).contains("丁目まで");
  }

  @ParameterizedTest
  @ValueSource(strings = {"六番町", "国道136号沿い", "長岡", "韮山山木"})
  void acceptsPlacesThatOnlyLookLikeHouseNumbers(String place) {
    assertThat(BROKEN_OUT.with("長岡一丁目", place).read().areas().getFirst().name()).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"id\":", "{\"id\" \"a\"}", "{} {}", "{\"id\":\"a\",\"id\":\"b\"}"})
  void refusesBrokenJson(String text) {
    assertThat(new Sample(text).refused().refusal()).isEqualTo(Refusal.BROKEN_JSON);
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(Sample.refused(BROKEN_OUT.bytes(Charset.forName("Shift_JIS"))).refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
  }

  @Test
  void refusesAnObjectInsideAnObjectHoweverDeep() {
    assertThat(new Sample("{\"id\":".repeat(100_000)).refused().refusal())
        .isIn(Refusal.BREAKS_THE_FORMAT, Refusal.BROKEN_JSON);
  }
}

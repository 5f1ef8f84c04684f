package jp.noroshi.core.intake.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShelterNoticeReaderTest {

  private static final Sample OPENED = Sample.of("opening/opened.json");

  @Test
  void readsWhichSheltersOpenedWhere() {
    Alert alert = OPENED.read();
    assertThat(alert.format()).isEqualTo(AlertFormat.SHELTER_OPENING);
    assertThat(alert.status()).isEqualTo(AlertStatus.EXERCISE);
    assertThat(alert.sent()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(alert.headline()).isEqualTo("2か所の避難所を開設しました。");
    AlertArea city = alert.areas().getFirst();
    assertThat(city.municipal()).isTrue();
    assertThat(city.code()).contains(new AreaCode("22225"));
    assertThat(city.kinds())
        .containsExactly(
            new AlertKind("opened", "避難所の開設", Hazard.OTHER, Optional.empty(), KindState.ISSUED));
    assertThat(alert.areas().stream().skip(1).map(AlertArea::name))
        .containsExactly("長岡若葉小学校", "古奈みどり公民館");
  }

  @ParameterizedTest
  @EnumSource(ShelterNews.class)
  void readsWhatTheHubWrites(ShelterNews news) {
    ShelterNotice notice =
        new ShelterNotice(
            "1",
            Mode.LIVE,
            "見本市",
            Instant.parse("2026-09-01T00:00:00Z"),
            new AreaCode("22225"),
            news,
            List.of("見本\"小学校"));
    assertThat(new AlertReaders().read(notice.toBytes()))
        .containsExactly(new Reading.Read(notice.toAlert()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "news": "opened"               | "news": "open"                 | news「open」
          "news": "opened"               | "news": 5                      | 「news」
          "status": "exercise"           | "status": "test"               | status「test」
          "time": "2026-09-01T00:00:00Z" | "time": "9時"                  | time「9時」
          "areaCode": "22225"            | "areaCode": "伊豆"             | areaCode「伊豆」
          "長岡若葉小学校"               | ""                             | 「shelters」
          "sender"                       | "from"                         | from
          """)
  void refusesWhatBreaksTheForm(String piece, String other, String named) {
    Reading.Refused refused = OPENED.with(piece, other).refused();
    assertThat(refused.refusal()).isEqualTo(Refusal.BREAKS_THE_FORMAT);
    assertThat(refused.detail()).contains(named);
  }

  @Test
  void refusesBrokenJson() {
    assertThat(OPENED.with("]\n}", "]").refused().refusal()).isEqualTo(Refusal.BROKEN_JSON);
    assertThat(new Sample(OPENED.text() + "{}").refused().refusal()).isEqualTo(Refusal.BROKEN_JSON);
  }
}

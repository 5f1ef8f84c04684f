package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.Sample.kind;
import static jp.noroshi.core.intake.Sample.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmaTelegramReaderTest {
  private static final String CITIES = "（市町村等）";
  private static final String IZUNOKUNI = "2222500";
  private static final Sample LEVEL_4 = Sample.of("jma/landslide_level4.xml");
  private static final Sample LIFTED = Sample.of("jma/landslide_lifted.xml");

  @Test
  void readsTheHeader() {
    Alert alert = LEVEL_4.read();

    assertThat(alert.telegramType()).isEqualTo("VPWW56");
    assertThat(alert.identifier()).isEqualTo("VPWW56-220000-20260901T000000Z");
    assertThat(alert.stream()).isEqualTo("VPWW56/220000");
    assertThat(alert.sender()).isEqualTo("静岡地方気象台");
    assertThat(alert.sent()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(alert.written()).isEqualTo(Instant.parse("2026-09-01T00:00:10Z"));
    assertThat(alert.event()).isEqualTo("静岡県土砂災害警報・注意報");
    assertThat(alert.references()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"通常, ACTUAL", "訓練, EXERCISE", "試験, TEST"})
  void keepsExercisesAndTestsApart(String word, AlertStatus status) {
    Sample telegram = LEVEL_4.with("<Status>訓練</Status>", "<Status> " + word + "\n</Status>");

    assertThat(telegram.read().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "本番", "通常 訓練"})
  void refusesAStatusThatMayMeanAnything(String word) {
    Sample telegram = LEVEL_4.with("<Status>訓練</Status>", "<Status>" + word + "</Status>");

    assertThat(telegram.refused().refusal()).isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @Test
  void refusesASecondStatus() {
    Sample telegram = LEVEL_4.with("<Status>訓練</Status>", "<Status>訓練</Status><Status>通常</Status>");

    assertThat(telegram.refused().detail()).contains("Status").contains("二つ");
  }

  @Test
  void readsTheMunicipalLayerAndMarksIt() {
    Alert alert = LEVEL_4.read();

    assertThat(kind(alert, CITIES, IZUNOKUNI))
        .isEqualTo(
            new AlertKind(
                "49",
                "レベル４土砂災害危険警報",
                Hazard.LANDSLIDE,
                Optional.of(AlertLevel.FOUR),
                KindState.RAISED));
    assertThat(kind(alert, CITIES, "2222200").state()).isEqualTo(KindState.CONTINUED);
    assertThat(alert.areas().stream().filter(AlertArea::municipal)).hasSize(3);
    assertThat(alert.areas()).hasSize(6);
    assertThat(alert.findHighestLevel()).contains(AlertLevel.FOUR);
  }

  @Test
  void saysThatNothingIsInForceInAMunicipalityOfAWarnedRegion() {
    AlertKind kind = kind(LEVEL_4.read(), CITIES, "2220500");

    assertThat(kind.state()).isEqualTo(KindState.NONE);
    assertThat(kind.code()).isEmpty();
    assertThat(kind.name()).isEmpty();
    assertThat(kind.level()).isEmpty();
  }

  @Test
  void liftsAKindThatKeepsItsCode() {
    Alert alert = LIFTED.read();

    assertThat(kind(alert, CITIES, IZUNOKUNI).code()).isEqualTo("49");
    assertThat(kind(alert, CITIES, IZUNOKUNI).state()).isEqualTo(KindState.LIFTED);
    assertThat(alert.findHighestLevel()).isEmpty();
    assertThat(alert.messageType()).isEqualTo(MessageType.UPDATE);
  }

  @Test
  void takesACancelForAMistakeAndNotForALift() {
    Alert alert = Sample.of("jma/landslide_cancelled.xml").read();

    assertThat(alert.messageType()).isEqualTo(MessageType.CANCEL);
    assertThat(alert.areas()).isEmpty();
    assertThat(alert.description()).contains("取り消します");
  }

  @Test
  void showsNothingAsInForceWhereACancelRepeatsTheOldContent() {
    Alert alert = LEVEL_4.with("<InfoType>発表", "<InfoType>取消").read();

    assertThat(alert.messageType()).isEqualTo(MessageType.CANCEL);
    assertThat(alert.areas()).isEmpty();
    assertThat(alert.stream()).isEqualTo(LEVEL_4.read().stream());
  }

  @ParameterizedTest
  @CsvSource({"発表, ALERT", "遅延, ALERT", "訂正, UPDATE"})
  void tellsNewsFromCorrections(String word, MessageType messageType) {
    assertThat(LEVEL_4.with("<InfoType>発表", "<InfoType>" + word).read().messageType())
        .isEqualTo(messageType);
  }

  @Test
  void lowersAKindThatReplacesAHigherOne() {
    Alert alert = Sample.of("jma/rain_lowered.xml").read();

    assertThat(kind(alert, CITIES, IZUNOKUNI).state()).isEqualTo(KindState.LOWERED);
    assertThat(kind(alert, CITIES, IZUNOKUNI).level()).contains(AlertLevel.FOUR);
    assertThat(alert.messageType()).isEqualTo(MessageType.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"特別警報から危険警報", "特別警報から警報", "特別警報から注意報", "危険警報から警報", "危険警報から注意報", "警報から注意報"})
  void knowsEveryWordForLowering(String status) {
    Alert alert = Sample.of("jma/rain_lowered.xml").with("特別警報から危険警報", status).read();

    assertThat(kind(alert, CITIES, IZUNOKUNI).state()).isEqualTo(KindState.LOWERED);
  }

  @Test
  void doesNotTakeTheTideSectionsForMunicipalities() {
    Alert alert = Sample.of("jma/surge_level4.xml").read();

    assertThat(alert.areas().getLast().code().orElseThrow().value()).isEqualTo("2220399");
    assertThat(alert.areas().getLast().municipal()).isFalse();
    assertThat(kind(alert, CITIES, IZUNOKUNI).state()).isEqualTo(KindState.NONE);
  }

  @Test
  void readsTheLevelsOfOldTelegramsAsTheyWere() {
    Alert alert = Sample.of("jma/old_levels.xml").read();

    assertThat(kinds(alert, CITIES, IZUNOKUNI))
        .extracting(AlertKind::level)
        .containsExactly(Optional.of(AlertLevel.THREE), Optional.of(AlertLevel.THREE));
    assertThat(kind(alert, CITIES, "2220600").level()).isEmpty();
    assertThat(kind(alert, CITIES, "2220300").level()).contains(AlertLevel.FOUR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "45", "46", "47", "33", "00", "", "４９", "499"})
  void keepsButDoesNotReadAKindItDoesNotKnow(String code) {
    Reading.NotRead reading =
        LEVEL_4.with("<Code>49</Code>", "<Code>" + code + "</Code>").notRead();

    assertThat(reading.reason()).contains("種別コード「" + code + "」");
    assertThat(reading.alert().areas()).isEmpty();
  }

  @Test
  void keepsButDoesNotReadAStateItDoesNotKnow() {
    Reading.NotRead reading = LEVEL_4.with("<Status>発表<", "<Status>予告<").notRead();

    assertThat(reading.reason()).contains("「予告」");
  }

  @Test
  void keepsButDoesNotReadOtherTelegrams() {
    Reading.NotRead reading = Sample.of("jma/heat.xml").notRead();

    assertThat(reading.alert().telegramType()).isEqualTo("VPFT50");
    assertThat(reading.alert().headline()).contains("熱中症");
    assertThat(reading.reason()).contains("熱中症警戒アラート");
  }

  @Test
  void routesByTheTitleAndNotByTheInfoKind() {
    Sample altered = LEVEL_4.with("<InfoKind>気象警報・注意報（Ｒ０６）（土砂）", "<InfoKind>気象特別警報報知");

    assertThat(altered.read().telegramType()).isEqualTo("VPWW56");
  }

  @Test
  void readsByNamespaceAndNotByPrefix() {
    int head = LEVEL_4.text().indexOf("<Head");
    Sample prefixed =
        new Sample(
                LEVEL_4.text().substring(0, head).replaceAll("<(/?)([A-Z])", "<$1j:$2")
                    + LEVEL_4.text().substring(head))
            .with("</Report>", "</j:Report>")
            .with(
                "xmlns=\"http://xml.kishou.go.jp/jmaxml1/\"",
                "xmlns:j=\"http://xml.kishou.go.jp/jmaxml1/\"");
    Sample stranger =
        LEVEL_4.with(
            "<InfoType>発表</InfoType>",
            "<InfoType>発表</InfoType><x:InfoType xmlns:x=\"urn:x\">取消</x:InfoType>");

    assertThat(prefixed.read()).isEqualTo(LEVEL_4.read());
    assertThat(stranger.read()).isEqualTo(LEVEL_4.read());
  }

  @Test
  void passesOverElementsItDoesNotKnow() {
    Sample extended =
        LEVEL_4
            .with("<Body ", "<Note><Deep><Deeper/></Deep></Note><Body ")
            .with("<Area>", "<New a=\"1\">x<Code>99</Code></New><Area>");

    assertThat(extended.read()).isEqualTo(LEVEL_4.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Title", "DateTime", "PublishingOffice", "ReportDateTime", "InfoType"})
  void refusesATelegramWithoutAHeaderField(String field) {
    Sample telegram =
        new Sample(LEVEL_4.text().replaceFirst("<" + field + ">[^<]*</" + field + ">", ""));

    assertThat(telegram.refused().detail()).contains(field);
  }

  @Test
  void refusesATimeWithoutAZone() {
    Sample telegram =
        LEVEL_4.with(
            "<ReportDateTime>2026-09-01T09:00:00+09:00", "<ReportDateTime>2026-09-01T09:00:00");

    assertThat(telegram.refused().detail()).contains("ReportDateTime");
  }

  @Test
  void refusesAWarningWithoutMunicipalities() {
    assertThat(LEVEL_4.with("気象警報・注意報（市町村等）", "気象警報・注意報（市）").refused().refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @Test
  void refusesAnAreaCodeThatIsNone() {
    assertThat(LEVEL_4.with("<Code>2222500", "<Code>伊豆の国").refused().refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @Test
  void holdsSamplesThatSayTheyAreActual() {
    Alert sample =
        LEVEL_4
            .with("<Status>訓練</Status>", "<Status>通常</Status>")
            .with(
                "<Warning type=\"気象警報・注意報（府県予報区等）",
                "<Notice>この電文はテストサンプルです。</Notice>\n" + "<Warning type=\"気象警報・注意報（府県予報区等）")
            .read();

    assertThat(sample.restrictions()).containsExactly(Alert.Restriction.TEST_SAMPLE);
    assertThat(LEVEL_4.read().restrictions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"990000", "999999", "480000", "123456789012", "9999999"})
  void holdsPlaceholderAreas(String code) {
    assertThat(LEVEL_4.with("<Code>220000<", "<Code>" + code + "<").read().restrictions())
        .containsExactly(Alert.Restriction.PLACEHOLDER_AREA);
  }

  @Test
  void refusesATelegramThatMultipliesKindsByAreas() {
    String area = "<Area>\n<Name>伊豆の国市</Name>";
    Sample bomb = LEVEL_4.with(area, "<Area><Code>1</Code></Area>".repeat(200_000) + area);

    assertThat(bomb.refused().refusal()).isEqualTo(Refusal.TOO_LARGE);
  }

  @Test
  void refusesANameWithoutRepeatingAllOfIt() {
    String name = "a".repeat(5_000);
    String twice = "<" + name + "/><" + name + "/>";

    assertThat(LEVEL_4.with("<Status>訓練", twice + "<Status>訓練").refused().detail())
        .hasSizeLessThan(200);
  }

  @Test
  void readsTheReachAndLevelOfARiver() {
    Alert alert = Sample.of("jma/river_level4.xml").read();

    assertThat(alert.telegramType()).isEqualTo("VXKO");
    assertThat(alert.stream()).isEqualTo("VXKO/850503000100");
    assertThat(kind(alert, "（予報区域）", "850503000100").level()).contains(AlertLevel.FOUR);
    assertThat(kind(alert, "浸水想定地区", IZUNOKUNI).name()).isEqualTo("レベル４氾濫危険警報");
    assertThat(alert.areas().stream().filter(AlertArea::municipal))
        .extracting(AlertArea::name)
        .containsExactly("伊豆の国市", "函南町");
    assertThat(alert.description()).contains("氾濫危険水位に達しました");
  }

  @Test
  void whatAGaugeMeasuredIsReadAndWhatIsForecastOfItIsNot() {
    assertThat(Sample.of("jma/river_level4.xml").read().waterLevels())
        .containsExactly(
            new WaterLevel(
                "85050300010000011", "大仁橋", 3.85, Instant.parse("2026-08-31T23:50:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "condition=\"正常\">3.85, condition=\"欠測\">3.85",
    "condition=\"正常\">3.85, condition=\"正常\">-",
    "condition=\"正常\">3.85, condition=\"正常\">1e9",
    "<Name>現況</Name>, <Name>１時間後</Name>",
    "2026-09-01T08:50:00+09:00, 2026-09-01"
  })
  void aGaugeThatSaysNothingSoundIsLeftOutAndTheTelegramIsReadAllTheSame(
      String said, String oddly) {
    Alert alert = Sample.of("jma/river_level4.xml").with(said, oddly).read();

    assertThat(alert.waterLevels()).noneMatch(level -> level.metres() > 3.8 && level.metres() < 4);
    assertThat(kind(alert, "浸水想定地区", IZUNOKUNI).level()).contains(AlertLevel.FOUR);
  }

  @Test
  void aCancelledRiverForecastHasNoLevels() {
    Alert alert =
        Sample.of("jma/river_level4.xml")
            .with("<InfoType>発表</InfoType>", "<InfoType>取消</InfoType>")
            .read();

    assertThat(alert.waterLevels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "51, 5, ISSUED", "53, 5, ISSUED", "40, 4, ISSUED", "41, 4, ISSUED", "30, 3, ISSUED",
    "31, 3, ISSUED", "20, 2, ISSUED", "21, 2, ISSUED", "22, 2, LOWERED", "10, 0, LIFTED"
  })
  void knowsTheKindsOfRiversAsASpaceOfTheirOwn(String code, int level, KindState state) {
    Alert alert =
        Sample.of("jma/river_level4.xml")
            .with("<Code>40</Code>", "<Code>" + code + "</Code>")
            .read();

    assertThat(kind(alert, "浸水想定地区", IZUNOKUNI).state()).isEqualTo(state);
    assertThat(kind(alert, "浸水想定地区", IZUNOKUNI).level()).isEqualTo(AlertLevel.find(level));
    assertThat(kind(alert, "浸水想定地区", IZUNOKUNI).hazard()).isEqualTo(Hazard.FLOOD);
  }

  @Test
  void readsIntensityPerAreaAndMunicipalityWithoutALevel() {
    Alert alert = Sample.of("jma/intensity.xml").read();

    assertThat(kind(alert, "細分区域", "440").name()).isEqualTo("震度６弱");
    assertThat(kind(alert, "市町村等", IZUNOKUNI))
        .isEqualTo(
            new AlertKind("6-", "震度６弱", Hazard.EARTHQUAKE, Optional.empty(), KindState.ISSUED));
    assertThat(kind(alert, "市町村等", "2222200").name()).isEqualTo("震度５弱以上未入電");
    assertThat(alert.stream()).isEqualTo("VXSE53/20260901085830");
    assertThat(alert.description()).contains("津波の心配はありません");
  }

  @Test
  void takesTheStateOfATsunamiFromTheKindBefore() {
    Alert alert = Sample.of("jma/tsunami.xml").read();

    assertThat(kind(alert, "津波予報区", "380").state()).isEqualTo(KindState.RAISED);
    assertThat(kind(alert, "津波予報区", "320").state()).isEqualTo(KindState.ISSUED);
    assertThat(kind(alert, "津波予報区", "330").state()).isEqualTo(KindState.LOWERED);
    assertThat(kind(alert, "津波予報区", "311").state()).isEqualTo(KindState.LIFTED);
    assertThat(kind(alert, "津波予報区", "312").state()).isEqualTo(KindState.NONE);
    assertThat(alert.findHighestLevel()).isEmpty();
  }

  @Test
  void readsVolcanoesAndTheirMunicipalitiesWithoutALevel() {
    Alert alert = Sample.of("jma/volcano.xml").read();

    assertThat(kind(alert, "（対象火山）", "316").state()).isEqualTo(KindState.RAISED);
    assertThat(kind(alert, "（対象市町村等）", IZUNOKUNI).name()).isEqualTo("火口周辺警報");
    assertThat(alert.areas().stream().filter(AlertArea::municipal)).hasSize(2);
    assertThat(alert.findHighestLevel()).isEmpty();
  }
}

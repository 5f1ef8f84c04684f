package jp.noroshi.core.intake.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapReaderTest {
  private static final Sample TWO_LANGUAGES = Sample.of("cap/landslide_two_languages.cap");
  private static final Sample UPDATE = Sample.of("cap/update.cap");

  @Test
  void showsTheJapaneseTextAndTheWorstOfBothLanguages() {
    Alert alert = TWO_LANGUAGES.read();

    assertThat(alert.event()).isEqualTo("土砂災害");
    assertThat(alert.headline()).isEqualTo("伊豆の国市の崖の近くから避難してください");
    assertThat(alert.description()).isEqualTo("崖くずれのおそれが高まっています。\n危険な場所から避難してください。");
    assertThat(alert.threat())
        .contains(
            new Threat(Threat.Urgency.IMMEDIATE, Threat.Severity.SEVERE, Threat.Certainty.LIKELY));
    assertThat(alert.expires()).contains(Instant.parse("2026-09-01T12:00:00Z"));
  }

  @Test
  void countsAnAreaOnceHoweverManyLanguagesNameIt() {
    List<AlertArea> areas = TWO_LANGUAGES.read().areas();

    assertThat(areas).hasSize(2);
    assertThat(areas.get(0).shapes()).hasSize(1);
    assertThat(areas.get(1).code()).contains(new AreaCode("22225"));
    assertThat(areas.get(1).municipal()).isTrue();
    assertThat(areas).extracting(AlertArea::name).containsOnly("伊豆の国市");
  }

  @Test
  void takesALevelOnlyFromASenderThatStatesOne() {
    assertThat(TWO_LANGUAGES.read().findHighestLevel()).contains(AlertLevel.FOUR);
    assertThat(TWO_LANGUAGES.with("noroshi:level", "other:level").read().findHighestLevel())
        .isEmpty();
  }

  @Test
  void joinsAllPolygonsCirclesAndCodesOfAnArea() {
    List<AlertArea> areas = UPDATE.read().areas();

    assertThat(areas.getFirst().shapes())
        .hasSize(3)
        .hasAtLeastOneElementOfType(Shape.Polygon.class)
        .anyMatch(shape -> shape instanceof Shape.Circle circle && circle.radiusMetres() == 1500);
    assertThat(areas.get(1).code()).contains(new AreaCode("SAME:022225"));
    assertThat(areas.get(1).municipal()).isFalse();
  }

  @Test
  void putsAllMessagesOfAnEventIntoTheStreamOfTheFirst() {
    assertThat(UPDATE.read().references()).hasSize(2);
    assertThat(UPDATE.read().stream()).isEqualTo(TWO_LANGUAGES.read().stream());
  }

  @Test
  void refusesAnUpdateThatNamesNothing() {
    Sample nameless = new Sample(UPDATE.text().replaceFirst("<references>[^<]*", "<references>"));

    assertThat(nameless.refused().detail()).contains("references");
    assertThat(UPDATE.with("Update", "Cancel").read().messageType()).isEqualTo(MessageType.CANCEL);
    assertThat(nameless.with("Update", "Cancel").refused().refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @Test
  void showsNothingAsInForceAfterACancelOrAnAllClear() {
    assertThat(UPDATE.with("Update", "Cancel").read().areas())
        .allMatch(area -> area.kinds().getFirst().state() == KindState.LIFTED);
    assertThat(TWO_LANGUAGES.with("Evacuate<", "AllClear<").read().findHighestLevel()).isEmpty();
  }

  @Test
  void staysInForceWhileOneLanguageHasNotGivenTheAllClear() {
    Sample disagreeing = new Sample(TWO_LANGUAGES.text().replaceFirst("Evacuate<", "AllClear<"));

    assertThat(disagreeing.read().findHighestLevel()).contains(AlertLevel.FOUR);
  }

  @Test
  void acceptsACancelWithoutContentButNoAlert() {
    Sample empty = new Sample(UPDATE.text().replaceFirst("(?s)<info>.*</info>", ""));

    assertThat(empty.with("Update", "Cancel").read().areas()).isEmpty();
    assertThat(empty.refused().detail()).contains("info");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identifier",
        "sender",
        "sent",
        "status",
        "msgType",
        "scope",
        "category",
        "event",
        "urgency",
        "severity",
        "certainty",
        "areaDesc"
      })
  void refusesAMessageWithoutARequiredElement(String name) {
    Sample incomplete =
        new Sample(UPDATE.text().replaceAll("<" + name + ">[^<]*</" + name + ">", ""));

    assertThat(incomplete.refused().detail()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "msgType", "scope", "sent", "severity", "event"})
  void refusesAnElementGivenTwice(String name) {
    Sample twice =
        new Sample(UPDATE.text().replaceAll("(<" + name + ">[^<]*</" + name + ">)", "$1$1"));

    assertThat(twice.refused().detail()).contains(name).contains("二つ");
  }

  @ParameterizedTest
  @CsvSource({
    "<status>Test, <status>Real",
    "<msgType>Update, <msgType>Issue",
    "<scope>Public, <scope>World",
    "<category>Met, <category>Weather",
    "<severity>Moderate, <severity>High",
    "<urgency>Expected, <urgency>Soon",
    "<certainty>Possible, <certainty>Maybe"
  })
  void refusesAValueThatIsNotInTheList(String piece, String replacement) {
    assertThat(UPDATE.with(piece, replacement).refused().refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a,b", "a&lt;b", "a&amp;b"})
  void refusesAnIdentifierThatReferencesCouldNotName(String identifier) {
    assertThat(
            UPDATE
                .with("<identifier>izunokuni-2026-0901-3", "<identifier>" + identifier)
                .refused()
                .detail())
        .contains("identifier");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-09-01T10:00:00Z", "2026-09-01T10:00:00", "2026-09-01T10:00:00.5+09:00",
        "2026-09-01 10:00:00+09:00", "2026-13-01T10:00:00+09:00", "now"
      })
  void refusesATimeThatCapDoesNotAllow(String time) {
    assertThat(UPDATE.with("<sent>2026-09-01T10:00:00+09:00", "<sent>" + time).refused().detail())
        .contains("sent");
  }

  @Test
  void readsUtcAsCapWritesIt() {
    assertThat(
            UPDATE
                .with("<sent>2026-09-01T10:00:00+09:00", "<sent>2026-09-01T01:00:00-00:00")
                .read()
                .sent())
        .isEqualTo(Instant.parse("2026-09-01T01:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "35.20,138.90 35.20,139.00 35.30,139.00 35.30,138.90",
        "35.20,138.90 35.20,139.00 35.20,138.90",
        "138.90,35.20 139.00,35.20 139.00,35.30 138.90,35.20",
        "35.20 138.90 35.20 139.00",
        "35.20,138.90,0 35.20,139.00,0 35.30,139.00,0 35.20,138.90,0",
        "NaN,138.90 35.20,139.00 35.30,139.00 NaN,138.90"
      })
  void refusesAPolygonThatEnclosesNothing(String polygon) {
    assertThat(
            UPDATE
                .with("35.20,138.90 35.20,139.00 35.30,139.00 35.20,138.90", polygon)
                .refused()
                .refusal())
        .isEqualTo(Refusal.BREAKS_THE_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"35.05,138.95", "35.05,138.95 -1", "35.05,138.95 far", "35.05 138.95 1"})
  void refusesACircleThatIsNone(String circle) {
    assertThat(UPDATE.with("35.05,138.95 1.5", circle).refused().detail()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Restricted, restriction", "Private, addresses"})
  void keepsWhatIsNotForThePublicFromIt(String scope, String needed) {
    Sample closed = UPDATE.with("<scope>Public</scope>", "<scope>" + scope + "</scope>");
    Sample addressed =
        UPDATE.with(
            "<scope>Public</scope>",
            "<scope>" + scope + "</scope><" + needed + ">消防団</" + needed + ">");

    assertThat(closed.refused().detail()).contains(needed);
    assertThat(addressed.read().restrictions()).containsExactly(Alert.Restriction.NOT_PUBLIC);
  }

  @Test
  void readsEveryAlertOfAnEnvelopeAndRefusesTheBrokenOneAlone() {
    List<Reading> readings = Sample.of("cap/edxl.xml").readings();

    assertThat(readings).hasSize(3);
    assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
    assertThat(readings.get(1)).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Read) readings.get(2)).alert().telegramType()).isEqualTo("CAP 1.1");
    assertThat(Sample.of("cap/list.xml").readings()).hasSize(2);
  }

  @Test
  void readsElementsOutOfOrderAndPassesOverStrangers() {
    Sample disordered =
        UPDATE
            .without("<event>Flood</event>")
            .with("</info>", "<event>Flood</event><polygons>1</polygons></info>")
            .with(
                "</alert>",
                "<s:Signature xmlns:s=\"urn:s\"><s:status>Actual</s:status></s:Signature></alert>");

    assertThat(disordered.read()).isEqualTo(UPDATE.read());
  }

  @Test
  void drawsNothingFromAnEmptyPolygon() {
    Sample empty = UPDATE.with("<circle>35.05,138.95 1.5</circle>", "<polygon/><circle/>");

    assertThat(empty.read().areas().getFirst().shapes()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "JIS X 0402, 22225, 22225, true",
    "JIS X 0402, 222259, 22225, true",
    "JMA, 2222500, 2222500, true",
    "JMA, 220000, 220000, false",
    "profile:CAP-CP:Location:0.3, 2222500, profile_CAP-CP_Location_0.3:2222500, false",
    "FIPS6, 022225, FIPS6:022225, false"
  })
  void tellsCodesOfJapanFromNumbersThatLookLikeThem(
      String system, String value, String code, boolean municipal) {
    AlertArea area =
        UPDATE.with("SAME", system).with("<value>022225", "<value>" + value).read().areas().get(1);

    assertThat(area.code()).contains(new AreaCode(code));
    assertThat(area.municipal()).isEqualTo(municipal);
  }

  @ParameterizedTest
  @CsvSource({
    "Tsunami Warning, TSUNAMI",
    "Severe Thunderstorm Warning, OTHER_WEATHER",
    "Storm Surge Watch, STORM_SURGE",
    "Winter Storm Warning, HEAVY_SNOW",
    "Hurricane Warning, STORM",
    "Flash Flood Watch, FLOOD",
    "Fire, FIRE",
    "大津波警報, TSUNAMI",
    "土砂災害, LANDSLIDE",
    "暴風雪警報, BLIZZARD",
    "Firearm Amnesty, OTHER",
    "Child Abduction, OTHER",
    "水庫洩洪, OTHER"
  })
  void namesTheHazardOnlyByKnownWords(String event, Hazard hazard) {
    AlertKind kind =
        UPDATE.with("<event>Flood", "<event>" + event).read().areas().getFirst().kinds().getFirst();

    assertThat(kind)
        .isEqualTo(new AlertKind("", event, hazard, Optional.empty(), KindState.ISSUED));
  }

  @Test
  void neverHoldsTheContentOfAResource() {
    Sample loud = TWO_LANGUAGES.with("QUJD", "A".repeat(1_000_000));

    assertThat(loud.read()).isEqualTo(TWO_LANGUAGES.read());
  }
}

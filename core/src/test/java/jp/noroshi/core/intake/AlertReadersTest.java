package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.noroshi.core.alert.AlertFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertReadersTest {
  private static final Sample TELEGRAM = Sample.of("jma/landslide_level4.xml");
  private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

  @ParameterizedTest
  @CsvSource({
    "jma/landslide_level4.xml, JMA_XML",
    "cap/update.cap, CAP",
    "fire/broken_out.json, FIRE_NOTICE",
    "opening/opened.json, SHELTER_OPENING"
  })
  void tellsTheFormatByTheBytes(String sample, AlertFormat format) {
    assertThat(Sample.of(sample).read().format()).isEqualTo(format);
  }

  @Test
  void refusesNothing() {
    assertThat(Sample.refused(new byte[0]).refusal()).isEqualTo(Refusal.EMPTY);
    assertThat(new Sample(" \r\n\t").refused().refusal()).isEqualTo(Refusal.EMPTY);
    assertThat(new Sample("\uFEFF").refused().refusal()).isEqualTo(Refusal.EMPTY);
  }

  @Test
  void refusesMoreThanSixteenMegabytes() {
    byte[] seventeen = new byte[17 * 1024 * 1024];
    Arrays.fill(seventeen, (byte) '<');

    assertThat(Sample.refused(seventeen).refusal()).isEqualTo(Refusal.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"大雨警報", "%PDF-1.7", "[]", "GIF89a", "{", "<", "<html>", "< a/>"})
  void refusesWhatIsNoAlert(String text) {
    assertThat(new Sample(text).refused().refusal())
        .isIn(Refusal.NOT_AN_ALERT, Refusal.BROKEN_JSON, Refusal.BROKEN_XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>503</body></html>",
        "<Report xmlns=\"http://example.jp/\"/>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"
      })
  void refusesXmlWithoutAnAlert(String text) {
    assertThat(new Sample(text).refused().refusal()).isEqualTo(Refusal.NOT_AN_ALERT);
  }

  @Test
  void refusesADocumentTypeBeforeItsEntitiesGrow() {
    String bomb =
        "<!DOCTYPE Report [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    Sample attack = TELEGRAM.with("<Report", bomb + "<Report").with("静岡県土砂災害警報・注意報", "&b;");

    assertThat(attack.refused().refusal()).isEqualTo(Refusal.DOCTYPE);
  }

  @Test
  void refusesADocumentTypeThatNamesAFile() {
    Sample attack =
        Sample.of("cap/update.cap")
            .with("<alert", "<!DOCTYPE alert SYSTEM \"file:///etc/passwd\"><alert");

    assertThat(attack.refused().refusal()).isEqualTo(Refusal.DOCTYPE);
  }

  @Test
  void refusesAnEntityNobodyDefined() {
    assertThat(TELEGRAM.with("伊豆の国市", "&city;").refused().refusal()).isEqualTo(Refusal.BROKEN_XML);
  }

  @Test
  void refusesATelegramThatIsCutOffAnywhere() {
    byte[] whole = TELEGRAM.bytes();
    for (int length = 60; length < whole.length - "</Report>\n".length(); length += 37) {
      assertThat(Sample.refused(Arrays.copyOf(whole, length)).refusal())
          .isIn(Refusal.BROKEN_XML, Refusal.WRONG_ENCODING);
    }
  }

  @Test
  void refusesWhatFollowsTheDocument() {
    assertThat(new Sample(TELEGRAM.text() + TELEGRAM.text().substring(38)).refused().refusal())
        .isEqualTo(Refusal.BROKEN_XML);
  }

  @Test
  void refusesAnEncodingOtherThanTheDeclaredOne() {
    Sample latin = Sample.of("cap/update.cap").with("狩野川沿い", "Rivière");

    assertThat(Sample.refused(TELEGRAM.bytes(SHIFT_JIS)).refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
    assertThat(Sample.refused(latin.bytes(StandardCharsets.ISO_8859_1)).refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
    assertThat(Sample.refused(TELEGRAM.with("UTF-8", "UTF-16").bytes()).refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
    assertThat(Sample.refused(TELEGRAM.bytes(StandardCharsets.UTF_16)).refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
    assertThat(TELEGRAM.with("UTF-8", "x-klingon").refused().refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
    assertThat(
            Sample.refused(TELEGRAM.with("UTF-8", "Shift_JIS").bytes(StandardCharsets.UTF_8))
                .refusal())
        .isEqualTo(Refusal.WRONG_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "Shift_JIS", "EUC-JP"})
  void readsEveryEncodingThatIsDeclaredTruly(String encoding) {
    byte[] bytes = TELEGRAM.with("UTF-8", encoding).bytes(Charset.forName(encoding));

    assertThat(Sample.alert(new AlertReaders().read(bytes))).isEqualTo(TELEGRAM.read());
  }

  @Test
  void readsLatin1ThatIsDeclared() {
    Sample latin = Sample.of("cap/update.cap").with("UTF-8", "ISO-8859-1").with("狩野川沿い", "Rivière");

    assertThat(
            Sample.alert(new AlertReaders().read(latin.bytes(StandardCharsets.ISO_8859_1)))
                .areas()
                .getFirst()
                .name())
        .isEqualTo("Rivière");
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(new Sample("\uFEFF" + TELEGRAM.text()).read()).isEqualTo(TELEGRAM.read());
    assertThat(new Sample("\uFEFF" + Sample.of("fire/out.json").text()).read())
        .isEqualTo(Sample.of("fire/out.json").read());
  }

  @Test
  void neverRepeatsMuchOfTheInputInARefusal() {
    Sample endless =
        TELEGRAM.with("<Status>訓練</Status>", "<Status>" + "あ".repeat(9_000) + "</Status>");

    assertThat(endless.refused().detail()).hasSizeLessThan(200);
  }
}

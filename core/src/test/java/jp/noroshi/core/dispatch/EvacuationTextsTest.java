package jp.noroshi.core.dispatch;

import static jp.noroshi.core.dispatch.Town.NAGAOKA;
import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.OHITO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.TextWriter;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvacuationTextsTest {

  private final EvacuationTexts texts =
      new EvacuationTexts(
          new TextWriter(Town.templates()), new Names(Town.municipality(), Town.templates()));
  private final List<EvacuationOrder> others = new ArrayList<>();

  @Test
  void levelThreeIsForThoseWhoNeedTime() {
    DraftText radio = radio(change(Hazard.FLOOD, "狩野川の水位が上がっている").to(NIRAYAMA, 0, 3));
    assertThat(radio.title()).isEqualTo("警戒レベル3 高齢者等避難（洪水）");
    assertThat(radio.body())
        .isEqualTo(
            "警戒レベル3、高齢者等避難。警戒レベル3、高齢者等避難。\n"
                + "狩野川の水位が上がっているため、韮山地区に、警戒レベル3、高齢者等避難を出しました。"
                + "お年寄り、障がいのある方、小さなお子さんのいる方など、避難に時間のかかる方は、"
                + "危険な場所から避難してください。ほかの方も、避難の準備を進めてください。");
  }

  @Test
  void levelFourForAFloodSpeaksToTheFloodZone() {
    DraftText radio = radio(change(Hazard.FLOOD, "狩野川が氾濫するおそれが高まった").to(NIRAYAMA, 0, 4));
    assertThat(radio.body())
        .isEqualTo(
            "緊急放送、緊急放送。警戒レベル4、避難指示。警戒レベル4、避難指示。\n"
                + "狩野川が氾濫するおそれが高まったため、韮山地区の浸水想定区域に、警戒レベル4、避難指示を出しました。"
                + "区域内の方は、いますぐ、避難場所や、安全な場所の親戚・知人の家へ避難してください。");
  }

  @Test
  void levelFourForALandslideSendsOutOfTheZone() {
    DraftText radio = radio(change(Hazard.LANDSLIDE, "").to(NAGAOKA, 0, 4));
    assertThat(radio.body())
        .endsWith("崖くずれや土石流のおそれが高まったため、長岡地区の土砂災害警戒区域に、警戒レベル4、避難指示を出しました。" + "いますぐ、区域の外へ避難してください。");
  }

  @Test
  void levelFiveTellsToSaveOnesLife() {
    DraftText line = line(change(Hazard.LANDSLIDE, "").to(OHITO, 4, 5));
    assertThat(line.title()).isEqualTo("警戒レベル5 緊急安全確保（土砂災害）");
    assertThat(line.body())
        .isEqualTo(
            "伊豆の国市です。大仁地区は、警戒レベル4 避難指示から、警戒レベル5 緊急安全確保に引き上げました。\n"
                + "大仁地区で、崖くずれや土石流が発生した、または発生する直前です。"
                + "外への避難が危険な方は、崖や川から離れた、少しでも高い部屋に移り、命を守ってください。");
  }

  @Test
  void eachDistrictIsToldItsOwnStep() {
    DraftText radio =
        radio(change(Hazard.FLOOD, "").to(NIRAYAMA, 0, 4).to(NAGAOKA, 3, 4).to(OHITO, 4, 4));
    assertThat(radio.body())
        .contains(
            "川が氾濫するおそれが高まったため、韮山地区の浸水想定区域に、警戒レベル4、避難指示を出しました。"
                + "長岡地区の浸水想定区域は、警戒レベル3、高齢者等避難から、警戒レベル4、避難指示に引き上げました。"
                + "大仁地区の浸水想定区域には、警戒レベル4、避難指示が引き続き出ています。");
  }

  @Test
  void loweringIsNotReadAsANewOrder() {
    DraftText radio = radio(change(Hazard.FLOOD, "").to(NIRAYAMA, 4, 3));
    assertThat(radio.title()).isEqualTo("引き下げ：警戒レベル3 高齢者等避難（洪水）");
    assertThat(radio.body())
        .isEqualTo(
            "避難情報の引き下げをお知らせします。\n"
                + "韮山地区は、警戒レベル4、避難指示から、警戒レベル3、高齢者等避難に引き下げました。"
                + "まだ危険な場所があります。新しい情報に注意してください。");
  }

  @Test
  void liftingSaysSoFirst() {
    DraftText radio = radio(change(Hazard.FLOOD, "").to(NIRAYAMA, 4, 0).to(NAGAOKA, 3, 0));
    assertThat(radio.title()).isEqualTo("解除：警戒レベル3 高齢者等避難、警戒レベル4 避難指示（洪水）");
    assertThat(radio.body())
        .isEqualTo(
            "解除。避難情報の解除をお知らせします。\n"
                + "解除。長岡地区の、警戒レベル3、高齢者等避難を、［時刻］に解除しました。"
                + "韮山地区の、警戒レベル4、避難指示を、［時刻］に解除しました。");
  }

  @Test
  void liftingOneOrderNamesTheOneThatStays() {
    others.add(
        new EvacuationOrder(
            NIRAYAMA, Hazard.LANDSLIDE, AlertLevel.FOUR, Town.NOW, UUID.randomUUID()));
    DraftText radio = radio(change(Hazard.FLOOD, "").to(NIRAYAMA, 4, 0));
    assertThat(radio.body()).endsWith("韮山地区には、土砂災害の、警戒レベル4、避難指示が引き続き出ています。");
  }

  @Test
  void allDistrictsAreTheWholeCity() {
    DraftText line =
        line(
            change(Hazard.STORM, "")
                .to(NIRAYAMA, 0, 3)
                .to(NAGAOKA, 0, 3)
                .to(OHITO, 0, 3)
                .to(Town.NAKA, 0, 3));
    assertThat(line.body()).contains("市内全域に、警戒レベル3 高齢者等避難を出しました。");
  }

  @Test
  void aTsunamiOrderNeverPrintsANumber() {
    List<DraftText> issued =
        texts.write(change(Hazard.TSUNAMI, "").to(NIRAYAMA, 0, 4).build(), others);
    List<DraftText> lifted =
        texts.write(change(Hazard.TSUNAMI, "").to(NIRAYAMA, 4, 0).build(), others);
    assertThat(issued).allSatisfy(EvacuationTextsTest::hasNoNumber);
    assertThat(lifted).allSatisfy(EvacuationTextsTest::hasNoNumber);
    assertThat(of(issued, Medium.RADIO).body())
        .isEqualTo(
            "緊急放送、緊急放送。津波です。避難指示。津波です。避難指示。\n"
                + "津波のおそれがあるため、韮山地区に、避難指示を出しました。"
                + "海や川から離れ、いますぐ高い所へ逃げてください。警報が解除されるまで、戻らないでください。");
  }

  @ParameterizedTest
  @EnumSource(Hazard.class)
  void stayingIndoorsIsOfferedForFloodsAndStormSurgesOnly(Hazard hazard) {
    boolean offered = line(change(hazard, "").to(NIRAYAMA, 0, 4)).body().contains("屋内安全確保");
    assertThat(offered).isEqualTo(hazard == Hazard.FLOOD || hazard == Hazard.STORM_SURGE);
  }

  @Test
  void easyJapaneseBeginsWithWhatToDo() {
    DraftText easy =
        texts.write(change(Hazard.FLOOD, "").to(NIRAYAMA, 0, 4).build(), others).stream()
            .filter(text -> text.language().equals("ja-x-easy"))
            .findFirst()
            .orElseThrow();
    assertThat(easy.body()).startsWith("韮山地区の 人は、今すぐ 逃げて ください。川の 水が あふれそうです。");
  }

  @Test
  void englishUsesTheEnglishNames() {
    DraftText english =
        texts.write(change(Hazard.LANDSLIDE, "崖がくずれた").to(NIRAYAMA, 0, 4).build(), others).stream()
            .filter(text -> text.language().equals("en"))
            .findFirst()
            .orElseThrow();
    assertThat(english.body())
        .isEqualTo(
            "Izunokuni City: Slopes may collapse. Level 4 - evacuation order issued for"
                + " Nirayama (landslide zone). \nLeave the zone now.");
  }

  private static void hasNoNumber(DraftText text) {
    assertThat(text.title() + text.body()).doesNotContainPattern("(?i)レベル|level");
  }

  private DraftText radio(ChangeBuilder change) {
    return of(texts.write(change.build(), others), Medium.RADIO);
  }

  private DraftText line(ChangeBuilder change) {
    return of(texts.write(change.build(), others), Medium.LINE);
  }

  private static DraftText of(List<DraftText> texts, Medium medium) {
    return texts.stream()
        .filter(text -> text.medium() == medium && text.language().equals("ja"))
        .findFirst()
        .orElseThrow();
  }

  private static ChangeBuilder change(Hazard hazard, String reason) {
    return new ChangeBuilder(hazard, reason);
  }

  /** Builds a change district by district; 0 stands for no order. */
  private static final class ChangeBuilder {
    private final Hazard hazard;
    private final String reason;
    private final List<AreaCode> districts = new ArrayList<>();
    private final Map<AreaCode, AlertLevel> before = new HashMap<>();
    private final Map<AreaCode, AlertLevel> after = new HashMap<>();

    ChangeBuilder(Hazard hazard, String reason) {
      this.hazard = hazard;
      this.reason = reason;
    }

    ChangeBuilder to(AreaCode district, int from, int to) {
      districts.add(district);
      AlertLevel.find(from).ifPresent(level -> before.put(district, level));
      AlertLevel.find(to).ifPresent(level -> after.put(district, level));
      return this;
    }

    EvacuationChange build() {
      return new EvacuationChange(
          UUID.randomUUID(),
          Mode.LIVE,
          hazard,
          reason,
          districts,
          before,
          after,
          "sato",
          Instant.EPOCH,
          Optional.empty());
    }
  }
}

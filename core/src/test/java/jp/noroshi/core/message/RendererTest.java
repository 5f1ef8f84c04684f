package jp.noroshi.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.dispatch.Town;
import jp.noroshi.core.message.Rendering.Radio.Part;
import jp.noroshi.core.message.Rendering.Radio.Priority;
import jp.noroshi.core.message.SirenTable.Signal;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;

class RendererTest {

  private static final String LONG = "狩野川の水位が上がっています。川に近づかないでください。".repeat(120);
  private static final Signal ALLOWED = signal("allowed", true, true);
  private static final Signal LIVE_ONLY = signal("live-only", true, false);
  private static final Signal UNAPPROVED = signal("unapproved", false, true);

  private final Renderer renderer =
      new Renderer(
          Town.municipality(),
          Town.templates(),
          new SirenTable(List.of(ALLOWED, LIVE_ONLY, UNAPPROVED)));

  @Test
  void aDrillIsMarkedInTitleAndBodyOfEveryScreen() {
    for (Medium medium : List.of(Medium.LINE, Medium.FCM, Medium.WEB)) {
      Rendering rendering = render(Mode.DRILL, medium, "断水", "断水しています。");
      assertThat(titleOf(rendering)).isEqualTo("【訓練】断水");
      assertThat(bodyOf(rendering)).isEqualTo("これは訓練です。\n断水しています。");
    }
  }

  @Test
  void aCallSaysFirstAndLastThatItIsADrill() {
    String live = bodyOf(render(Mode.LIVE, Medium.VOICE, "ご無事ですか", "助けが必要な方は、3を押してください。"));
    assertThat(live).startsWith("こちらは、").endsWith("3を押してください。");
    assertThat(bodyOf(render(Mode.DRILL, Medium.VOICE, "ご無事ですか", "助けが必要な方は、3を押してください。")))
        .isEqualTo("これは訓練です。" + live + "これは訓練です。");
  }

  @Test
  void aCallReadsNamesOfPlacesInKanaAndEndsWithinAMinute() {
    Rendering.Voice voice = (Rendering.Voice) render(Mode.DRILL, Medium.VOICE, "", "韮山地区" + LONG);
    assertThat(voice.kana()).contains("にらやま").doesNotContain("韮山");
    assertThat(voice.text()).hasSizeLessThan(320).endsWith("これは訓練です。");
  }

  @Test
  void aLiveMessageHasNoMark() {
    Rendering rendering = render(Mode.LIVE, Medium.LINE, "断水", "断水しています。");
    assertThat(titleOf(rendering)).isEqualTo("断水");
    assertThat(bodyOf(rendering)).isEqualTo("断水しています。");
  }

  @Test
  void theMarkIsInTheReadersLanguage() {
    Rendering english =
        renderer.render(
            facts(Mode.DRILL), new DraftText(Medium.LINE, "en", "No water", "…"), Town.NOW);
    assertThat(titleOf(english)).isEqualTo("[DRILL] No water");
    assertThat(((Rendering.Line) english).link()).isEqualTo("https://bousai.example.jp/?lang=en");
  }

  @Test
  void theMomentOfApprovalIsFilledIn() {
    Rendering rendering = render(Mode.LIVE, Medium.WEB, "解除", "韮山地区の避難指示を、［時刻］に解除しました。");
    assertThat(bodyOf(rendering)).isEqualTo("韮山地区の避難指示を、午後3時20分に解除しました。");
  }

  @Test
  void aPushFitsIntoItsLimitAndEndsWithASentence() {
    Rendering.Push push = (Rendering.Push) render(Mode.DRILL, Medium.FCM, "件名".repeat(100), LONG);
    assertThat(bytes(push.body()) + bytes(push.title())).isLessThanOrEqualTo(3_200);
    assertThat(push.body()).endsWith("。続きはページで");
    assertThat(bytes(push.collapseId())).isLessThanOrEqualTo(64);
  }

  @Test
  void pushesOfOneThreadReplaceEachOther() {
    Rendering.Push first = (Rendering.Push) render(Mode.LIVE, Medium.FCM, "発表", "…");
    Rendering.Push second = (Rendering.Push) render(Mode.LIVE, Medium.FCM, "解除", "…");
    assertThat(first.collapseId()).isEqualTo(second.collapseId());
  }

  @Test
  void lineAltTextHasAtMostFifteenHundredCharacters() {
    Rendering.Line line = (Rendering.Line) render(Mode.LIVE, Medium.LINE, "大雨", LONG);
    assertThat(line.altText()).hasSizeLessThanOrEqualTo(1_500).startsWith("大雨\n狩野川");
    assertThat(line.body()).hasSizeLessThanOrEqualTo(2_000).endsWith("続きはページで");
  }

  @Test
  void aCharacterOfTwoUnitsIsNeverCutInTwo() {
    String clipped = Clip.toLength("𠮷".repeat(30), 50, "…");
    assertThat(clipped).isEqualTo("𠮷".repeat(24) + "…");
  }

  @Test
  void theRadioReadsChimeSpeakerBodyTwiceSpeakerChime() {
    Rendering.Radio radio = radio(Mode.LIVE, "断水しています。給水所は市役所です。", Optional.empty());
    assertThat(script(radio))
        .isEqualTo(
            """
            chime up
            こちらは、ぼうさい伊豆の国市です。
            2000
            断水しています。
            1200
            給水所は市役所です。
            2000
            断水しています。
            1200
            給水所は市役所です。
            2000
            こちらは、ぼうさい伊豆の国市です。
            2000
            chime down""");
    assertThat(radio.repeatSpeech()).isEqualTo(1);
  }

  @Test
  void theCallToAttentionComesBeforeTheSpeaker() {
    Rendering.Radio radio = radio(Mode.LIVE, "緊急放送、緊急放送。\n逃げてください。", Optional.empty());
    assertThat(spoken(radio))
        .containsExactly(
            "緊急放送、緊急放送。", "こちらは、ぼうさい伊豆の国市です。", "逃げてください。", "逃げてください。", "こちらは、ぼうさい伊豆の国市です。");
  }

  @Test
  void aDrillIsSaidTwiceBeforeAndAfterEveryPart() {
    Rendering.Radio radio = radio(Mode.DRILL, "避難してください。", Optional.empty());
    assertThat(spoken(radio))
        .containsExactly(
            "これは訓練です。",
            "これは訓練です。",
            "こちらは、ぼうさい伊豆の国市です。",
            "これは訓練です。",
            "これは訓練です。",
            "避難してください。",
            "これは訓練です。",
            "これは訓練です。",
            "避難してください。",
            "これは訓練です。",
            "これは訓練です。",
            "こちらは、ぼうさい伊豆の国市です。",
            "これは訓練です。",
            "これは訓練です。");
    assertThat(radio.display()).startsWith("【訓練】");
  }

  @Test
  void aSirenTakesThePlaceOfTheChime() {
    Rendering.Radio radio = radio(Mode.LIVE, "逃げてください。", Optional.of("live-only"));
    assertThat(radio.parts().getFirst()).isEqualTo(new Part.Siren("live-only", 3));
    assertThat(radio.hasSiren()).isTrue();
  }

  @Test
  void aDrillSoundsNoSirenUnlessTheSiteAllowsIt() {
    assertThat(radio(Mode.DRILL, "…", Optional.of("live-only")).hasSiren()).isFalse();
    assertThat(radio(Mode.DRILL, "…", Optional.of("allowed")).hasSiren()).isTrue();
  }

  @Test
  void aSignalNobodyApprovedNeverSounds() {
    assertThat(radio(Mode.LIVE, "…", Optional.of("unapproved")).hasSiren()).isFalse();
    assertThat(radio(Mode.LIVE, "…", Optional.of("unheard-of")).hasSiren()).isFalse();
  }

  @Test
  void placeNamesAreReadInKanaAndTelephoneNumbersDigitByDigit() {
    Rendering.Radio radio =
        radio(Mode.LIVE, "韮山地区、中、狩野川の電話は055-948-1412です。熱中症にも注意。", Optional.empty());
    assertThat(kana(radio))
        .contains("にらやまちく、なか、かのがわの電話は" + "ゼロ、ゴー、ゴー、の、キュー、ヨン、ハチ、の、イチ、ヨン、イチ、ニーです。", "熱中症にも注意。");
  }

  @Test
  void theRadioCallsTheGroupsOfTheAreas() {
    assertThat(groups(Town.NIRAYAMA, Town.NAGAOKA))
        .containsExactly("group-Nirayama", "group-Nagaoka");
  }

  @Test
  void anAreaWithoutAGroupCallsAllStations() {
    assertThat(groups(Town.NIRAYAMA, Town.NAKA)).isEmpty();
    assertThat(groups()).isEmpty();
  }

  @Test
  void theDisplayHasAtMostFiftyCharacters() {
    Rendering.Radio radio =
        (Rendering.Radio) render(Mode.DRILL, Medium.RADIO, "長い件名".repeat(30), "本文。");
    assertThat(radio.display()).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void whatIsUrgentComesFirstOnTheAir() {
    assertThat(radio(Mode.LIVE, "…", Optional.empty()).priority()).isEqualTo(Priority.EMERGENCY);
  }

  @Test
  void theSecondsOnAirGrowWithTheTextAndTheSiren() {
    RadioSeconds seconds = new RadioSeconds(new SirenTable(List.of(ALLOWED)));
    int brief = seconds.of(radio(Mode.LIVE, "断水しています。", Optional.empty()));
    int drill = seconds.of(radio(Mode.DRILL, "断水しています。", Optional.empty()));
    int siren = seconds.of(radio(Mode.LIVE, "断水しています。", Optional.of("allowed")));
    assertThat(brief).isBetween(20, 40);
    assertThat(drill).isGreaterThan(brief);
    assertThat(siren).isEqualTo(brief - 4 + 33);
  }

  private Rendering render(Mode mode, Medium medium, String title, String body) {
    return renderer.render(facts(mode), new DraftText(medium, "ja", title, body), Town.NOW);
  }

  private Rendering.Radio radio(Mode mode, String body, Optional<String> siren) {
    return (Rendering.Radio)
        renderer.render(
            facts(mode, siren), new DraftText(Medium.RADIO, "ja", "件名", body), Town.NOW);
  }

  private List<String> groups(AreaCode... areas) {
    MessageFacts facts =
        new MessageFacts(
            Mode.LIVE,
            "t",
            Hazard.FLOOD,
            Optional.empty(),
            false,
            List.of(areas),
            Optional.empty(),
            Town.NOW);
    DraftText text = new DraftText(Medium.RADIO, "ja", "件名", "本文。");
    return ((Rendering.Radio) renderer.render(facts, text, Town.NOW)).groups();
  }

  private static MessageFacts facts(Mode mode) {
    return facts(mode, Optional.empty());
  }

  private static MessageFacts facts(Mode mode, Optional<String> siren) {
    return new MessageFacts(
        mode,
        "alert:a very long stream name of some sender that does not care about limits at all",
        Hazard.FLOOD,
        Optional.of(AlertLevel.FOUR),
        true,
        List.of(Town.NIRAYAMA),
        siren,
        Town.NOW.plus(Duration.ofHours(1)));
  }

  private static Signal signal(String code, boolean approved, boolean drills) {
    return new Signal(
        code,
        code,
        5,
        6,
        3,
        "基準",
        "出典",
        approved ? Optional.of("承認者") : Optional.empty(),
        drills,
        List.of());
  }

  private static String titleOf(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Line line -> line.title();
      case Rendering.Push push -> push.title();
      case Rendering.Web web -> web.title();
      case Rendering.Radio radio -> radio.display();
      case Rendering.Voice _ -> throw new AssertionError("a call has no title");
    };
  }

  private static String bodyOf(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Line line -> line.body();
      case Rendering.Push push -> push.body();
      case Rendering.Web web -> web.body();
      case Rendering.Radio radio -> script(radio);
      case Rendering.Voice voice -> voice.text();
    };
  }

  private static String script(Rendering.Radio radio) {
    return radio.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Part.Chime chime -> chime.opening() ? "chime up" : "chime down";
                  case Part.Siren siren -> "siren " + siren.code();
                  case Part.Pause pause -> String.valueOf(pause.milliseconds());
                  case Part.Speech speech -> speech.text();
                })
        .collect(Collectors.joining("\n"));
  }

  private static List<String> spoken(Rendering.Radio radio) {
    return radio.parts().stream()
        .filter(Part.Speech.class::isInstance)
        .map(part -> ((Part.Speech) part).text())
        .toList();
  }

  private static List<String> kana(Rendering.Radio radio) {
    return radio.parts().stream()
        .filter(Part.Speech.class::isInstance)
        .map(part -> ((Part.Speech) part).kana())
        .toList();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package jp.noroshi.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.Test;

class CallScriptTest {

  private static Rendering.Voice saying(String kana) {
    return new Rendering.Voice(Mode.LIVE, "ja", "", kana, Optional.empty());
  }

  @Test
  void aNoticeIsSaidOnceAndAQuestionTwiceWaitingForOneKey() {
    CallScript script = new CallScript(Optional.empty());
    assertThat(script.of(VoiceSamples.notice()))
        .contains("<Say language=\"ja-JP\">これは訓練です。ニラヤマチク</Say>")
        .doesNotContain("Gather", "韮山");
    String question = script.of(VoiceSamples.notice().asking(VoiceSamples.ANSWER));
    assertThat(question).containsSubsequence("<Gather", "<Say", "</Gather>", "<Gather", "<Say");
    assertThat(question)
        .contains(
            "input=\"dtmf\" numDigits=\"1\" timeout=\"10\" action=\"https://bousai.example.jp/voice/abc?lang=en&amp;x=1\"");
  }

  @Test
  void theVoiceIsTheOneOfTheSettings() {
    assertThat(new CallScript(Optional.of("Polly.Kazuha-Neural")).of(saying("あ")))
        .contains("voice=\"Polly.Kazuha-Neural\"");
  }

  @Test
  void nothingInATextBreaksTheScript() {
    assertThat(new CallScript(Optional.empty()).of(saying("<Hangup/>&\"\u0000\u0007\ud800あ")))
        .contains("&lt;Hangup/&gt;&amp;\"あ</Say>");
  }
}

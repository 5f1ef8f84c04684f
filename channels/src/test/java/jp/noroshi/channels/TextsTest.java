package jp.noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Texts.shorten("避難指示", 4)).isEqualTo("避難指示");
    assertThat(Texts.shortenToBytes("避難指示", 12)).isEqualTo("避難指示");
  }

  @Test
  void whatDoesNotFitEndsVisibly() {
    assertThat(Texts.shorten("避難指示", 3)).isEqualTo("避難…");
    assertThat(Texts.shortenToBytes("避難指示", 11)).isEqualTo("避難…");
  }

  @Test
  void neverCutsWithinACharacter() {
    assertThat(Texts.shorten("𠮷𠮷𠮷", 4)).isEqualTo("𠮷…");
    String cut = Texts.shortenToBytes("𠮷𠮷𠮷", 10);
    assertThat(cut).isEqualTo("𠮷…");
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(10);
  }
}

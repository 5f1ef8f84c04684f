package jp.noroshi.gis.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offices write numbers as they like; what is dialled is a number, or nothing. */
class FacilityPhonesTest {

  private static final String SIGNS = "0123456789０１９+＋()（）-－ー―　 /内線代表.A";

  @ParameterizedTest
  @CsvSource({
    "000-0001-0101, 000-0001-0101",
    "（０００）０００１－０１０１ 内線 12, (000)0001-0101",
    "０００　０００１　０１０２, 000-0001-0102",
    "(000) 0001 0103, (000)-0001-0103",
    "0000010104／0000010105, 0000010104",
    "代表 000ー0001ー0106（夜間は別）, 000-0001-0106",
    "+81-00-0001-0107, +81-00-0001-0107",
  })
  void theFirstNumberOfATextIsDialled(String text, String number) {
    assertThat(FacilityPhones.read(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "なし", "内線12", "949-0001", "電話 0", "０　１　２"})
  void whatHasNoAreaCodeIsNotDialled(String text) {
    assertThat(FacilityPhones.read(text)).isEmpty();
  }

  @FuzzTest(maxDuration = "5s")
  void noTextBreaksIt(byte[] input) {
    assertDialled(new String(input, StandardCharsets.UTF_8));
  }

  @Test
  void noMixtureOfSignsBreaksIt() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int signs = random.nextInt(30); signs > 0; signs--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      assertDialled(text.toString());
    }
  }

  private static void assertDialled(String text) {
    FacilityPhones.read(text)
        .ifPresent(number -> assertThat(number).matches("(\\(0|[+0])[0-9()-]{7,18}[0-9]"));
  }
}

package jp.noroshi.gis.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever an office sends, an extract is read or refused, and nothing else happens. */
class ExtractFuzzTest {

  private static final String SEED =
      """
      宛名番号,氏名,フリガナ,生年月日,性別,住所,緯度,経度,要介護度,手帳種別,等級,部位,医療的ケア,電源時間,異動事由
      0001,見本　花,ミホン ハナ,昭和16年4月5日,女,長岡1-2,35.03,138.93,要介護４,身体障害者手帳,１,下肢,人工呼吸器,6時間,
      2,例示　次郎,ﾚｲｼﾞ,S25.13.40,1,,x,999,要介護9,療育手帳,Ａ,,酸素,99999999999,死亡
      """;
  private static final ListingRules RULES =
      new ListingRules(
          Optional.of(CareLevel.CARE_3),
          Set.of("1級"),
          Set.of("A"),
          Set.of("1級"),
          true,
          true,
          false);

  @FuzzTest(maxDuration = "20s")
  void isReadOrRefused(byte[] bytes) {
    read(bytes);
  }

  @Test
  void aMutatedExtractIsReadOrRefused() {
    Random random = new Random(22225);
    byte[] seed = SEED.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] mutated = seed.clone();
      for (int i = 0; i <= random.nextInt(12); i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      read(mutated);
    }
  }

  @Test
  void aBeginningOfTwoKanaAndMoreFindsANameAndNothingElseDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String name = kana(random, 2 + random.nextInt(9));
      Set<String> found = Kana.beginnings(name);
      for (int length = Kana.SHORTEST; length <= name.length(); length++) {
        assertThat(found).contains(Kana.beginning(hiragana(name.substring(0, length))));
      }
      String other = "ヲ" + name;
      assertThat(found).doesNotContain(Kana.beginning(other));
    }
  }

  private static String kana(Random random, int length) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < length; i++) {
      kana.appendCodePoint('カ' + 2 * random.nextInt(5));
    }
    return kana.toString();
  }

  private static String hiragana(String katakana) {
    StringBuilder hiragana = new StringBuilder();
    katakana.codePoints().map(c -> c - ('ア' - 'あ')).forEach(hiragana::appendCodePoint);
    return hiragana.toString();
  }

  private static void read(byte[] bytes) {
    try {
      for (ExtractFile.Row row : ExtractFile.read(bytes).rows()) {
        if (row.find(ExtractColumn.REFERENCE).isPresent()
            && row.find(ExtractColumn.NAME).isPresent()) {
          ExtractPerson person = new ExtractPerson(row, List.of(row), List.of(row));
          Set<ImportDoubt> doubts = EnumSet.noneOf(ImportDoubt.class);
          Condition condition = new ExtractCondition(RULES).read(person, Optional.empty(), doubts);
          assertThat(person.identity(Optional.empty(), doubts).name()).isNotBlank();
          assertThat(ExtractCondition.mobility(condition)).isNotNull();
          assertThat(person.contacts(Contacts.NONE)).isNotNull();
        }
      }
    } catch (RegisterRefusedException e) {
      assertThat(e.reason()).isEqualTo(RegisterRefusal.FILE_UNREADABLE);
    }
  }
}

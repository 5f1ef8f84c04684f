package jp.noroshi.shelters.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreregistrationsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Instant now = Instant.parse("2026-09-01T10:00:00Z");
  private Preregistrations preregistrations;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    preregistrations =
        new Preregistrations(
            new Checkin.Parts(
                database.database(),
                TestKeys.cipher(database.database()),
                TestKeys.recognition(database.database(), () -> now),
                _ -> true,
                () -> now));
  }

  private static PersonCard person(String name, String kana) {
    return new PersonCard(
        name,
        kana,
        Optional.empty(),
        Optional.of(70),
        PersonCard.Sex.FEMALE,
        "",
        Set.of(Need.NEEDS_CARE),
        PersonCard.Condition.UNKNOWN,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  private Preregistration write(PersonCard... people) {
    return preregistrations.write(HouseholdCard.BLANK, List.of(people));
  }

  private long looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from shelters.card_look")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void whatWasWrittenIsFoundByItsCodeAsItWas() {
    Preregistration written = write(person("見本 花", "ミホン ハナ"), person("見本 太", ""));
    assertThat(preregistrations.findByCode(written.code(), "tablet:x")).contains(written);
  }

  @Test
  void aCodeMayBeTypedInSmallLettersAndWithLettersThatLookLikeDigits() {
    Preregistration written = write(person("見本 花", "ミホン ハナ"));
    String typed = written.code().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
    assertThat(preregistrations.findByCode(typed, "tablet:x")).contains(written);
  }

  @Test
  void itIsFoundByTheBeginningOfANameInEitherKana() {
    Preregistration written = write(person("見本 花", "ミホン ハナ"));
    write(person("別 人", "ベツ ヒト"));
    assertThat(preregistrations.find("みほ", "tablet:x")).containsExactly(written);
    assertThat(preregistrations.find("ハナ", "tablet:x")).isEmpty();
  }

  @Test
  void aSingleKanaFindsNobody() {
    write(person("見本 花", "ミホン ハナ"));
    assertThat(preregistrations.find("ミ", "tablet:x")).isEmpty();
  }

  @Test
  void everyOneOpenedIsALineInTheLog() {
    write(person("見本 花", "ミホン ハナ"));
    preregistrations.find("ミホ", "tablet:x");
    preregistrations.find("ナイ", "tablet:x");
    assertThat(looks()).isEqualTo(1);
  }

  @Test
  void afterAYearItIsForgotten() {
    Preregistration written = write(person("見本 花", "ミホン ハナ"));
    now = now.plus(Duration.ofDays(366));
    assertThat(preregistrations.findByCode(written.code(), "tablet:x")).isEmpty();
    write(person("別 人", "ベツ ヒト"));
    assertThat(
            database
                .database()
                .<Long, RuntimeException>withHandle(
                    handle ->
                        handle
                            .createQuery("select count(*) from shelters.preregistration")
                            .mapTo(Long.class)
                            .one()))
        .isEqualTo(1);
  }

  @Test
  void nobodyACrowdOrAWallOfTextIsRefused() {
    assertThatThrownBy(() -> write()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(person("長".repeat(61), "")))
        .isInstanceOf(IllegalArgumentException.class);
    PersonCard[] crowd =
        Stream.generate(() -> person("見本", "")).limit(13).toArray(PersonCard[]::new);
    assertThatThrownBy(() -> write(crowd)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void codesForPaperFormsAreOfTheSameShapeAndNeverTwoTheSame() {
    assertThat(preregistrations.newCodes(200))
        .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{10}"))
        .doesNotHaveDuplicates();
  }
}

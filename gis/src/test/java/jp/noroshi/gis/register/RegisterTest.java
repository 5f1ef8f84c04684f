package jp.noroshi.gis.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final RegisterKeys KEYS = RegisterKeys.generate();
  private static final Reader WELFARE =
      new Reader("welfare", Reader.Standing.WELFARE_STAFF, "127.0.0.1");
  private static final Access UPDATE =
      Access.of(WELFARE, Purpose.REGISTER, LegalBasis.REGISTER_MAKING);

  private FieldCipher cipher;
  private Register register;

  @BeforeEach
  void open() {
    database.truncate("gis");
    cipher = FieldCipher.unlock(database.database(), Optional.of(KEYS));
    register = on(cipher);
  }

  private static Register on(FieldCipher cipher) {
    Instant now = Instant.parse("2026-09-01T00:00:00Z");
    return new Register(database.database(), cipher, new AccessLog(() -> now), () -> now);
  }

  @Test
  void whatWasEnteredIsOpenedAgainAsItWas() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    Person opened = register.open(hana.id(), UPDATE).orElseThrow();
    assertThat(opened.identity()).isEqualTo(hana.identity());
    assertThat(opened.condition()).contains(hana.condition());
    assertThat(opened.contacts()).contains(hana.contacts());
    assertThat(opened.outline().home()).isEqualTo(hana.home());
  }

  @Test
  void aLookWritesOneLineThatNamesWhoWhomWhatAndWhy() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    register.open(hana.id(), UPDATE);
    assertThat(lines())
        .containsExactly("welfare REGISTER REGISTER_MAKING IDENTITY,CONDITION,CONTACTS");
  }

  @Test
  void thePurposeDecidesWhatIsSeen() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    Person seen =
        register
            .open(hana.id(), Access.of(WELFARE, Purpose.CONTACTING, LegalBasis.REGISTER_INTERNAL))
            .orElseThrow();
    assertThat(seen.condition()).isEmpty();
    assertThat(seen.contacts()).isPresent();
  }

  @Test
  void aDutyOfficerIsRefusedInNormalTimesAndNoLineIsWritten() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    Reader duty = new Reader("duty", Reader.Standing.DUTY_OFFICER, "127.0.0.1");
    assertThatThrownBy(
            () ->
                register.open(
                    hana.id(), Access.of(duty, Purpose.ASSISTANCE, LegalBasis.REGISTER_INTERNAL)))
        .isInstanceOfSatisfying(
            RegisterRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(RegisterRefusal.BASIS_NOT_FITTING));
    assertThat(lines()).isEmpty();
  }

  @Test
  void aTicketIsGoodOnlyInItsTransaction() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    AccessLog log = new AccessLog(() -> Instant.EPOCH);
    AccessTicket kept =
        database
            .database()
            .inTransaction(
                handle -> log.note(handle, UPDATE, hana.id(), Set.of(FieldGroup.IDENTITY)));
    assertThatThrownBy(() -> cipher.open(kept, FieldGroup.IDENTITY, new byte[0], Identity.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void wrongKeysAreKnownAtOnceAndLockTheRegister() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    FieldCipher other =
        FieldCipher.unlock(database.database(), Optional.of(RegisterKeys.generate()));
    assertThat(other.state()).isEqualTo(KeyState.KEY_WRONG);
    assertThatThrownBy(() -> on(other).open(hana.id(), UPDATE))
        .isInstanceOfSatisfying(
            RegisterRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(RegisterRefusal.LOCKED));
    assertThat(on(other).listOutlines()).hasSize(1);
  }

  @Test
  void keysAreReadAsTheyWereWrittenAndARotatedSetStillOpensTheOld() {
    PersonEntry hana = People.hana();
    register.enter(hana, UPDATE);
    RegisterKeys rotated = RegisterKeys.read(RegisterKeys.read(KEYS.write()).rotated().write());
    FieldCipher renewed = FieldCipher.unlock(database.database(), Optional.of(rotated));
    assertThat(renewed.state()).isEqualTo(KeyState.OPEN);
    assertThat(on(renewed).open(hana.id(), UPDATE).orElseThrow().identity())
        .isEqualTo(hana.identity());
  }

  @Test
  void aSearchFindsByTheBeginningOfTheKanaWhateverItsKind() {
    register.enter(People.hana(), UPDATE);
    register.enter(People.entry("200", "例示 次郎", "レイジ ジロウ", People.NIRAYAMA), UPDATE);
    for (String typed : List.of("みほ", "ミホ", "ﾐﾎﾝ", "ミホン　ハナ")) {
      assertThat(register.search(Search.byKana(typed), UPDATE, 50))
          .extracting(person -> person.identity().name())
          .containsExactly("見本 花");
    }
  }

  private static List<String> lines() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select account || ' ' || purpose || ' ' || basis || ' ' || array_to_string(groups, ',')
                        from gis.access_line order by id
                        """)
                    .mapTo(String.class)
                    .list());
  }
}

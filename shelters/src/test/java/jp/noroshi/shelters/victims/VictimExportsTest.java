package jp.noroshi.shelters.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.Fact;
import jp.noroshi.shelters.checkin.TestCheckin;
import jp.noroshi.shelters.checkin.TestKeys;
import jp.noroshi.shelters.checkin.TestTablet;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.inquiry.Protections;
import jp.noroshi.shelters.tally.PlaceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VictimExportsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final LocalDate BIRTH = LocalDate.of(1950, 2, 3);

  private final UUID hana = UUID.randomUUID();
  private final UUID taro = UUID.randomUUID();
  private final UUID home = UUID.randomUUID();
  private final TestTablet school = new TestTablet(SCHOOL, Instant.parse("2026-09-01T10:00:00Z"));
  private Checkin checkin;
  private Protections protections;
  private VictimExports victimExports;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    checkin = TestCheckin.on(database.database(), List.of(SCHOOL), PlaceKind.SHELTER);
    protections =
        new Inquiries(
                database.database(),
                TestKeys.cipher(database.database(), Inquiries.ROOM),
                checkin.evacuees(),
                _ -> "長岡小学校",
                InstantSource.system())
            .protections();
    victimExports =
        new VictimExports(
            database.database(),
            TestKeys.cipher(database.database(), VictimExports.ROOM),
            checkin.evacuees(),
            protections,
            _ -> "長岡小学校",
            InstantSource.system());
  }

  @AfterEach
  void close() {
    checkin.close();
  }

  private void twoOfAHouseholdCheckIn(String nameOfOne) {
    checkin
        .take(
            List.of(
                school.writes(
                    new Fact.EvacueeWritten(
                        hana, home, List.of(), TestCheckin.person(nameOfOne, "ミホン ハナ", BIRTH))),
                school.writes(
                    new Fact.EvacueeWritten(
                        taro,
                        home,
                        List.of(),
                        TestCheckin.person("見本 太郎", "ミホン タロウ", BIRTH.plusYears(60)))),
                school.takesIn(home, hana, taro)))
        .join();
  }

  private static VictimExport.Wish wish(Recipient recipient, boolean named) {
    return new VictimExport.Wish(recipient, "危機管理課", "被災者台帳の作成", named);
  }

  private String file(VictimExport made) {
    return victimExports.fetch(made.id(), "welfare").text();
  }

  @Test
  void theCitysOwnLedgerGetsNamesAndIdsThatStayTheSame() {
    twoOfAHouseholdCheckIn("見本 花");
    VictimExport made = victimExports.make(wish(Recipient.OWN_LEDGER, true), "welfare");
    assertThat(made.people()).isEqualTo(2);
    assertThat(made.households()).isEqualTo(1);
    assertThat(file(made))
        .startsWith("\uFEFF引き継ぎ番号 %d／危機管理課 あて".formatted(made.number()))
        .contains("根拠 災害対策基本法90条の3第1項")
        .contains(home + "," + hana + ",見本 花,ミホン ハナ,1950-02-03");
  }

  @Test
  void withoutNamesNobodyIsInTheFileByNameNumberOrBirthDate() {
    twoOfAHouseholdCheckIn("見本 花");
    assertThat(file(victimExports.make(wish(Recipient.OTHER, false), "welfare")))
        .doesNotContain("見本", "ミホン", "1950", hana.toString(), home.toString(), "長岡小学校")
        .contains("1,75歳以上,女")
        .contains("1,15-64歳,女");
  }

  @Test
  void whoMayNotHaveNamesGetsNone() {
    twoOfAHouseholdCheckIn("見本 花");
    assertThatThrownBy(() -> victimExports.make(wish(Recipient.OTHER, true), "welfare"))
        .isInstanceOfSatisfying(
            VictimExportRefusedException.class,
            refused ->
                assertThat(refused.refusal()).isEqualTo(VictimExportRefusal.NAMES_NOT_ALLOWED));
    assertThat(victimExports.list()).isEmpty();
  }

  @Test
  void whoIsUnderProtectionIsLeftOutOfNamesAndThatIsSaid() {
    twoOfAHouseholdCheckIn("見本 花");
    protections.note(
        new Protections.Who("見本 花", "ミホン ハナ", Optional.of(BIRTH), ""), Optional.empty(), "w");
    VictimExport made = victimExports.make(wish(Recipient.OTHER_GOVERNMENT, true), "welfare");
    assertThat(made.leftOut()).isEqualTo(1);
    assertThat(file(made)).doesNotContain("見本 花").contains("支援措置により除外 1人");
  }

  @Test
  void aNameThatLooksLikeAFormulaIsOneNoMore() {
    twoOfAHouseholdCheckIn("=HYPERLINK(1)");
    assertThat(file(victimExports.make(wish(Recipient.OWN_LEDGER, true), "welfare")))
        .contains("'=HYPERLINK(1)");
  }

  @Test
  void whatWasCalledBackIsNotFetchedAnyMoreAndEveryFetchIsCounted() {
    twoOfAHouseholdCheckIn("見本 花");
    VictimExport made = victimExports.make(wish(Recipient.OWN_LEDGER, true), "welfare");
    String first = file(made);
    assertThat(file(made)).isEqualTo(first);
    assertThat(victimExports.list()).singleElement().extracting(VictimExport::fetched).isEqualTo(2);
    victimExports.recall(made.id(), "welfare");
    assertThatThrownBy(() -> file(made)).isInstanceOf(VictimExportRefusedException.class);
    assertThatThrownBy(() -> victimExports.recall(made.id(), "welfare"))
        .isInstanceOf(VictimExportRefusedException.class);
  }

  @Test
  void nobodyIsNoVictimExport() {
    assertThatThrownBy(() -> victimExports.make(wish(Recipient.OWN_LEDGER, true), "welfare"))
        .isInstanceOf(VictimExportRefusedException.class);
  }
}

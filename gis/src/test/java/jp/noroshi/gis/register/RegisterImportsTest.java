package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.ImportRow.Outcome;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterImportsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String RESIDENTS =
      """
      宛名番号,氏名,フリガナ,生年月日,性別,住所,緯度,経度,異動事由
      0000101,見本　花,ミホン ハナ,昭和16年4月5日,女,伊豆の国市長岡1-2,35.033,138.9296,
      0000102,例示　次郎,レイジ ジロウ,1950-01-02,男,伊豆の国市田京3-4,,,
      0000103,仮名　元気,カメイ ゲンキ,1980-01-02,男,伊豆の国市田京3-5,,,
      """;
  private static final String CARE =
      """
      宛名番号,要介護状態区分
      101,要介護４
      102,要介護3
      """;
  private static final String DISABILITY =
      """
      宛名番号,手帳種別,等級,部位
      101,身体障害者手帳,1,下肢
      """;

  private RegisterBed bed;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = RegisterBed.on(database.database());
  }

  @Test
  void theSampleComesInWholeAndAgainChangesNothing() {
    RegisterImport first = bed.services().imports().propose(sample(), UPDATE);
    assertThat(first.counts().get(Outcome.ADDED)).isBetween(140, 170);
    assertThat(first.counts()).doesNotContainKey(Outcome.REFUSED);
    bed.services().imports().approve(first.id(), RegisterBed.decision());
    assertThat(bed.services().consents().take(RegisterBed.sample("consents.csv"), UPDATE))
        .isGreaterThan(250);
    assertThat(bed.services().imports().propose(sample(), UPDATE).counts())
        .doesNotContainKeys(Outcome.ADDED, Outcome.CHANGED, Outcome.MISSING);
  }

  private static List<Extract> sample() {
    return List.of(
        new Extract(Extract.Kind.RESIDENT, "resident.csv", RegisterBed.sample("resident.csv")),
        new Extract(Extract.Kind.CARE, "care.csv", RegisterBed.sample("care.csv")),
        new Extract(
            Extract.Kind.DISABILITY, "disability.csv", RegisterBed.sample("disability.csv")));
  }

  @Test
  void onlyThoseARuleListsComeInAndTheReasonIsWritten() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    Person hana = open("101");
    assertThat(hana.condition().orElseThrow().reasons()).containsExactly("要介護4", "身体障害者手帳1級");
    assertThat(hana.outline().mobility()).isEqualTo(Mobility.WHEELCHAIR);
    assertThat(hana.outline().district()).contains(new AreaCode("22225-01"));
    assertThat(hana.identity().birthDate().orElseThrow()).hasToString("1941-04-05");
    assertThat(bed.services().register().listOutlines()).hasSize(2);
  }

  @Test
  void aHomeWithoutPositionIsPlacedByItsDistrictAndMarkedDoubtful() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    PersonOutline jiro = open("102").outline();
    assertThat(jiro.district()).contains(new AreaCode("22225-19"));
    assertThat(jiro.home()).isPresent();
    assertThat(jiro.homeDoubtful()).isTrue();
  }

  @Test
  void whatChangedIsShownByItsKind() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    String moved =
        RESIDENTS.replace("35.033,138.9296,", "35.033,138.9296,死亡").replace("田京3-4", "大仁3-4");
    RegisterImport proposal = bed.propose(moved, CARE.replace("102,要介護3", "102,要介護5"), DISABILITY);
    List<ImportRow> rows = bed.services().imports().open(proposal.id(), UPDATE).rows();
    assertThat(rows)
        .filteredOn(ImportRow::writes)
        .extracting(ImportRow::kinds)
        .containsExactlyInAnyOrder(
            Set.of(ChangeKind.DIED),
            Set.of(ChangeKind.ADDRESS, ChangeKind.CARE_LEVEL, ChangeKind.CONDITION));
  }

  @Test
  void nobodyApprovesTheirOwnProposal() {
    RegisterImport proposal = bed.propose(RESIDENTS, CARE, DISABILITY);
    refused(
        RegisterRefusal.OWN_WORK, () -> bed.services().imports().approve(proposal.id(), UPDATE));
    assertThat(bed.services().register().listOutlines()).isEmpty();
  }

  @Test
  void undoingBringsBackWhatWasBefore() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    RegisterImport second = bed.take(RESIDENTS.replace("長岡1-2", "長岡9-9"), CARE, DISABILITY);
    bed.services().imports().undo(second.id(), UPDATE);
    assertThat(open("101").identity().address()).isEqualTo("伊豆の国市長岡1-2");
  }

  @Test
  void undoingTakesWhoWasNewOffTheList() {
    RegisterImport first = bed.take(RESIDENTS, CARE, DISABILITY);
    bed.services().imports().undo(first.id(), UPDATE);
    assertThat(bed.services().register().listOutlines())
        .extracting(PersonOutline::state)
        .containsOnly(PersonState.REMOVED);
  }

  @Test
  void aProposalOvertakenByAnotherChangeIsRefusedAsAWhole() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    RegisterImport stale = bed.propose(RESIDENTS.replace("長岡1-2", "長岡9-9"), CARE, DISABILITY);
    bed.take(RESIDENTS.replace("長岡1-2", "長岡8-8"), CARE, DISABILITY);
    refused(
        RegisterRefusal.CHANGED_MEANWHILE,
        () -> bed.services().imports().approve(stale.id(), RegisterBed.decision()));
    assertThat(open("101").identity().address()).isEqualTo("伊豆の国市長岡8-8");
  }

  @Test
  void whoNoRuleListsAnyMoreIsTakenOffButKept() {
    bed.take(RESIDENTS, CARE, DISABILITY);
    bed.take(RESIDENTS, CARE.replace("102,要介護3", "102,要介護1"), DISABILITY);
    assertThat(open("102").outline().state()).isEqualTo(PersonState.REMOVED);
  }

  @Test
  void rowsThatCannotBeJoinedAreRefusedAndSaidWhy() {
    RegisterImport proposal =
        bed.propose(
            "氏名,宛名番号\n見本　花,\n,5\n例示　次郎,6\n例示　次郎,06\n", "宛名番号,要介護度\n6,要介護5\n9,要介護5\n", "宛名番号\n");
    assertThat(
            bed.services().imports().open(proposal.id(), UPDATE).rows().stream()
                .filter(row -> row.outcome() == Outcome.REFUSED)
                .flatMap(row -> row.doubts().stream()))
        .containsExactly(
            ImportDoubt.REFERENCE_MISSING, ImportDoubt.NAME_MISSING, ImportDoubt.REFERENCE_TWICE);
    assertThat(proposal.counts()).containsEntry(Outcome.NOT_LISTED, 1);
  }

  @Test
  void theOrderOfColumnsAndTheEncodingDoNotMatter() {
    byte[] bytes =
        "住所,フリガナ,氏名,宛名番号\r\n伊豆の国市長岡1-2,ﾐﾎﾝ ﾊﾅ,見本　花,101\r\n"
            .getBytes(Charset.forName("windows-31j"));
    RegisterImport proposal =
        bed.services()
            .imports()
            .propose(
                List.of(
                    new Extract(Extract.Kind.RESIDENT, "r.csv", bytes),
                    new Extract(
                        Extract.Kind.CARE,
                        "c.csv",
                        "認定結果,宛名番号\n要介護5,101\n".getBytes(Charset.forName("windows-31j")))),
                UPDATE);
    assertThat(proposal.counts()).isEqualTo(Map.of(Outcome.ADDED, 1));
  }

  @Test
  void aProposalIsSealedAsAWhole() {
    bed.propose(RESIDENTS, CARE, DISABILITY);
    String stored =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select i::text from gis.register_import i")
                        .mapTo(String.class)
                        .one());
    assertThat(stored).doesNotContain("見本").doesNotContain("長岡");
  }

  @Test
  void anUnknownImportIsSaidToBeUnknown() {
    refused(
        RegisterRefusal.NOT_FOUND, () -> bed.services().imports().open(UUID.randomUUID(), UPDATE));
  }

  private Person open(String reference) {
    return bed.services().register().open(bed.personWith(reference), UPDATE).orElseThrow();
  }

  private static void refused(RegisterRefusal reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RegisterRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aFileWithoutNumbersIsNoExtract() {
    for (String text : List.of("", "氏名\n見本\n", "\"宛名番号")) {
      refused(RegisterRefusal.FILE_UNREADABLE, () -> bed.propose(text, CARE, DISABILITY));
    }
    assertThat(Optional.of(bed.services().imports().list())).contains(List.of());
  }
}

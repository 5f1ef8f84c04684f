package jp.noroshi.gis.plan;

import static jp.noroshi.gis.plan.PlanBed.PLANNING;
import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static jp.noroshi.gis.register.RegisterBed.WELFARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.Disclosure.RecipientKind;
import jp.noroshi.gis.register.Disclosure.Subject;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.Emergency;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plans that are handed over stand in the same ledger as the register. */
class PlanDisclosuresTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Access PROVISION =
      Access.of(WELFARE, Purpose.PROVISION, LegalBasis.PLAN_CONSENT);

  private PlanBed bed;
  private PlanDisclosures disclosures;
  private PersonId hana;
  private Supporter neighbour;
  private UUID plan;

  @BeforeEach
  void onePlan() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    disclosures = bed.services().disclosures();
    hana = bed.person();
    neighbour = bed.supporter("隣野 一", 2);
    plan = bed.healthy(hana, bed.site("見本小学校", 100), neighbour).id();
  }

  @Test
  void inNormalTimesBothPartiesHaveToAgree() {
    refused(RegisterRefusal.NOBODY_TO_DISCLOSE, () -> make(RecipientKind.COMMISSIONER, PROVISION));
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    assertThat(make(RecipientKind.COMMISSIONER, PROVISION).people()).isEqualTo(1);
    bed.save(PlanBed.plain(neighbour.id(), 1, "隣野 一", 2, ConsentAnswer.UNANSWERED, false));
    refused(RegisterRefusal.NOBODY_TO_DISCLOSE, () -> make(RecipientKind.COMMISSIONER, PROVISION));
    assertThatThrownBy(() -> disclosures.print(plan, wish(RecipientKind.FIRE), PROVISION))
        .isInstanceOfSatisfying(
            PlanRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PlanRefusal.PROVISION_NOT_AGREED));
  }

  @Test
  void everyCopySaysTheSameWhateverBecameOfThePlan() {
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    Disclosure made = make(RecipientKind.FIRE, PROVISION);
    PlanSheet before = sheet(made, 1);
    bed.plans().review(plan, 2, bed.today().plusMonths(3), PLANNING);
    assertThat(sheet(made, 2)).isEqualTo(before);
    assertThat(before.plan().content().house()).contains("玄関に段差");
    assertThat(before.supporter(neighbour.id()).supporter().name()).isEqualTo("隣野 一");
  }

  @Test
  void everyHandingOverIsALineForThePersonAndForWhoHelps() {
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    Disclosure made = make(RecipientKind.FIRE, PROVISION);
    int before = bed.log().size();
    disclosures.fetch(made, 1, PROVISION);
    assertThat(bed.log().subList(before, bed.log().size()))
        .containsExactly(
            "PERSON PROVISION IDENTITY,CONDITION,CONTACTS,PLAN", "SUPPORTER PROVISION SUPPORTERS");
  }

  @Test
  void theyStandInTheLedgerOfThePersonAndAreRecalledLikeTheRegister() {
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    Disclosure made = make(RecipientKind.FIRE, PROVISION);
    Disclosure own = print(RecipientKind.PERSON, PLANNING);
    var ledger = bed.register().services().disclosures();
    assertThat(ledger.of(hana, UPDATE))
        .extracting(Disclosure::id)
        .containsExactly(own.id(), made.id());
    ledger.recall(made.id(), "年度の更新", WELFARE);
    refused(RegisterRefusal.ALREADY_DONE, () -> disclosures.fetch(made, 1, PROVISION));
    assertThat(ledger.confirmDestroyed(made.id(), 1, WELFARE).isOpen()).isTrue();
  }

  @Test
  void aSheetForOneselfIsNoProvisionAndAProvisionIsNotForOneself() {
    assertThat(print(RecipientKind.PERSON, PLANNING).copies().getFirst().handedAt()).isEmpty();
    refused(
        RegisterRefusal.BASIS_NOT_FITTING,
        () -> disclosures.print(plan, wish(RecipientKind.PERSON), PROVISION));
    refused(
        RegisterRefusal.BASIS_NOT_FITTING,
        () -> disclosures.print(plan, wish(RecipientKind.FIRE), PLANNING));
    refused(
        RegisterRefusal.BASIS_NOT_FITTING,
        () -> disclosures.print(plan, wish(RecipientKind.PERSON), UPDATE));
  }

  @Test
  void inADisasterNobodyIsAsked() {
    Emergency emergency =
        bed.register()
            .services()
            .emergencies()
            .declare(
                new Emergencies.Declaration(
                    "川の氾濫のおそれ", LegalBasis.PLAN_DISASTER, List.of(), Duration.ofHours(3)),
                RegisterBed.DUTY);
    Access disaster =
        Access.of(WELFARE, Purpose.PROVISION, LegalBasis.PLAN_DISASTER).within(emergency.id());
    assertThat(make(RecipientKind.OTHER, disaster).people()).isEqualTo(1);
  }

  @Test
  void aListIsFetchedLikeSheets() {
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    Disclosure made =
        disclosures.make(
            Subject.PLAN_LIST, HazardKind.FLOOD, wish(RecipientKind.COMMISSIONER), PROVISION);
    assertThat(disclosures.fetch(made, 2, PROVISION))
        .isInstanceOfSatisfying(
            PlanDisclosures.Papers.Lines.class,
            papers ->
                assertThat(papers.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.identity().name()).isEqualTo("見本 花")));
  }

  @Test
  void aSupporterIsFoundByTheBeginningOfTheNameOrTheTelephoneAndOnlyTheyAreOpened() {
    bed.supporter("共野 二子", 2);
    Supporters supporters = bed.services().supporters();
    for (String words : List.of("隣野", "隣野一", "隣野　一")) {
      int before = bed.log().size();
      assertThat(supporters.search(words, PLANNING))
          .extracting(found -> found.supporter().name())
          .containsExactly("隣野 一");
      assertThat(bed.log()).hasSize(before + 1);
    }
    assertThat(supporters.search("000-0000-0200", PLANNING)).hasSize(2);
    assertThat(supporters.search("０００ ００００ ０２００", PLANNING)).hasSize(2);
    assertThat(supporters.search("野 一", PLANNING)).isEmpty();
    refused(RegisterRefusal.SEARCH_TOO_SHORT, () -> supporters.search("隣", PLANNING));
  }

  private Disclosure make(RecipientKind kind, Access access) {
    return disclosures.make(Subject.PLANS, HazardKind.FLOOD, wish(kind), access);
  }

  private Disclosure print(RecipientKind kind, Access access) {
    return disclosures.print(plan, wish(kind), access).orElseThrow().disclosure();
  }

  private PlanSheet sheet(Disclosure made, int copy) {
    return ((PlanDisclosures.Papers.Sheets) disclosures.fetch(made, copy, PROVISION))
        .sheets()
        .getFirst();
  }

  private static DisclosureWish wish(RecipientKind kind) {
    return new DisclosureWish(
        kind,
        "見本の受け手",
        "避難支援の準備",
        List.of(People.NAGAOKA),
        LocalDate.of(2027, 3, 31),
        List.of("一郎係長", "二郎班長"));
  }

  private static void refused(RegisterRefusal reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RegisterRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}

package jp.noroshi.gis.plan;

import static jp.noroshi.gis.register.RegisterBed.WELFARE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.AccessHistory;
import jp.noroshi.gis.register.AccessLine;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a shelter may know of somebody with a plan who stands at its reception. */
class ReceptionBriefsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Reader TABLET =
      new Reader("tablet:1", Reader.Standing.RECEPTION, "127.0.0.1");
  private static final LocalDate BIRTH = LocalDate.of(1941, 4, 5);

  private PlanBed bed;
  private PersonId hana;
  private Supporter neighbour;

  @BeforeEach
  void somebodyWithAPlan() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    hana = bed.person();
    neighbour = bed.supporter("隣野 一", 2);
    bed.healthy(hana, bed.site("見本福祉会館", 20), neighbour);
  }

  private Optional<ReceptionBrief> open() {
    return bed.services().briefs().open("みほん　はな", BIRTH, TABLET);
  }

  private List<AccessLine> linesOfTheTablet() {
    return bed
        .register()
        .services()
        .history()
        .listBefore(Long.MAX_VALUE, 50, AccessHistory.Filter.ALL)
        .stream()
        .filter(line -> line.account().equals(TABLET.account()))
        .toList();
  }

  @Test
  void whoAnsweredNothingHasAPlanAndNoMoreIsTold() {
    assertThat(bed.services().briefs().isPlanned("ミホン ハナ", BIRTH, TABLET)).isTrue();
    assertThat(open())
        .hasValueSatisfying(
            brief -> {
              assertThat(brief.register()).isEmpty();
              assertThat(brief.plans()).isEmpty();
            });
    assertThat(linesOfTheTablet())
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.subject()).isEqualTo(hana.value());
              assertThat(line.basis()).isEqualTo(LegalBasis.REGISTER_INTERNAL);
            });
  }

  @Test
  void eachConsentOpensItsOwnPartAndNoOther() {
    bed.answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    assertThat(open())
        .hasValueSatisfying(
            brief -> {
              assertThat(brief.register())
                  .hasValueSatisfying(entry -> assertThat(entry.person().condition()).isPresent());
              assertThat(brief.plans()).isEmpty();
            });
    bed.answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.WITHDRAWN);
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    assertThat(open())
        .hasValueSatisfying(
            brief -> {
              assertThat(brief.register()).isEmpty();
              assertThat(brief.plans())
                  .hasValueSatisfying(
                      plans -> {
                        assertThat(plans.basis()).isEqualTo(LegalBasis.PLAN_CONSENT);
                        assertThat(plans.arrangements())
                            .singleElement()
                            .satisfies(
                                plan ->
                                    assertThat(plan.supporters())
                                        .extracting(each -> each.supporter().name())
                                        .containsExactly("隣野 一"));
                      });
            });
  }

  @Test
  void aPlanNeedsTheYesOfItsSupportersToo() {
    bed.answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    bed.save(PlanBed.plain(neighbour.id(), 1, "隣野 一", 2, ConsentAnswer.UNANSWERED, false));
    assertThat(open()).hasValueSatisfying(brief -> assertThat(brief.plans()).isEmpty());
  }

  @Test
  void aDeclaredEmergencyOpensWhatItCoversWhileItLasts() {
    declare(LegalBasis.PLAN_DISASTER, People.NIRAYAMA);
    assertThat(open()).hasValueSatisfying(brief -> assertThat(brief.plans()).isEmpty());
    declare(LegalBasis.PLAN_DISASTER, People.NAGAOKA);
    assertThat(open())
        .hasValueSatisfying(
            brief -> {
              assertThat(brief.register()).isEmpty();
              assertThat(brief.plans())
                  .hasValueSatisfying(
                      plans -> assertThat(plans.basis()).isEqualTo(LegalBasis.PLAN_DISASTER));
            });
    assertThat(linesOfTheTablet())
        .anySatisfy(
            line -> {
              assertThat(line.subject()).isEqualTo(neighbour.id());
              assertThat(line.emergency()).isPresent();
            });
    bed.pass(Duration.ofHours(2));
    assertThat(open()).hasValueSatisfying(brief -> assertThat(brief.plans()).isEmpty());
  }

  private void declare(LegalBasis basis, AreaCode district) {
    bed.register()
        .services()
        .emergencies()
        .declare(
            new Emergencies.Declaration("氾濫", basis, List.of(district), Duration.ofHours(1)),
            WELFARE);
  }

  @Test
  void anotherBirthDateOrAPlanNobodyAgreedToIsNoPlan() {
    ReceptionBriefs briefs = bed.services().briefs();
    assertThat(briefs.isPlanned("ミホン ハナ", BIRTH.plusDays(1), TABLET)).isFalse();
    bed.sql("update gis.plan set state = 'DRAFT', agreed_on = null");
    assertThat(briefs.isPlanned("ミホン ハナ", BIRTH, TABLET)).isFalse();
    assertThat(open()).isEmpty();
  }
}

package jp.noroshi.core.dispatch;

import static jp.noroshi.core.dispatch.Town.CHIEF;
import static jp.noroshi.core.dispatch.Town.NAGAOKA;
import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.VIEWER;
import static jp.noroshi.core.dispatch.Town.WRITER;
import static jp.noroshi.core.dispatch.Town.done;
import static jp.noroshi.core.dispatch.Town.lift;
import static jp.noroshi.core.dispatch.Town.order;
import static jp.noroshi.core.dispatch.Town.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CorrectionsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Town town;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
  }

  @Test
  void aCorrectionGoesToExactlyTheMediaAndPeopleThatWereTold() {
    Dispatch former = town.approved(town.waitingNotice());

    Dispatch correction = done(correct(former, "断水しているのは長岡地区です。"));

    assertThat(correction.media()).isEqualTo(former.media());
    assertThat(correction.audience()).isEqualTo(former.audience());
    assertThat(correction.thread()).isEqualTo(former.thread());
    assertThat(correction.corrects()).contains(former.id());
    assertThat(correction.reason()).isEqualTo(DispatchReason.CORRECTED);
    assertThat(radio(correction))
        .isEqualTo("訂正放送、訂正放送。\n" + "訂正します。午後3時20分の「断水のお知らせ」は誤りです。断水しているのは長岡地区です。");
  }

  @Test
  void correctingAnOrderTakesItBackWithTheApproval() {
    Dispatch former = town.inForce(order(Hazard.FLOOD, 4, NIRAYAMA));

    Dispatch correction = done(correct(former, ""));
    assertThat(radio(correction)).endsWith("「警戒レベル4 避難指示（洪水）」は誤りです。避難の必要はありません。");
    assertThat(town.services.orders().listInForce()).hasSize(1);

    town.approved(town.handedIn(correction));
    assertThat(town.services.orders().listInForce()).isEmpty();
  }

  @Test
  void correctingARaiseReturnsToTheLevelBefore() {
    town.inForce(order(Hazard.FLOOD, 3, NIRAYAMA));
    Dispatch former = town.inForce(order(Hazard.FLOOD, 4, NIRAYAMA, NAGAOKA));

    Dispatch correction = done(correct(former, ""));

    assertThat(radio(correction)).doesNotContain("避難の必要はありません");
    assertThat(radio(correction)).endsWith("韮山地区には、洪水の、警戒レベル3、高齢者等避難が引き続き出ています。");
    town.approved(town.handedIn(correction));
    assertThat(town.services.orders().listInForce())
        .singleElement()
        .matches(each -> each.level() == AlertLevel.THREE && each.district().equals(NIRAYAMA));
  }

  @Test
  void nobodyIsToldThatTheyAreSafeWhileAnotherOrderStands() {
    town.inForce(order(Hazard.LANDSLIDE, 4, NIRAYAMA));
    Dispatch former = town.inForce(order(Hazard.FLOOD, 4, NIRAYAMA));

    Dispatch correction = done(correct(former, ""));

    assertThat(correction.texts())
        .noneMatch(text -> text.body().contains("避難の必要はありません"))
        .noneMatch(text -> text.body().contains("do not need"));
    assertThat(radio(correction)).endsWith("韮山地区には、土砂災害の、警戒レベル4、避難指示が引き続き出ています。");
  }

  @Test
  void whatChangedSinceIsNotUndone() {
    Dispatch former = town.inForce(order(Hazard.FLOOD, 4, NIRAYAMA, NAGAOKA));
    town.inForce(lift(Hazard.FLOOD, NAGAOKA));

    town.approved(town.handedIn(done(correct(former, ""))));

    assertThat(town.services.orders().listInForce()).isEmpty();
  }

  @Test
  void whatWasNotHandedOverYetIsWithdrawnWithTheApproval() {
    town.withSubscribers(Medium.FCM, 5);
    Dispatch former = town.approved(town.waitingNotice());

    town.approved(town.handedIn(done(correct(former, "断水していません。"))));

    assertThat(
            town.count(
                "select count(*) from core.delivery where withdrawn and dispatch_id = '"
                    + former.id()
                    + "'"))
        .isEqualTo(4);
    assertThat(town.count("select count(*) from core.delivery where not withdrawn"))
        .isEqualTo(town.count("select count(*) from core.delivery") - 4);
  }

  @Test
  void onlyWhatWasApprovedCanBeCorrectedAndOnlyOnce() {
    Dispatch waiting = town.waitingNotice();
    assertThat(refusal(correct(waiting, "…"))).contains(DispatchRefusal.NOT_APPROVED);

    Dispatch former = town.approved(waiting);
    assertThat(refusal(correct(former, ""))).contains(DispatchRefusal.REASON_MISSING);
    assertThat(
            refusal(
                town.services
                    .corrections()
                    .correct(former.id(), former.version(), new Correction("…"), VIEWER)))
        .contains(DispatchRefusal.MAY_NOT_DRAFT);
    done(correct(former, "断水していません。"));
    assertThat(refusal(correct(former, "断水していません。"))).contains(DispatchRefusal.ALREADY_CORRECTED);
  }

  @Test
  void aCorrectionNeedsASecondPersonToo() {
    Dispatch former = town.approved(town.waitingNotice());
    Dispatch correction =
        done(
            town.services
                .corrections()
                .correct(former.id(), former.version(), new Correction("誤りです。"), CHIEF));
    Dispatch waiting =
        done(town.services.drafts().requestApproval(correction.id(), correction.version(), CHIEF));

    assertThat(refusal(town.approve(waiting, CHIEF))).contains(DispatchRefusal.WRITTEN_BY_APPROVER);
  }

  private DispatchResult correct(Dispatch former, String truth) {
    return town.services
        .corrections()
        .correct(former.id(), former.version(), new Correction(truth), WRITER);
  }

  private static String radio(Dispatch dispatch) {
    Optional<DraftText> radio =
        dispatch.texts().stream().filter(text -> text.medium() == Medium.RADIO).findFirst();
    return radio.orElseThrow().body();
  }
}

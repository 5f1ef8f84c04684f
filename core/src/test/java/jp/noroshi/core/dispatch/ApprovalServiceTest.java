package jp.noroshi.core.dispatch;

import static jp.noroshi.core.alert.AlertBuilder.aLandslideAlert;
import static jp.noroshi.core.dispatch.Town.CHIEF;
import static jp.noroshi.core.dispatch.Town.NAGAOKA;
import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.VIEWER;
import static jp.noroshi.core.dispatch.Town.WRITER;
import static jp.noroshi.core.dispatch.Town.aNotice;
import static jp.noroshi.core.dispatch.Town.done;
import static jp.noroshi.core.dispatch.Town.order;
import static jp.noroshi.core.dispatch.Town.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Town town;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
  }

  @Test
  void anotherPersonWithTheRightApproves() {
    Dispatch approved = town.approved(town.waitingNotice());

    assertThat(approved.state()).isEqualTo(DispatchState.APPROVED);
    assertThat(approved.approver()).contains("suzuki");
    assertThat(approved.approvedAt()).contains(Town.NOW);
  }

  @Test
  void theAuthorMayNotApprove() {
    Dispatch draft = done(town.services.drafts().write(aNotice(), CHIEF));
    Dispatch waiting = town.handedIn(draft);

    assertThat(refusal(town.approve(waiting, CHIEF))).contains(DispatchRefusal.WRITTEN_BY_APPROVER);
  }

  @Test
  void whoChangedItLastMayNotApprove() {
    Dispatch draft = done(town.services.drafts().write(aNotice(), WRITER));
    Dispatch edited =
        done(town.services.drafts().edit(draft.id(), draft.version(), DraftEdit.of(draft), CHIEF));
    Dispatch waiting =
        done(town.services.drafts().requestApproval(edited.id(), edited.version(), CHIEF));

    assertThat(refusal(town.approve(waiting, CHIEF))).contains(DispatchRefusal.WRITTEN_BY_APPROVER);
  }

  @Test
  void withoutTheRightNobodyApproves() {
    Dispatch waiting = town.waitingNotice();

    assertThat(refusal(town.approve(waiting, VIEWER))).contains(DispatchRefusal.MAY_NOT_APPROVE);
    Officer otherWriter = new Officer("ito", Set.of(Right.DRAFT));
    assertThat(refusal(town.approve(waiting, otherWriter)))
        .contains(DispatchRefusal.MAY_NOT_APPROVE);
  }

  @Test
  void aDraftNobodyHandedInIsNotApproved() {
    Dispatch draft = done(town.services.drafts().write(aNotice(), WRITER));

    assertThat(refusal(town.approve(draft, CHIEF))).contains(DispatchRefusal.NOT_AWAITING_APPROVAL);
  }

  @Test
  void whatChangedSinceTheApproverLookedIsNotApproved() {
    Dispatch waiting = town.waitingNotice();

    DispatchResult result =
        town.services.approvals().approve(waiting.id(), waiting.version() - 1, CHIEF, "");

    assertThat(refusal(result)).contains(DispatchRefusal.CHANGED_MEANWHILE);
  }

  @Test
  void whatExpiredIsNotApproved() {
    Dispatch waiting = town.waitingNotice();
    town.clock.advance(Duration.ofHours(6));

    assertThat(refusal(town.approve(waiting, CHIEF))).contains(DispatchRefusal.EXPIRED);
  }

  @Test
  void aDrillIsNotThereForALiveHub() {
    Town drill = new Town(database.database(), Mode.DRILL);
    Dispatch waiting = drill.waitingNotice();

    assertThat(refusal(town.approve(waiting, CHIEF))).contains(DispatchRefusal.NOT_FOUND);
    assertThat(town.count("select count(*) from core.delivery")).isZero();
  }

  @Test
  void anExerciseNeverGoesOutLive() {
    Alert exercise = aLandslideAlert().status(AlertStatus.EXERCISE).build();
    assertThat(approveAfter(exercise, "DRAFTED")).contains(DispatchRefusal.NOT_FOR_PUBLIC);
  }

  @Test
  void aTestSampleNeverGoesOutLive() {
    Alert sample = aLandslideAlert().restriction(Alert.Restriction.TEST_SAMPLE).build();
    assertThat(approveAfter(sample, "DRAFTED")).contains(DispatchRefusal.NOT_FOR_PUBLIC);
  }

  @Test
  void aHeldAlertNeverGoesOutLive() {
    assertThat(approveAfter(aLandslideAlert().build(), "HELD"))
        .contains(DispatchRefusal.NOT_FOR_PUBLIC);
  }

  @Test
  void anActualAlertMayGoOutLive() {
    assertThat(approveAfter(aLandslideAlert().build(), "DRAFTED")).isEmpty();
  }

  @Test
  void levelFourAsksForTheLevelOrTheAreaTyped() {
    Dispatch waiting =
        town.handedIn(
            done(
                town.services
                    .evacuations()
                    .propose(order(Hazard.LANDSLIDE, 4, NIRAYAMA, NAGAOKA), WRITER)));

    assertThat(town.services.approvals().confirmationOf(waiting)).contains("4");
    assertThat(refusal(type(waiting, ""))).contains(DispatchRefusal.CONFIRMATION_MISMATCH);
    assertThat(refusal(type(waiting, "3"))).contains(DispatchRefusal.CONFIRMATION_MISMATCH);
    assertThat(refusal(type(waiting, "４"))).isEmpty();
  }

  @Test
  void theAreaTypedConfirmsAsWell() {
    Dispatch waiting =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.FLOOD, 5, NIRAYAMA), WRITER)));

    assertThat(refusal(type(waiting, "韮山地区"))).isEmpty();
  }

  @Test
  void aTsunamiOrderIsConfirmedByItsAreaBecauseItHasNoLevel() {
    Dispatch waiting =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.TSUNAMI, 4, NAGAOKA), WRITER)));

    assertThat(waiting.level()).isEmpty();
    assertThat(town.services.approvals().confirmationOf(waiting)).contains("長岡地区");
  }

  @Test
  void approvingTwiceIsHarmless() {
    town.withSubscribers(Medium.LINE, 3);
    Dispatch waiting = town.waitingNotice();

    town.approved(waiting);
    int deliveries = town.count("select count(*) from core.delivery");
    assertThat(refusal(town.approve(waiting, CHIEF))).isEmpty();

    assertThat(town.count("select count(*) from core.delivery")).isEqualTo(deliveries);
    assertThat(chronologyKinds()).containsOnlyOnce("DISPATCH_APPROVED");
  }

  @Test
  void aSecondApproverComesTooLate() {
    Dispatch waiting = town.waitingNotice();
    town.approved(waiting);

    Officer other = new Officer("mori", Set.of(Right.APPROVE));
    assertThat(refusal(town.approve(waiting, other)))
        .contains(DispatchRefusal.NOT_AWAITING_APPROVAL);
  }

  @Test
  void anUnknownDispatchIsNotFound() {
    assertThat(refusal(town.services.approvals().approve(UUID.randomUUID(), 1, CHIEF, "")))
        .contains(DispatchRefusal.NOT_FOUND);
  }

  @Test
  void everyRefusalIsALineInTheChronologyAndChangesNothing() {
    Dispatch waiting = town.waitingNotice();
    town.approve(waiting, WRITER);
    town.approve(waiting, VIEWER);

    assertThat(chronologyKinds())
        .containsExactly(
            "DRAFT_CREATED", "APPROVAL_REQUESTED", "APPROVAL_REFUSED", "APPROVAL_REFUSED");
    assertThat(town.services.drafts().find(waiting.id())).contains(waiting);
  }

  @Test
  void allMediaLandInTheOutboxWithTheApproval() {
    town.withSubscribers(Medium.LINE, 1_201).withSubscribers(Medium.FCM, 801);
    Dispatch draft = done(town.services.drafts().write(aNotice(), WRITER));
    Dispatch inAreas =
        done(
            town.services
                .drafts()
                .edit(
                    draft.id(),
                    draft.version(),
                    new DraftEdit(
                        draft.title(),
                        draft.texts(),
                        draft.media(),
                        new Audience.InAreas(List.of(Town.WHOLE)),
                        Optional.empty(),
                        draft.expiresAt()),
                    WRITER));

    town.approved(town.handedIn(inAreas));

    assertThat(
            town.words(
                """
                select medium || ' ' || count(*) || ' ' || sum(recipient_count)
                from core.delivery group by medium order by medium
                """))
        .containsExactly("FCM 3 801", "LINE 3 1201", "RADIO 1 1", "WEB 1 1");
  }

  @Test
  void aFailureInTheMiddleLeavesNothingBehind() {
    town.withSubscribers(Medium.FCM, 10);
    Dispatch waiting =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.FLOOD, 3, NIRAYAMA), WRITER)));
    breakTheRadio();
    try {
      assertThatThrownBy(() -> town.approve(waiting, CHIEF)).hasMessageContaining("broken");
    } finally {
      repairTheRadio();
    }

    assertThat(town.services.drafts().find(waiting.id())).contains(waiting);
    assertThat(town.count("select count(*) from core.delivery")).isZero();
    assertThat(town.count("select count(*) from core.rendering")).isZero();
    assertThat(town.services.orders().listInForce()).isEmpty();
    assertThat(chronologyKinds()).doesNotContain("DISPATCH_APPROVED");
    assertThat(refusal(town.approve(waiting, CHIEF))).isEmpty();
  }

  @Test
  void anEvacuationOrderTakesEffectWithItsApprovalAndNotBefore() {
    Dispatch waiting =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.FLOOD, 4, NIRAYAMA), WRITER)));
    assertThat(town.services.orders().listInForce()).isEmpty();

    town.approved(waiting);

    assertThat(town.services.orders().listInForce())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.level()).isEqualTo(AlertLevel.FOUR);
              assertThat(order.since()).isEqualTo(Town.NOW);
            });
    assertThat(chronologyKinds()).endsWith("DISPATCH_APPROVED", "EVACUATION_ORDER_CHANGED");
  }

  @Test
  void anOrderProposedForAnotherStateIsRefusedAndUndone() {
    Dispatch first =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.FLOOD, 3, NIRAYAMA), WRITER)));
    Dispatch second =
        town.handedIn(
            done(town.services.evacuations().propose(order(Hazard.FLOOD, 4, NIRAYAMA), WRITER)));
    town.approved(first);

    assertThat(refusal(town.approve(second, CHIEF))).contains(DispatchRefusal.ORDERS_CHANGED);
    assertThat(town.services.drafts().find(second.id()).orElseThrow().state())
        .isEqualTo(DispatchState.AWAITING_APPROVAL);
    assertThat(town.services.orders().listInForce())
        .allMatch(order -> order.level() == AlertLevel.THREE);
  }

  private Optional<DispatchRefusal> approveAfter(Alert alert, String disposition) {
    UUID alertId = town.store(alert, disposition);
    Dispatch waiting = town.waitingNotice();
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    "update core.dispatch set alert_id = ? where id = ?", alertId, waiting.id()));
    return refusal(town.approve(waiting, CHIEF));
  }

  private DispatchResult type(Dispatch waiting, String typed) {
    return town.services.approvals().approve(waiting.id(), waiting.version(), CHIEF, typed);
  }

  private List<String> chronologyKinds() {
    return town.words("select kind from core.chronology order by seq");
  }

  private static void breakTheRadio() {
    database
        .database()
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  create function core.break_radio() returns trigger language plpgsql as $$
                  begin raise exception 'broken'; end $$
                  """);
              handle.execute(
                  """
                  create trigger break_radio before insert on core.delivery for each row
                  when (new.medium = 'RADIO') execute function core.break_radio()
                  """);
            });
  }

  private static void repairTheRadio() {
    database
        .database()
        .useTransaction(handle -> handle.execute("drop function core.break_radio() cascade"));
  }
}

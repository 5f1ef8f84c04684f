package jp.noroshi.core.dispatch;

import static jp.noroshi.core.dispatch.Town.CHIEF;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DraftServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Town town;
  private DraftService drafts;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
    drafts = town.services.drafts();
  }

  @Test
  void aNoticeBecomesADraftWithItsTextOnEveryMedium() {
    Dispatch draft = written();
    assertThat(draft.state()).isEqualTo(DispatchState.DRAFT);
    assertThat(draft.mode()).isEqualTo(Mode.LIVE);
    assertThat(draft.author()).isEqualTo("sato");
    assertThat(draft.texts())
        .extracting(DraftText::medium)
        .containsExactlyElementsOf(Medium.FOR_MANY);
    assertThat(drafts.find(draft.id())).contains(draft);
  }

  @Test
  void whoMayNotDraftIsRefused() {
    assertThat(refusal(drafts.write(aNotice(), VIEWER))).contains(DispatchRefusal.MAY_NOT_DRAFT);
    Dispatch draft = written();
    assertThat(refusal(drafts.edit(draft.id(), 1, DraftEdit.of(draft), VIEWER)))
        .contains(DispatchRefusal.MAY_NOT_DRAFT);
    assertThat(refusal(drafts.requestApproval(draft.id(), 1, VIEWER)))
        .contains(DispatchRefusal.MAY_NOT_DRAFT);
    assertThat(refusal(drafts.discard(draft.id(), 1, "", VIEWER)))
        .contains(DispatchRefusal.MAY_NOT_DRAFT);
  }

  @Test
  void ofTwoWhoEditTheSameVersionTheSecondLooksAgain() {
    Dispatch draft = written();
    Dispatch first = done(drafts.edit(draft.id(), draft.version(), titled(draft, "断水の続報"), WRITER));

    DispatchResult second = drafts.edit(draft.id(), draft.version(), titled(draft, "別の件名"), CHIEF);

    assertThat(second)
        .isEqualTo(
            new DispatchResult.Refused(DispatchRefusal.CHANGED_MEANWHILE, Optional.of(first)));
  }

  @Test
  void editingTakesTheRequestForApprovalBack() {
    Dispatch waiting = town.waitingNotice();
    Dispatch edited =
        done(drafts.edit(waiting.id(), waiting.version(), titled(waiting, "直した"), CHIEF));
    assertThat(edited.state()).isEqualTo(DispatchState.DRAFT);
    assertThat(edited.editor()).isEqualTo("suzuki");
    assertThat(edited.author()).isEqualTo("sato");
  }

  @Test
  void sendingBackKeepsTheReasonAndLetsTheAuthorAskAgain() {
    Dispatch waiting = town.waitingNotice();
    Dispatch back = done(drafts.sendBack(waiting.id(), waiting.version(), " 場所が違います ", CHIEF));
    assertThat(back.state()).isEqualTo(DispatchState.SENT_BACK);
    assertThat(back.sentBackReason()).contains("場所が違います");

    Dispatch again = town.handedIn(back);
    assertThat(again.state()).isEqualTo(DispatchState.AWAITING_APPROVAL);
  }

  @Test
  void sendingBackNeedsAReasonTheRightAndARequest() {
    Dispatch waiting = town.waitingNotice();
    assertThat(refusal(drafts.sendBack(waiting.id(), waiting.version(), " ", CHIEF)))
        .contains(DispatchRefusal.REASON_MISSING);
    assertThat(refusal(drafts.sendBack(waiting.id(), waiting.version(), "理由", WRITER)))
        .contains(DispatchRefusal.MAY_NOT_APPROVE);
    Dispatch draft = written();
    assertThat(refusal(drafts.sendBack(draft.id(), draft.version(), "理由", CHIEF)))
        .contains(DispatchRefusal.NOT_AWAITING_APPROVAL);
  }

  @Test
  void whatIsDiscardedOrApprovedIsNotOpenAnyMore() {
    Dispatch draft = written();
    Dispatch gone = done(drafts.discard(draft.id(), draft.version(), "重複", WRITER));
    assertThat(gone.state()).isEqualTo(DispatchState.DISCARDED);
    assertThat(refusal(drafts.edit(gone.id(), gone.version(), DraftEdit.of(gone), WRITER)))
        .contains(DispatchRefusal.NOT_OPEN);

    Dispatch approved = town.approved(town.waitingNotice());
    assertThat(refusal(drafts.discard(approved.id(), approved.version(), "", WRITER)))
        .contains(DispatchRefusal.NOT_OPEN);
  }

  @Test
  void whatCannotBeSentCannotBeKept() {
    Dispatch draft = written();
    DraftEdit good = DraftEdit.of(draft);
    assertThat(faultOf(titled(draft, " "))).contains(DispatchRefusal.TITLE_OUT_OF_RANGE);
    assertThat(faultOf(titled(draft, "長".repeat(201))))
        .contains(DispatchRefusal.TITLE_OUT_OF_RANGE);
    assertThat(faultOf(edit(good, List.of(), good.media(), good.audience(), good.expiresAt())))
        .contains(DispatchRefusal.TEXT_OUT_OF_RANGE);
    assertThat(faultOf(edit(good, good.texts(), Set.of(), good.audience(), good.expiresAt())))
        .contains(DispatchRefusal.NO_MEDIUM);
    assertThat(faultOf(inAreas(good))).contains(DispatchRefusal.UNKNOWN_AREA);
    assertThat(faultOf(inAreas(good, new AreaCode("13101"))))
        .contains(DispatchRefusal.UNKNOWN_AREA);
    assertThat(faultOf(until(good, Town.NOW))).contains(DispatchRefusal.EXPIRY_OUT_OF_RANGE);
    assertThat(faultOf(until(good, Town.NOW.plus(Duration.ofDays(29)))))
        .contains(DispatchRefusal.EXPIRY_OUT_OF_RANGE);
    assertThat(faultOf(siren(good, "made_up"))).contains(DispatchRefusal.UNKNOWN_SIREN);
    assertThat(faultOf(siren(good, "flood_4"))).contains(DispatchRefusal.UNKNOWN_SIREN);
    assertThat(faultOf(siren(good, "tsunami_warning"))).isEmpty();
  }

  @Test
  void anOrdersAudienceMayGrowButNeverLeaveOutWhomItConcerns() {
    Dispatch draft =
        done(town.services.evacuations().propose(order(Hazard.FLOOD, 3, NIRAYAMA), WRITER));
    DraftEdit elsewhere = inAreas(DraftEdit.of(draft), Town.NAGAOKA);
    DraftEdit wider = inAreas(DraftEdit.of(draft), NIRAYAMA, Town.NAGAOKA);

    assertThat(refusal(drafts.edit(draft.id(), draft.version(), elsewhere, WRITER)))
        .contains(DispatchRefusal.UNKNOWN_AREA);
    assertThat(refusal(drafts.edit(draft.id(), draft.version(), wider, WRITER))).isEmpty();
  }

  @Test
  void theModeIsFrozenAtBirth() {
    Dispatch draft = written();
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .withHandle(
                        handle ->
                            handle.execute(
                                "update core.dispatch set mode = 'DRILL' where id = ?",
                                draft.id())))
        .hasMessageContaining("frozen");
  }

  @Test
  void listsShowTheNewestFirstAndOnlyThisMode() {
    Dispatch first = written();
    Dispatch second = town.approved(town.waitingNotice());
    Dispatch third = written();
    new Town(database.database(), Mode.DRILL).waitingNotice();

    assertThat(drafts.list(false, OptionalLong.empty(), 10))
        .extracting(Dispatch::id)
        .containsExactly(third.id(), second.id(), first.id());
    assertThat(drafts.list(true, OptionalLong.empty(), 10))
        .extracting(Dispatch::id)
        .containsExactly(third.id(), first.id());
    assertThat(drafts.list(false, OptionalLong.of(second.number()), 10))
        .extracting(Dispatch::id)
        .containsExactly(first.id());
  }

  @Test
  void everyStepIsALineInTheChronology() {
    Dispatch waiting = town.waitingNotice();
    Dispatch back = done(drafts.sendBack(waiting.id(), waiting.version(), "理由", CHIEF));
    Dispatch edited = done(drafts.edit(back.id(), back.version(), titled(back, "直した"), WRITER));
    done(drafts.discard(edited.id(), edited.version(), "不要", WRITER));

    assertThat(town.words("select kind || ' ' || actor from core.chronology order by seq"))
        .containsExactly(
            "DRAFT_CREATED sato",
            "APPROVAL_REQUESTED sato",
            "DRAFT_SENT_BACK suzuki",
            "DRAFT_CHANGED sato",
            "DRAFT_DISCARDED sato");
  }

  @Test
  void anUnknownDraftIsNotFound() {
    assertThat(refusal(drafts.requestApproval(UUID.randomUUID(), 1, WRITER)))
        .contains(DispatchRefusal.NOT_FOUND);
  }

  @Test
  void aPreviewCountsRecipientsAndNamesWhatStandsInTheWay() {
    town.withSubscribers(Medium.LINE, 7).withSubscribers(Medium.FCM, 3);
    Dispatch draft = written();
    Preview preview = town.services.previews().of(draft);
    assertThat(preview.counts()).extracting("count").containsExactly(7, 3, 0, 0);
    assertThat(preview.counts()).extracting("everyone").containsExactly(true, false, true, true);
    assertThat(preview.faults()).isEmpty();
    assertThat(preview.confirmation()).isEmpty();
    assertThat(preview.looks())
        .filteredOn(look -> look.medium() == Medium.RADIO)
        .allMatch(look -> look.secondsOnAir().isPresent());

    town.clock.advance(Duration.ofHours(7));
    assertThat(town.services.previews().of(draft).faults())
        .containsExactly(DispatchRefusal.EXPIRED);
  }

  private Dispatch written() {
    return done(drafts.write(aNotice(), WRITER));
  }

  private Optional<DispatchRefusal> faultOf(DraftEdit edit) {
    Dispatch draft = written();
    return refusal(drafts.edit(draft.id(), draft.version(), edit, WRITER));
  }

  private static DraftEdit titled(Dispatch draft, String title) {
    return new DraftEdit(
        title, draft.texts(), draft.media(), draft.audience(), draft.siren(), draft.expiresAt());
  }

  private static DraftEdit edit(
      DraftEdit good,
      List<DraftText> texts,
      Set<Medium> media,
      Audience audience,
      Instant expiresAt) {
    return new DraftEdit(good.title(), texts, media, audience, good.siren(), expiresAt);
  }

  private static DraftEdit inAreas(DraftEdit good, AreaCode... areas) {
    Audience audience = new Audience.InAreas(List.of(areas));
    return edit(good, good.texts(), good.media(), audience, good.expiresAt());
  }

  private static DraftEdit until(DraftEdit good, Instant expiresAt) {
    return edit(good, good.texts(), good.media(), good.audience(), expiresAt);
  }

  private static DraftEdit siren(DraftEdit good, String code) {
    return new DraftEdit(
        good.title(),
        good.texts(),
        good.media(),
        good.audience(),
        Optional.of(code),
        good.expiresAt());
  }
}

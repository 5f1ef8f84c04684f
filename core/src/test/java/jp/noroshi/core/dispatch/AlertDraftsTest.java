package jp.noroshi.core.dispatch;

import static jp.noroshi.core.alert.AlertBuilder.aLandslideAlert;
import static jp.noroshi.core.alert.AlertBuilder.anAlert;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelFour;
import static jp.noroshi.core.alert.AlertBuilder.unlevelled;
import static jp.noroshi.core.dispatch.Town.CHIEF;
import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.WHOLE;
import static jp.noroshi.core.dispatch.Town.WRITER;
import static jp.noroshi.core.dispatch.Town.done;
import static jp.noroshi.core.dispatch.Town.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.intake.Change;
import jp.noroshi.core.intake.ConcernedKind;
import jp.noroshi.core.intake.KindChange;
import jp.noroshi.core.intake.RuleDecision;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.intake.StoredAlert;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertDraftsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AlertKind TSUNAMI =
      unlevelled("52", "大津波警報：発表", Hazard.TSUNAMI, KindState.ISSUED);

  private Town town;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
  }

  @Test
  void aLevelFourOfTheWeatherServiceBecomesADraftThatSaysWhoSpeaks() {
    Dispatch draft = drafted(aLandslideAlert().build(), Change.BEGAN);

    assertThat(draft.state()).isEqualTo(DispatchState.DRAFT);
    assertThat(draft.author()).isEqualTo("rule:土砂");
    assertThat(draft.reason()).isEqualTo(DispatchReason.FIRST);
    assertThat(draft.level()).contains(AlertLevel.FOUR);
    assertThat(draft.urgent()).isTrue();
    assertThat(draft.audience()).isEqualTo(new Audience.InAreas(List.of(WHOLE)));
    assertThat(draft.title()).isEqualTo("気象庁 レベル4土砂災害危険警報");
    assertThat(text(draft, Medium.RADIO))
        .isEqualTo(
            "気象庁の発表をお知らせします。\n"
                + "気象庁が、伊豆の国市に、レベル4土砂災害危険警報を発表しました。"
                + "危険な場所にいる方は、市の避難情報を確かめ、ためらわずに避難してください。"
                + "市の避難情報ではありません。市からの避難情報にも注意してください。");
  }

  @Test
  void aLevelNeverMakesAnEvacuationOrder() {
    Dispatch draft = drafted(aLandslideAlert().build(), Change.BEGAN);
    town.approved(town.handedIn(draft));
    assertThat(draft.changeId()).isEmpty();
    assertThat(town.services.orders().listInForce()).isEmpty();
    assertThat(draft.texts()).noneMatch(text -> text.body().contains("避難指示を出しました"));
  }

  @Test
  void itsDraftAndTheAlertAreStoredTogetherOrNotAtAll() {
    StoredAlert alert = stored(aLandslideAlert().build(), Change.BEGAN);
    try {
      database
          .database()
          .useTransaction(
              handle -> {
                town.services.alerts().follow(handle, alert, draft(alert, "alert-level"));
                throw new IllegalStateException("crash");
              });
    } catch (IllegalStateException crash) {
      assertThat(crash).hasMessage("crash");
    }
    assertThat(town.count("select count(*) from core.dispatch")).isZero();
    assertThat(town.count("select count(*) from core.chronology")).isZero();
  }

  @Test
  void aRuleSendsByItselfWithoutAPerson() {
    town.withSubscribers(Medium.FCM, 3);
    Dispatch sent = find(followed(alert(Change.BEGAN), true));

    assertThat(sent.state()).isEqualTo(DispatchState.APPROVED);
    assertThat(sent.approver()).contains("rule:土砂");
    assertThat(town.words("select kind || ' ' || actor from core.chronology order by seq"))
        .containsExactly("DRAFT_CREATED rule:土砂", "DISPATCH_APPROVED rule:土砂");
    assertThat(town.count("select count(*) from core.delivery")).isPositive();
  }

  @Test
  void aRuleCannotSendAnExerciseLive() {
    Alert exercise = aLandslideAlert().status(AlertStatus.EXERCISE).build();
    Dispatch draft = find(followed(stored(exercise, Change.BEGAN), true));

    assertThat(draft.state()).isEqualTo(DispatchState.DRAFT);
    assertThat(town.count("select count(*) from core.delivery")).isZero();
    assertThat(town.words("select kind from core.chronology order by seq"))
        .containsExactly("DRAFT_CREATED", "APPROVAL_REFUSED");
  }

  @Test
  void aDrillHubPlaysExercisesWithTheDrillMark() {
    town = new Town(database.database(), Mode.DRILL);
    Alert exercise = aLandslideAlert().status(AlertStatus.EXERCISE).build();
    Dispatch sent = find(followed(stored(exercise, Change.BEGAN), true));

    assertThat(sent.mode()).isEqualTo(Mode.DRILL);
    assertThat(town.words("select content ->> 'title' from core.rendering where medium = 'WEB'"))
        .isNotEmpty()
        .allMatch(title -> title.startsWith("【訓練") || title.startsWith("[DRILL]"));
  }

  @Test
  void aNewerMessageTakesThePlaceOfTheWaitingDraft() {
    Dispatch older = drafted(aLandslideAlert().build(), Change.BEGAN);
    Dispatch newer = drafted(aLandslideAlert().build(), Change.RAISED);

    assertThat(find(older.id()).state()).isEqualTo(DispatchState.REPLACED);
    assertThat(newer.state()).isEqualTo(DispatchState.DRAFT);
    assertThat(newer.reason()).isEqualTo(DispatchReason.FIRST);
  }

  @Test
  void whatWasToldIsUpdatedInItsThread() {
    Dispatch first = find(followed(alert(Change.BEGAN), true));
    Dispatch update = drafted(aLandslideAlert().build(), Change.RAISED);

    assertThat(update.reason()).isEqualTo(DispatchReason.UPDATED);
    assertThat(update.thread()).isEqualTo(first.thread());
  }

  @Test
  void theEndOfWhatNobodyHeardOfIsNotTold() {
    Dispatch waiting = drafted(aLandslideAlert().build(), Change.BEGAN);

    assertThat(followed(alert(Change.LIFTED), false)).isEmpty();
    assertThat(find(waiting.id()).state()).isEqualTo(DispatchState.REPLACED);
  }

  @Test
  void theEndOfWhatWasToldIsToldAsAnEnd() {
    followed(alert(Change.BEGAN), true);
    Dispatch lift = drafted(aLandslideAlert().build(), Change.LIFTED);

    assertThat(lift.reason()).isEqualTo(DispatchReason.LIFTED);
    assertThat(lift.level()).isEmpty();
    assertThat(lift.urgent()).isFalse();
    assertThat(text(lift, Medium.RADIO))
        .isEqualTo("解除のお知らせです。\n" + "解除。気象庁が、伊豆の国市のレベル4土砂災害危険警報を解除しました。市の避難情報の解除ではありません。");
  }

  @Test
  void aCancelSaysThatItWasTakenBack() {
    followed(alert(Change.BEGAN), true);
    Dispatch cancel = drafted(aLandslideAlert().build(), Change.CANCELLED);
    assertThat(cancel.reason()).isEqualTo(DispatchReason.CANCELLED);
    assertThat(text(cancel, Medium.LINE)).isEqualTo("取り消しのお知らせです。気象庁が、さきほどのレベル4土砂災害危険警報を取り消しました。");
  }

  @Test
  void anIgnoredLiftDropsTheWaitingDraft() {
    Dispatch waiting = drafted(aLandslideAlert().build(), Change.BEGAN);
    ignored(alert(Change.LIFTED));
    assertThat(find(waiting.id()).state()).isEqualTo(DispatchState.REPLACED);
  }

  @Test
  void anIgnoredRepetitionKeepsTheWaitingDraft() {
    Dispatch waiting = drafted(aLandslideAlert().build(), Change.BEGAN);
    ignored(alert(Change.CONTINUED));
    assertThat(find(waiting.id()).state()).isEqualTo(DispatchState.DRAFT);
  }

  @Test
  void aTsunamiWarningCarriesItsSirenAndNoLevel() {
    Alert warning = anAlert().stream("VTSE41/1").kind(TSUNAMI).build();
    Dispatch draft = drafted(warning, Change.BEGAN);

    assertThat(draft.siren()).contains("tsunami_major");
    assertThat(draft.urgent()).isTrue();
    assertThat(draft.level()).isEmpty();
    assertThat(text(draft, Medium.RADIO))
        .isEqualTo(
            "大津波警報。大津波警報。\n気象庁が、大津波警報を発表しました。"
                + "海や川から離れ、いますぐ高い所へ逃げてください。"
                + "警報や注意報が解除されるまで、海や川に近づかないでください。");
  }

  @Test
  void aTsunamiAdvisorySaysToLeaveTheShore() {
    AlertKind advisory = unlevelled("62", "津波注意報", Hazard.TSUNAMI, KindState.ISSUED);
    Dispatch draft = drafted(anAlert().kind(advisory).build(), Change.BEGAN);
    assertThat(text(draft, Medium.LINE)).contains("すぐに海から上がり");
    assertThat(draft.siren()).contains("tsunami_advisory");
  }

  @Test
  void aFireIsToldPhaseByPhase() {
    Dispatch started =
        find(followed(fire(MessageType.ALERT, KindState.ISSUED, Change.BEGAN), true));
    assertThat(started.title()).isEqualTo("火災情報：韮山金谷");
    Dispatch contained =
        find(followed(fire(MessageType.UPDATE, KindState.LOWERED, Change.LOWERED), true));
    assertThat(contained.title()).isEqualTo("火災は鎮圧：韮山金谷");
    Dispatch out = find(followed(fire(MessageType.UPDATE, KindState.LIFTED, Change.LIFTED), false));
    assertThat(out.title()).isEqualTo("鎮火：韮山金谷");
    Dispatch mistaken =
        find(followed(fire(MessageType.CANCEL, KindState.LIFTED, Change.CANCELLED), false));
    assertThat(mistaken.title()).isEqualTo("誤報：韮山金谷の火災");
    assertThat(text(mistaken, Medium.RADIO)).endsWith("火災はありません。");
  }

  @ParameterizedTest
  @CsvSource({
    "ja, 避難所を開設しました（2か所）",
    "en, Shelters opened (2)",
    "ja-x-easy, 避難所<逃げる ところ>が 開きました（2か所）"
  })
  void newsOfSheltersNamesThemInEveryLanguage(String language, String title) {
    StoredAlert opened = stored(Sample.of("opening/opened.json").read(), Change.BEGAN);
    RuleDecision decision = new RuleDecision.SendByItself(telling(opened, "shelters-opened"));
    Dispatch sent = find(followed(opened, decision));

    assertThat(sent.texts())
        .filteredOn(text -> text.language().equals(language) && text.medium() == Medium.LINE)
        .singleElement()
        .satisfies(
            text -> {
              assertThat(text.title()).isEqualTo(title);
              assertThat(text.body()).contains("長岡若葉小学校", "古奈みどり公民館");
            });
    assertThat(sent.urgent()).isFalse();
  }

  @Test
  void anAlertOfAnyLengthIsShortenedRatherThanLost() {
    Alert wordy =
        anAlert()
            .format(AlertFormat.CAP)
            .sender("S".repeat(400))
            .headline("長い文です。".repeat(2_000))
            .kind(unlevelled("1", "警報", Hazard.OTHER, KindState.ISSUED))
            .build();
    Dispatch draft = drafted(wordy, Change.BEGAN);
    assertThat(draft.title()).hasSizeLessThanOrEqualTo(200);
    assertThat(text(draft, Medium.WEB)).hasSizeLessThanOrEqualTo(5_000);
  }

  @Test
  void aFireNoticeWithoutWordsStillBecomesADraft() {
    Alert silent =
        anAlert()
            .format(AlertFormat.FIRE_NOTICE)
            .headline("")
            .kind(unlevelled("", "火災", Hazard.FIRE, KindState.ISSUED))
            .build();
    assertThat(text(drafted(silent, Change.BEGAN), Medium.LINE)).isEqualTo("火災情報：伊豆の国市");
  }

  @Test
  void whoWroteANoticeByHandIsItsAuthor() {
    Alert notice =
        anAlert()
            .format(AlertFormat.NOTICE)
            .sender("suzuki")
            .event("断水のお知らせ")
            .headline("")
            .description("断水しています。")
            .kind(unlevelled("", "お知らせ", Hazard.OTHER, KindState.ISSUED))
            .build();
    Dispatch draft = drafted(notice, Change.BEGAN);

    assertThat(draft.author()).isEqualTo("suzuki");
    assertThat(draft.title()).isEqualTo("断水のお知らせ");
    assertThat(refusal(town.approve(town.handedIn(draft), CHIEF)))
        .contains(DispatchRefusal.WRITTEN_BY_APPROVER);
  }

  @Test
  void anOfficerMayChangeWhatARuleDrafted() {
    Dispatch draft = drafted(aLandslideAlert().build(), Change.BEGAN);
    Dispatch edited =
        done(town.services.drafts().edit(draft.id(), draft.version(), DraftEdit.of(draft), WRITER));
    assertThat(edited.editor()).isEqualTo("sato");
    assertThat(edited.author()).isEqualTo("rule:土砂");
  }

  private Dispatch drafted(Alert alert, Change change) {
    return find(followed(stored(alert, change), false));
  }

  private StoredAlert alert(Change change) {
    KindState state = change == Change.LIFTED ? KindState.LIFTED : KindState.ISSUED;
    return stored(anAlert().kind(landslideLevelFour(state)).build(), change);
  }

  private StoredAlert fire(MessageType type, KindState state, Change change) {
    AlertKind kind = new AlertKind("", "建物火災", Hazard.FIRE, Optional.empty(), state);
    Alert alert =
        anAlert().format(AlertFormat.FIRE_NOTICE).messageType(type).stream("fire-notice/1")
            .headline("韮山金谷の建物火災のお知らせです。")
            .kind(kind)
            .build();
    return stored(alert, change, "韮山金谷", NIRAYAMA);
  }

  private StoredAlert stored(Alert alert, Change change) {
    return stored(alert, change, "伊豆の国市", WHOLE);
  }

  private StoredAlert stored(Alert alert, Change change, String area, AreaCode district) {
    AlertKind kind = alert.areas().getFirst().kinds().getFirst();
    ConcernedKind concerned = new ConcernedKind(district, area, true, kind, List.of(district));
    return new StoredAlert(
        town.store(alert, "DRAFTED"),
        town.mode(),
        alert,
        Town.NOW,
        List.of(new KindChange(concerned, change, Town.NOW)),
        Optional.empty());
  }

  private Optional<UUID> followed(StoredAlert alert, boolean byItself) {
    RuleDecision decision =
        byItself
            ? new RuleDecision.SendByItself(telling(alert, "alert-level"))
            : draft(alert, "alert-level");
    return followed(alert, decision);
  }

  private Optional<UUID> followed(StoredAlert alert, RuleDecision decision) {
    return database
        .database()
        .inTransaction(handle -> town.services.alerts().follow(handle, alert, decision));
  }

  private void ignored(StoredAlert alert) {
    database
        .database()
        .useTransaction(
            handle ->
                town.services.alerts().follow(handle, alert, new RuleDecision.Ignore("繰り返し")));
  }

  private static RuleDecision draft(StoredAlert alert, String template) {
    return new RuleDecision.Draft(telling(alert, template));
  }

  private static RuleDecision.Telling telling(StoredAlert alert, String template) {
    return new RuleDecision.Telling(
        "土砂",
        template,
        Medium.FOR_MANY,
        alert.changes().getFirst(),
        alert.changes(),
        Town.NOW.plus(Duration.ofHours(6)));
  }

  private Dispatch find(Optional<UUID> id) {
    return find(id.orElseThrow());
  }

  private Dispatch find(UUID id) {
    return town.services.drafts().find(id).orElseThrow();
  }

  private static String text(Dispatch dispatch, Medium medium) {
    return dispatch.texts().stream()
        .filter(text -> text.medium() == medium && text.language().equals("ja"))
        .map(DraftText::body)
        .findFirst()
        .orElseThrow();
  }
}

package jp.noroshi.core.dispatch;

import static jp.noroshi.core.alert.AlertBuilder.aLandslideAlert;
import static jp.noroshi.core.dispatch.Town.CHIEF;
import static jp.noroshi.core.dispatch.Town.NAGAOKA;
import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.WRITER;
import static jp.noroshi.core.dispatch.Town.aNotice;
import static jp.noroshi.core.dispatch.Town.done;
import static jp.noroshi.core.dispatch.Town.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.audience.Subscriber;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DispatchPipelineTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Town town;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
  }

  @Test
  void theRulesRunInThisOrder() {
    DispatchPipeline pipeline =
        new DispatchPipeline(
            new DropOutdated(null),
            new DropRepeats(null, Duration.ZERO),
            new ReplaceFormer(null, null),
            new ChangeOrders(null),
            new FindAudience(null, "ja"),
            new Render(null),
            new FanOut(null, null, _ -> 1));

    assertThat(pipeline.stages())
        .extracting(stage -> stage.getClass().getSimpleName())
        .containsExactly(
            "DropOutdated",
            "DropRepeats",
            "ReplaceFormer",
            "ChangeOrders",
            "FindAudience",
            "Render",
            "FanOut");
  }

  @Test
  void anAlertApprovedAfterANewerOneOfItsThreadIsOutdated() {
    UUID alert = town.store(aLandslideAlert().build(), "DRAFTED");
    Dispatch older = ofAlert(town.waitingNotice(), alert, "alert:one");
    Dispatch newer = ofAlert(town.waitingNotice(), alert, "alert:one");
    reopen(older, town.approved(newer));

    assertThat(refusal(town.approve(older, CHIEF))).contains(DispatchRefusal.OUTDATED);
  }

  @Test
  void approvingAnAlertPutsItsOlderDraftsAside() {
    UUID alert = town.store(aLandslideAlert().build(), "DRAFTED");
    Dispatch older = ofAlert(town.waitingNotice(), alert, "alert:one");
    Dispatch elsewhere = ofAlert(town.waitingNotice(), alert, "alert:two");
    Dispatch newer = ofAlert(town.waitingNotice(), alert, "alert:one");

    town.approved(newer);

    assertThat(stateOf(older)).isEqualTo(DispatchState.REPLACED);
    assertThat(stateOf(elsewhere)).isEqualTo(DispatchState.AWAITING_APPROVAL);
  }

  @Test
  void theSameWordsToTheSamePeopleAreNotSentTwiceWithinMinutes() {
    Dispatch first = inThread(town.waitingNotice(), "notice:water");
    Dispatch second = inThread(town.waitingNotice(), "notice:water");
    town.approved(first);

    assertThat(refusal(town.approve(second, CHIEF))).contains(DispatchRefusal.REPEATED);

    town.clock.advance(Duration.ofMinutes(6));
    assertThat(refusal(town.approve(second, CHIEF))).isEmpty();
  }

  @Test
  void everyoneOnLineIsABroadcast() {
    town.withSubscribers(Medium.LINE, 1_200);
    town.approved(town.waitingNotice());

    assertThat(
            town.words(
                """
                select count(*) || ' ' || sum(recipient_count) || ' ' || bool_and(recipients is null)
                from core.delivery where medium = 'LINE'
                """))
        .containsExactly("1 1200 true");
  }

  @Test
  void onlyThoseWhoChoseTheDistrictOrNoneAreTold() {
    subscribe("in", List.of(NIRAYAMA), "ja");
    subscribe("out", List.of(NAGAOKA), "ja");
    subscribe("both", List.of(NIRAYAMA, NAGAOKA), "ja");
    subscribe("anywhere", List.of(), "ja");

    town.approved(noticeFor(new Audience.InAreas(List.of(NIRAYAMA))));

    assertThat(recipients()).containsExactlyInAnyOrder("in", "both", "anywhere");
  }

  @Test
  void theMunicipalitysOwnCodeMeansAllDistricts() {
    subscribe("one", List.of(NIRAYAMA), "ja");
    subscribe("two", List.of(NAGAOKA), "ja");

    town.approved(noticeFor(new Audience.InAreas(List.of(Town.WHOLE))));

    assertThat(recipients()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void whoReadsALanguageWithoutATextIsToldInTheMainOne() {
    subscribe("a", List.of(), "ja");
    subscribe("b", List.of(), "en");
    subscribe("c", List.of(), "vi");
    Dispatch order =
        done(town.services.evacuations().propose(Town.order(Hazard.FLOOD, 3, NIRAYAMA), WRITER));

    town.approved(town.handedIn(order));

    assertThat(
            town.words(
                """
                select r.language || ' ' || array_to_string(d.recipients, ',')
                from core.delivery d join core.rendering r on r.id = d.rendering_id
                where d.medium = 'LINE' order by 1
                """))
        .containsExactly("en b", "ja a,c");
  }

  @Test
  void aDrillHasSubscribersOfItsOwn() {
    town.withSubscribers(Medium.FCM, 5);
    Town drill = new Town(database.database(), Mode.DRILL).withSubscribers(Medium.FCM, 2);

    drill.approved(drill.waitingNotice());

    assertThat(town.count("select sum(recipient_count) from core.delivery where medium = 'FCM'"))
        .isEqualTo(2);
    assertThat(town.count("select count(*) from core.delivery where mode = 'LIVE'")).isZero();
  }

  @Test
  void thePreviewIsExactlyWhatIsSent() {
    Dispatch waiting = town.waitingNotice();
    List<Rendering> shown =
        town.services.previews().of(waiting).looks().stream().map(Preview.Look::rendering).toList();

    town.withSubscribers(Medium.FCM, 1).approved(waiting);

    List<Rendering> sent =
        town.words("select content from core.rendering").stream()
            .map(json -> Json.read(json, Rendering.class))
            .toList();
    assertThat(sent).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void aMediumWithoutSubscribersHasNothingToDeliver() {
    town.approved(town.waitingNotice());
    assertThat(town.words("select distinct medium from core.delivery order by medium"))
        .containsExactly("LINE", "RADIO", "WEB");
  }

  private Dispatch noticeFor(Audience audience) {
    Notice everyone = aNotice();
    Notice notice =
        new Notice(
            everyone.title(),
            everyone.body(),
            everyone.hazard(),
            Optional.empty(),
            audience,
            Set.of(Medium.LINE),
            everyone.expiresAt());
    return town.handedIn(done(town.services.drafts().write(notice, WRITER)));
  }

  private void subscribe(String address, List<AreaCode> areas, String language) {
    town.services.subscribers().register(new Subscriber(Medium.LINE, address, areas, language));
  }

  private List<String> recipients() {
    return town.words("select unnest(recipients) from core.delivery where medium = 'LINE'");
  }

  private DispatchState stateOf(Dispatch dispatch) {
    return town.services.drafts().find(dispatch.id()).orElseThrow().state();
  }

  private Dispatch ofAlert(Dispatch dispatch, UUID alert, String thread) {
    execute("update core.dispatch set alert_id = ? where id = ?", alert, dispatch.id());
    return inThread(dispatch, thread);
  }

  private Dispatch inThread(Dispatch dispatch, String thread) {
    execute("update core.dispatch set thread = ? where id = ?", thread, dispatch.id());
    return town.services.drafts().find(dispatch.id()).orElseThrow();
  }

  /** As if the older draft had escaped being put aside: on another hub, a moment earlier. */
  private void reopen(Dispatch older, Dispatch newer) {
    assertThat(newer.number()).isGreaterThan(older.number());
    execute(
        "update core.dispatch set state = 'AWAITING_APPROVAL', version = ? where id = ?",
        older.version(),
        older.id());
  }

  private static void execute(String sql, Object... values) {
    database.database().useTransaction(handle -> handle.execute(sql, values));
  }
}

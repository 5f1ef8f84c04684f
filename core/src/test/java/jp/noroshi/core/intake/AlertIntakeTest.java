package jp.noroshi.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;
import static jp.noroshi.core.alert.AlertBuilder.aLandslideAlert;
import static jp.noroshi.core.alert.AlertBuilder.anAlert;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelFour;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelThree;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelTwo;
import static jp.noroshi.core.alert.AlertBuilder.nothing;
import static jp.noroshi.core.alert.AlertBuilder.unlevelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertBuilder;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertIntakeTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IntakeBench hub;

  @BeforeEach
  void emptyHub() {
    database.truncate("core");
    hub = new IntakeBench(database.database(), Mode.LIVE);
  }

  @Test
  void levelFourOfTheMunicipalityBecomesADraft() {
    Item item = hub.take(aLandslideAlert().build());

    assertThat(item.disposition()).isEqualTo(Disposition.DRAFTED);
    assertThat(item.dispatchId()).isPresent();
    RuleDecision.Telling telling = ((RuleDecision.Draft) hub.decisions.getFirst()).telling();
    assertThat(telling.leading().change()).isEqualTo(Change.BEGAN);
    assertThat(telling.districts()).containsExactly(IntakeBench.IZUNOKUNI);
    assertThat(telling.template()).isEqualTo("alert-level");
    assertThat(telling.expiresAt()).isEqualTo(NINE_O_CLOCK.plus(Duration.ofHours(6)));
    assertThat(hub.inForce()).containsExactly("2222500 49 since " + NINE_O_CLOCK);
  }

  @Test
  void theSameBytesAreTakenInOnce() {
    byte[] bytes = Json.write(aLandslideAlert().build()).getBytes(UTF_8);
    IntakeReceipt first = hub.takeEntry("a.xml", bytes);
    IntakeReceipt again = hub.take(bytes);

    assertThat(again.items()).extracting(Item::disposition).containsExactly(Disposition.DUPLICATE);
    assertThat(again.originalId()).isEqualTo(first.originalId());
    assertThat(hub.decisions).hasSize(1);
  }

  @Test
  void anEntryIsTakenInOnceWhateverItsBytes() {
    hub.takeEntry("a.xml", Json.write(aLandslideAlert().build()).getBytes(UTF_8));
    IntakeReceipt again = hub.takeEntry("a.xml", "other".getBytes(UTF_8));

    assertThat(again.items()).extracting(Item::disposition).containsExactly(Disposition.DUPLICATE);
  }

  @Test
  void aWiderAreaDoesNotOverwriteNothingInTheMunicipality() {
    Item item =
        hub.take(
            anAlert()
                .wider("220000", "静岡県", landslideLevelFour(KindState.ISSUED))
                .wider("220020", "伊豆", landslideLevelFour(KindState.ISSUED))
                .kind(nothing(Hazard.LANDSLIDE))
                .build());

    assertThat(item.disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void aWiderAreaCountsWhereThereIsNoMunicipalLayer() {
    Item item =
        hub.take(
            anAlert().telegram("VTSE41").stream("VTSE41/1")
                .wider("380", "静岡県", unlevelled("51", "津波警報", Hazard.TSUNAMI, KindState.ISSUED))
                .build());

    assertThat(item.disposition()).isEqualTo(Disposition.DRAFTED);
    assertThat(hub.situation.listInForce())
        .singleElement()
        .satisfies(kind -> assertThat(kind.municipal()).isFalse());
  }

  @Test
  void anEarthquakeIsToldOnceByItsQuickAndItsDetailedReport() {
    AlertKind fiveLower = unlevelled("5-", "震度５弱", Hazard.EARTHQUAKE, KindState.ISSUED);
    AlertBuilder quick = anAlert().telegram("VXSE51").stream("VXSE51/1").identifier("1");
    AlertBuilder detailed = anAlert().telegram("VXSE53").stream("VXSE53/1").identifier("1");
    Item first = hub.take(quick.wider("440", "静岡県伊豆", fiveLower).build());
    Item second = hub.take(detailed.sentAfter(Duration.ofMinutes(3)).kind(fiveLower).build());

    assertThat(first.disposition()).isEqualTo(Disposition.DRAFTED);
    assertThat(second.disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(hub.situation.listInForce())
        .singleElement()
        .satisfies(kind -> assertThat(kind.municipal()).isTrue());
  }

  @Test
  void anotherMunicipalityIsRecordedAndDropped() {
    Item item =
        hub.take(
            anAlert().municipal("2222200", "伊豆市", landslideLevelFour(KindState.ISSUED)).build());

    assertThat(item.disposition()).isEqualTo(Disposition.NOT_CONCERNED);
    assertThat(hub.followed).isEmpty();
  }

  @Test
  void aPartOfTheMunicipalityBelongsToIt() {
    hub.take(
        anAlert()
            .municipal("2222501", "伊豆の国市北部", landslideLevelThree(KindState.ISSUED))
            .municipal("2222502", "伊豆の国市南部", landslideLevelFour(KindState.ISSUED))
            .build());

    assertThat(hub.inForce())
        .containsExactly("2222502 49 since " + NINE_O_CLOCK, "2222501 09 since " + NINE_O_CLOCK);
  }

  @Test
  void aLiftThatKeepsItsCodeEndsTheKindAndIsNoCancel() {
    hub.take(aLandslideAlert().build());
    hub.take(
        anAlert()
            .sentAfter(Duration.ofHours(2))
            .messageType(MessageType.UPDATE)
            .kind(landslideLevelFour(KindState.LIFTED))
            .build());

    assertThat(hub.inForce()).isEmpty();
    assertThat(hub.followed.getLast().changes())
        .extracting(KindChange::change)
        .containsExactly(Change.LIFTED);
    assertThat(((RuleDecision.Draft) hub.decisions.getLast()).telling().template())
        .isEqualTo("alert-lifted");
  }

  @Test
  void sinceIsKeptWhileTheSameCodeContinues() {
    hub.take(aLandslideAlert().build());
    hub.take(
        anAlert()
            .sentAfter(Duration.ofHours(1))
            .kind(landslideLevelFour(KindState.CONTINUED))
            .build());

    assertThat(hub.inForce()).containsExactly("2222500 49 since " + NINE_O_CLOCK);
    assertThat(hub.decisions.getLast()).isInstanceOf(RuleDecision.Ignore.class);
  }

  @Test
  void aHubThatMissedTheIssueTellsOfWhatContinues() {
    hub.take(anAlert().kind(landslideLevelFour(KindState.CONTINUED)).build());

    assertThat(hub.decisions.getLast()).isInstanceOf(RuleDecision.Draft.class);
  }

  @Test
  void aLateTelegramIsKeptAndOnlyMovesSince() {
    hub.take(
        anAlert()
            .sentAfter(Duration.ofHours(1))
            .kind(landslideLevelFour(KindState.CONTINUED))
            .build());
    Item late = hub.take(aLandslideAlert().build());

    assertThat(late.disposition()).isEqualTo(Disposition.OUTDATED);
    assertThat(hub.decisions).hasSize(1);
    assertThat(hub.inForce()).containsExactly("2222500 49 since " + NINE_O_CLOCK);
  }

  @Test
  void aCorrectionOfTheSameReportTimeReplacesByWhenItWasMade() {
    hub.take(aLandslideAlert().build());
    hub.take(
        anAlert()
            .messageType(MessageType.UPDATE)
            .written(NINE_O_CLOCK.plusSeconds(90))
            .kind(nothing(Hazard.LANDSLIDE))
            .build());

    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void aCancelEndsTheAlertItNames() {
    hub.take(aLandslideAlert().identifier("E1").build());
    hub.take(
        anAlert()
            .identifier("E1")
            .messageType(MessageType.CANCEL)
            .sentAfter(Duration.ofMinutes(5))
            .build());

    assertThat(hub.inForce()).isEmpty();
    assertThat(hub.followed.getLast().changes())
        .extracting(KindChange::change)
        .containsExactly(Change.CANCELLED);
    assertThat(((RuleDecision.Draft) hub.decisions.getLast()).telling().template())
        .isEqualTo("alert-cancelled");
  }

  @Test
  void aCancelBringsBackWhatWasInForceBeforeTheMistake() {
    hub.take(anAlert().kind(landslideLevelThree(KindState.ISSUED)).build());
    hub.take(
        anAlert()
            .sentAfter(Duration.ofMinutes(30))
            .kind(landslideLevelFour(KindState.RAISED))
            .build());
    hub.take(
        anAlert().stream("VPWW56/静岡地方気象台")
            .messageType(MessageType.CANCEL)
            .sentAfter(Duration.ofMinutes(35))
            .build());

    assertThat(hub.inForce()).containsExactly("2222500 09 since " + NINE_O_CLOCK);
  }

  @Test
  void aCancelThatComesBeforeWhatItCancelsStillCancels() {
    hub.take(
        anAlert()
            .identifier("E1")
            .messageType(MessageType.CANCEL)
            .sentAfter(Duration.ofMinutes(5))
            .build());
    Item late = hub.take(aLandslideAlert().identifier("E1").build());

    assertThat(late.disposition()).isEqualTo(Disposition.OUTDATED);
    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void aLiveHubHoldsExercisesTestsAndSamples() {
    for (Alert alert :
        List.of(
            aLandslideAlert().status(AlertStatus.EXERCISE).build(),
            aLandslideAlert().status(AlertStatus.TEST).build(),
            aLandslideAlert().status(AlertStatus.DRAFT).build(),
            aLandslideAlert().restriction(Alert.Restriction.TEST_SAMPLE).build(),
            aLandslideAlert().restriction(Alert.Restriction.PLACEHOLDER_AREA).build())) {
      assertThat(hub.take(alert).disposition()).isEqualTo(Disposition.HELD);
    }
    assertThat(hub.followed).isEmpty();
    assertThat(hub.inForce()).isEmpty();
    assertThat(hub.situation.listKept(Optional.empty(), 10)).hasSize(5);
  }

  @Test
  void aHubForDrillsPlaysExercisesAndOldRealTelegramsAsDrills() {
    hub = new IntakeBench(database.database(), Mode.DRILL);
    hub.clock.advance(Duration.ofDays(90));

    assertThat(hub.take(aLandslideAlert().status(AlertStatus.EXERCISE).build()).disposition())
        .isEqualTo(Disposition.DRAFTED);
    assertThat(hub.take(aLandslideAlert().stream("VPWW56/230000").build()).disposition())
        .isEqualTo(Disposition.DRAFTED);
    assertThat(hub.followed).extracting(StoredAlert::mode).containsOnly(Mode.DRILL);
    assertThat(hub.decisions)
        .allSatisfy(
            decision ->
                assertThat(((RuleDecision.Draft) decision).telling().expiresAt())
                    .isAfter(hub.clock.instant()));
  }

  @Test
  void theSameTelegramInADrillDoesNotMakeTheLiveOneADuplicate() {
    byte[] bytes = Json.write(aLandslideAlert().build()).getBytes(UTF_8);
    new IntakeBench(database.database(), Mode.DRILL).take(bytes);

    assertThat(hub.take(bytes).items())
        .extracting(Item::disposition)
        .containsExactly(Disposition.DRAFTED);
  }

  @Test
  void anOldTelegramIsShownButNotTold() {
    hub.clock.advance(Duration.ofHours(7));

    assertThat(hub.take(aLandslideAlert().build()).disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(hub.inForce()).hasSize(1);
  }

  @Test
  void levelTwoIsIgnoredAndRaisingFromItIsTold() {
    assertThat(hub.take(anAlert().kind(landslideLevelTwo(KindState.ISSUED)).build()).disposition())
        .isEqualTo(Disposition.RECORDED);
    assertThat(
            hub.take(
                    anAlert()
                        .sentAfter(Duration.ofMinutes(10))
                        .kind(landslideLevelFour(KindState.RAISED))
                        .build())
                .disposition())
        .isEqualTo(Disposition.DRAFTED);
    assertThat(hub.followed.getLast().changes())
        .extracting(KindChange::change)
        .containsExactly(Change.RAISED);
  }

  @Test
  void whatWasJustToldIsNotToldAgainUnlessTheLevelRises() {
    hub.take(anAlert().kind(landslideLevelFour(KindState.ISSUED)).build());
    hub.take(
        anAlert()
            .sentAfter(Duration.ofMinutes(5))
            .kind(landslideLevelThree(KindState.LOWERED))
            .build());
    hub.clock.advance(Duration.ofMinutes(10));
    Item again =
        hub.take(
            anAlert()
                .sentAfter(Duration.ofMinutes(10))
                .kind(landslideLevelFour(KindState.RAISED))
                .build());
    assertThat(again.disposition()).isEqualTo(Disposition.RECORDED);

    AlertKind five =
        new AlertKind(
            "39", "レベル５土砂災害特別警報", Hazard.LANDSLIDE, Optional.of(AlertLevel.FIVE), KindState.RAISED);
    assertThat(
            hub.take(anAlert().sentAfter(Duration.ofMinutes(11)).kind(five).build()).disposition())
        .isEqualTo(Disposition.DRAFTED);
  }

  @Test
  void aConfirmedFireGoesOutByItselfAndAnUnconfirmedOneBecomesADraft() {
    Item reported = hub.take(fire("F1", "reported", KindState.ISSUED, 0));
    Item confirmed = hub.take(fire("F1", "confirmed", KindState.ISSUED, 3));

    assertThat(reported.disposition()).isEqualTo(Disposition.DRAFTED);
    assertThat(confirmed.disposition()).isEqualTo(Disposition.SENT);
  }

  @Test
  void atNightTheEndOfAFireIsNotTold() {
    Instant elevenAtNight = Instant.parse("2026-08-13T14:00:00Z");
    hub.clock.set(elevenAtNight);
    hub.take(fire("F1", "confirmed", KindState.ISSUED, 14 * 60));
    hub.clock.advance(Duration.ofMinutes(30));
    Item out = hub.take(fire("F1", "out", KindState.LIFTED, 14 * 60 + 30));

    assertThat(out.disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(out.reason()).contains("静かにする時間帯");
    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void oldWarningsCountOnlyWhileTheOfficeSendsNoNewOnes() {
    AlertKind oldKind =
        new AlertKind(
            "03", "大雨警報", Hazard.HEAVY_RAIN, Optional.of(AlertLevel.THREE), KindState.ISSUED);
    assertThat(
            hub.take(anAlert().telegram("VPWW54").stream("VPWW54/220000").kind(oldKind).build())
                .disposition())
        .isEqualTo(Disposition.DRAFTED);
    assertThat(
            hub.take(anAlert().telegram("VPWW53").stream("VPWW53/220000").kind(oldKind).build())
                .disposition())
        .isEqualTo(Disposition.RECORDED);
    hub.take(aLandslideAlert().build());
    assertThat(hub.inForce()).containsExactly("2222500 49 since " + NINE_O_CLOCK);
    Item later =
        hub.take(
            anAlert().telegram("VPWW54").stream("VPWW54/220000")
                .sentAfter(Duration.ofHours(1))
                .kind(oldKind)
                .build());

    assertThat(later.disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(hub.inForce()).containsExactly("2222500 49 since " + NINE_O_CLOCK);
  }

  @Test
  void aDrawnAreaConcernsTheDistrictsItMeets() {
    AreaCode nirayama = new AreaCode("22225-03");
    hub =
        new IntakeBench(
            database.database(),
            Mode.LIVE,
            bytes -> List.of(new Reading.Read(Json.read(new String(bytes, UTF_8), Alert.class))),
            alert -> alert.areas().getFirst().name().equals("川沿い") ? List.of(nirayama) : List.of());
    Shape circle = new Shape.Circle(new LatLon(35.03, 138.95), 500);
    hub.take(cap("C1").drawn("川沿い", circle, capKind()).drawn("遠く", circle, capKind()).build());

    assertThat(hub.followed.getFirst().districts()).containsExactly(nirayama);
    assertThat(hub.inForce()).hasSize(1);
  }

  @Test
  void anAreaInWordsOnlyIsHeldForAPerson() {
    Item item =
        hub.take(
            cap("C1")
                .area(
                    new AlertArea(
                        "", false, Optional.empty(), "どこか", List.of(capKind()), List.of()))
                .build());

    assertThat(item.disposition()).isEqualTo(Disposition.HELD);
  }

  @Test
  void aCapUpdateThatLeavesUsEndsWhatItReplaces() {
    hub.take(cap("C1").kind(capKind()).build());
    Alert update =
        cap("C2").stream("CAP/other")
            .messageType(MessageType.UPDATE)
            .sentAfter(Duration.ofMinutes(30))
            .references(new AlertReference("s", "C1", NINE_O_CLOCK))
            .municipal("2222200", "伊豆市", capKind())
            .build();
    hub.take(update);

    assertThat(hub.inForce()).isEmpty();
    assertThat(hub.followed.getLast().changes())
        .extracting(KindChange::change)
        .containsExactly(Change.LIFTED);
  }

  @Test
  void aCapUpdateThatComesFirstKeepsTheOriginalFromCounting() {
    hub.take(
        cap("C2").stream("CAP/C2")
            .messageType(MessageType.CANCEL)
            .sentAfter(Duration.ofMinutes(30))
            .references(new AlertReference("s", "C1", NINE_O_CLOCK))
            .build());
    Item late = hub.take(cap("C1").stream("CAP/C1").kind(capKind()).build());

    assertThat(late.disposition()).isEqualTo(Disposition.OUTDATED);
    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void whatExpiresIsNotInForceAnyMore() {
    hub.take(cap("C1").kind(capKind()).expires(NINE_O_CLOCK.plus(Duration.ofHours(1))).build());
    assertThat(hub.inForce()).hasSize(1);

    hub.clock.advance(Duration.ofHours(1));
    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void brokenBytesAreQuarantinedWithTheirReason() {
    hub = new IntakeBench(database.database(), Mode.LIVE, new AlertReaders(), alert -> List.of());
    byte[] bytes = "<Report".getBytes(UTF_8);
    IntakeReceipt receipt = hub.take(bytes);

    assertThat(receipt.items())
        .extracting(Item::disposition)
        .containsExactly(Disposition.QUARANTINED);
    assertThat(hub.situation.listQuarantine(10))
        .singleElement()
        .satisfies(
            quarantined -> {
              assertThat(quarantined.refusal()).isEqualTo(Refusal.BROKEN_XML);
              assertThat(quarantined.detail()).isNotBlank();
            });
    assertThat(hub.situation.findOriginalBytes(receipt.originalId())).contains(bytes);
    assertThat(chronologyKinds()).containsExactly("ALERT_QUARANTINED");
  }

  @Test
  void ofAFiftyMegabyteBodyTheBeginningIsKept() {
    hub = new IntakeBench(database.database(), Mode.LIVE, new AlertReaders(), alert -> List.of());
    IntakeReceipt receipt = hub.take(new byte[50 * 1024 * 1024]);

    assertThat(hub.situation.listQuarantine(10))
        .singleElement()
        .satisfies(
            quarantined -> {
              assertThat(quarantined.refusal()).isEqualTo(Refusal.TOO_LARGE);
              assertThat(quarantined.byteCount()).isEqualTo(50 * 1024 * 1024);
            });
    assertThat(hub.situation.findOriginalBytes(receipt.originalId()).orElseThrow())
        .hasSize(1024 * 1024);
  }

  @Test
  void aReaderThatFailsLosesNoMessage() {
    hub =
        new IntakeBench(
            database.database(),
            Mode.LIVE,
            bytes -> {
              throw new IllegalStateException("a fault");
            },
            alert -> List.of());
    hub.take("x".getBytes(UTF_8));

    assertThat(hub.situation.listQuarantine(1))
        .extracting(Situation.Quarantined::refusal)
        .containsExactly(Refusal.READER_FAILED);
  }

  @Test
  void nothingOfAMessageRemainsWhenItsDraftCannotBeMade() {
    AlertIntake failing =
        new AlertIntake(
            Mode.LIVE,
            IntakeBench.IZUNOKUNI,
            IntakeBench.settings(),
            new AlertIntake.Parts(
                database.database(),
                new Chronology(database.database()),
                bytes -> List.of(new Reading.Read(aLandslideAlert().build())),
                alert -> List.of(),
                (handle, alert, decision) -> {
                  throw new IllegalStateException("no draft");
                },
                hub.clock));
    IncomingMessage message =
        new IncomingMessage("http", Optional.of("e"), hub.clock.instant(), new byte[] {1});

    assertThatThrownBy(() -> failing.take(message)).hasMessage("no draft");
    assertThat(hub.situation.listLatest(Optional.empty(), 10)).isEmpty();
    assertThat(chronologyKinds()).isEmpty();
    assertThat(hub.take(Json.write(aLandslideAlert().build()).getBytes(UTF_8)).items())
        .extracting(Item::disposition)
        .containsExactly(Disposition.DRAFTED);
  }

  @Test
  void theSituationKeepsTheWholeAlert() {
    Alert alert = aLandslideAlert().drawn("線", new Shape.Circle(new LatLon(35, 138), 1)).build();
    Item item = hub.take(alert);

    assertThat(hub.situation.findAlert(item.alertId().orElseThrow()).orElseThrow().alert())
        .isEqualTo(alert);
    assertThat(hub.situation.listLatest(Optional.empty(), 10))
        .singleElement()
        .satisfies(line -> assertThat(line.disposition()).isEqualTo(Disposition.DRAFTED));
  }

  private static Alert fire(String incident, String code, KindState state, int minutes) {
    return anAlert()
        .format(AlertFormat.FIRE_NOTICE)
        .telegram("fire-notice")
        .identifier(incident)
        .stream("fire-notice/" + incident)
        .sentAfter(Duration.ofMinutes(minutes))
        .municipal("22225", "長岡", unlevelled(code, "建物火災", Hazard.FIRE, state))
        .build();
  }

  private static AlertBuilder cap(String identifier) {
    return anAlert().format(AlertFormat.CAP).telegram("CAP 1.2").identifier(identifier).stream(
            "CAP/s/" + identifier)
        .threat(
            new Threat(Threat.Urgency.IMMEDIATE, Threat.Severity.SEVERE, Threat.Certainty.LIKELY));
  }

  private static AlertKind capKind() {
    return unlevelled("flood", "Flood", Hazard.FLOOD, KindState.ISSUED);
  }

  private static List<String> chronologyKinds() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select kind from core.chronology order by seq")
                    .mapTo(String.class)
                    .list());
  }
}

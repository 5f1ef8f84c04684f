package jp.noroshi.core.dispatch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.audience.Subscriber;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.MunicipalitySettings.District;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.evacuation.EvacuationProposal;
import jp.noroshi.core.intake.HandClock;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/** A small town with a hub of one mode: four districts, two officers, a clock moved by hand. */
public final class Town {

  /** 15:20 in Japan. */
  public static final Instant NOW = Instant.parse("2026-08-13T06:20:00Z");

  public static final AreaCode WHOLE = new AreaCode("22225");
  public static final AreaCode NIRAYAMA = new AreaCode("22225-01");
  public static final AreaCode NAGAOKA = new AreaCode("22225-02");
  public static final AreaCode OHITO = new AreaCode("22225-03");
  public static final AreaCode NAKA = new AreaCode("22225-04");

  public static final Officer WRITER = new Officer("sato", Set.of(Right.DRAFT));
  public static final Officer CHIEF = new Officer("suzuki", Set.of(Right.DRAFT, Right.APPROVE));
  public static final Officer VIEWER = new Officer("tanaka", Set.of());

  final HandClock clock = new HandClock(NOW);
  final DispatchServices services;
  private final Database database;
  private final Mode mode;

  /** Opens a hub. */
  public Town(Database database, Mode mode) {
    this.database = database;
    this.mode = mode;
    this.services =
        DispatchServices.open(
            new DispatchServices.Stores(
                database,
                new Chronology(database),
                new Outbox(clock.withZone(ZoneOffset.UTC)),
                medium -> medium == Medium.LINE ? 500 : 400),
            settings(),
            mode,
            clock);
  }

  Mode mode() {
    return mode;
  }

  public static DispatchServices.Settings settings() {
    return new DispatchServices.Settings(municipality(), templates(), sirens());
  }

  public static MessageTemplates templates() {
    return MessageTemplates.load(ProjectFiles.find("config/templates"), municipality().languages());
  }

  public static SirenTable sirens() {
    return SirenTable.load(ProjectFiles.find("config/sirens.yaml"));
  }

  public static MunicipalitySettings municipality() {
    return new MunicipalitySettings(
        "伊豆の国市",
        "いずのくにし",
        WHOLE,
        new AreaCode("2222500"),
        "ぼうさい伊豆の国市",
        URI.create("https://bousai.example.jp/"),
        List.of("ja", "en", "ja-x-easy"),
        Map.of("en", "Izunokuni City"),
        List.of(
            district(NIRAYAMA, "韮山地区", "にらやまちく", "Nirayama"),
            district(NAGAOKA, "長岡地区", "ながおかちく", "Nagaoka"),
            district(OHITO, "大仁地区", "おおひとちく", "Ohito"),
            new District(NAKA, "中", "なか", Map.of("en", "Naka"), List.of())),
        Optional.empty(),
        Map.of("狩野川", "かのがわ"));
  }

  private static District district(AreaCode code, String name, String kana, String english) {
    return new District(code, name, kana, Map.of("en", english), List.of("group-" + english));
  }

  /** Registers so many subscribers of a medium who chose no district. */
  public Town withSubscribers(Medium medium, int count) {
    services
        .subscribers()
        .registerAll(
            IntStream.range(0, count)
                .mapToObj(i -> new Subscriber(medium, medium + "-" + i, List.of(), "ja"))
                .toList());
    return this;
  }

  /** A notice to everyone on every medium. */
  public static Notice aNotice() {
    return new Notice(
        "断水のお知らせ",
        "韮山地区で断水しています。給水所は市役所です。",
        Hazard.OTHER,
        Optional.empty(),
        new Audience.Everyone(),
        Medium.FOR_MANY,
        NOW.plus(Duration.ofHours(6)));
  }

  public static EvacuationProposal order(Hazard hazard, int level, AreaCode... districts) {
    return new EvacuationProposal(
        List.of(districts), hazard, Optional.of(AlertLevel.of(level)), "");
  }

  public static EvacuationProposal lift(Hazard hazard, AreaCode... districts) {
    return new EvacuationProposal(List.of(districts), hazard, Optional.empty(), "");
  }

  /** Proposes, hands in and approves. */
  public Dispatch inForce(EvacuationProposal proposal) {
    return approved(handedIn(done(services.evacuations().propose(proposal, WRITER))));
  }

  /** A notice that waits for approval. */
  public Dispatch waitingNotice() {
    return handedIn(done(services.drafts().write(aNotice(), WRITER)));
  }

  public Dispatch handedIn(Dispatch draft) {
    return done(services.drafts().requestApproval(draft.id(), draft.version(), WRITER));
  }

  public Dispatch approved(Dispatch waiting) {
    return done(approve(waiting, CHIEF));
  }

  public DispatchResult approve(Dispatch waiting, Officer officer) {
    String typed = services.approvals().confirmationOf(waiting).orElse("");
    return services.approvals().approve(waiting.id(), waiting.version(), officer, typed);
  }

  public static Dispatch done(DispatchResult result) {
    return switch (result) {
      case DispatchResult.Done(Dispatch dispatch) -> dispatch;
      case DispatchResult.Refused(DispatchRefusal reason, _) ->
          throw new AssertionError("refused: " + reason);
    };
  }

  public static Optional<DispatchRefusal> refusal(DispatchResult result) {
    return switch (result) {
      case DispatchResult.Done _ -> Optional.empty();
      case DispatchResult.Refused(DispatchRefusal reason, _) -> Optional.of(reason);
    };
  }

  /** Stores an alert as the intake does. */
  public UUID store(Alert alert, String disposition) {
    UUID id = UUID.randomUUID();
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.alert (id, ordinal, mode, disposition, reason, stream, sent,
                      written, taken_in_at, content)
                    values (:id, 0, :mode, :disposition, '', :stream, :sent, :sent, :sent,
                      cast(:content as jsonb))
                    """)
                .bind("id", id)
                .bind("mode", mode)
                .bind("disposition", disposition)
                .bind("stream", alert.stream())
                .bind("sent", alert.sent())
                .bind("content", Json.write(alert))
                .execute());
    return id;
  }

  /** Reads a figure. */
  public int count(String sql) {
    return database.withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  /** Reads words, in order. */
  public List<String> words(String sql) {
    return database.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}

package jp.noroshi.shelters.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.intake.opening.ShelterNews;
import jp.noroshi.core.intake.opening.ShelterNotice;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Finds what residents have not been told of the shelters yet. What changed is told once it has
 * lasted a while, everything of that while in one notice per piece of news: a shelter opened by
 * mistake and shut again at once is never told, and a night of many openings is few messages. What
 * was told is in the database, so that a restart or a second hub tells nothing twice. Thread-safe,
 * blocking.
 */
public final class NewsDesk {

  private static final long LOCK = 0x6E6F726F736869L;

  private final Database database;
  private final ShelterBoard board;
  private final MunicipalitySettings municipality;
  private final Mode mode;
  private final InstantSource clock;

  /** Looks at a board. */
  public NewsDesk(
      Database database,
      ShelterBoard board,
      MunicipalitySettings municipality,
      Mode mode,
      InstantSource clock) {
    this.database = database;
    this.board = board;
    this.municipality = municipality;
    this.mode = mode;
    this.clock = clock;
  }

  /** A notice that nobody has handed over yet. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are the notice; nobody compares two of them
  record Waiting(long id, byte[] bytes) {}

  /**
   * What was told of a shelter, and what is about to be.
   *
   * @param as under which name and where, of a place by hand
   */
  private record Told(
      PublicState told,
      Optional<Known> as,
      Optional<PublicState> pending,
      Optional<Instant> since) {
    static final Told NOTHING = of(PublicState.SHUT, Optional.empty());

    static Told of(PublicState state, Optional<Known> as) {
      return new Told(state, as, Optional.empty(), Optional.empty());
    }
  }

  /** Under which name and where residents know a place. */
  private record Known(String name, String where) {
    /** Sites of the lists are known by the lists. */
    static Optional<Known> of(Shelter shelter, PublicState state) {
      return state == PublicState.SHUT || shelter.kind() == ShelterKind.SITE
          ? Optional.empty()
          : Optional.of(
              new Known(
                  shelter.name(),
                  shelter.address()
                      + shelter
                          .location()
                          .map(at -> " %f,%f".formatted(at.latitude(), at.longitude()))
                          .orElse("")));
    }
  }

  /** A shelter with something that was not told. */
  private record Untold(Shelter shelter, Told before, PublicState now, Instant since) {

    /** Who was told of it goes where it no longer is, or asks for what it is called no longer. */
    boolean isCorrected() {
      Optional<Known> known = Known.of(shelter, now);
      return before.as().isPresent() && known.isPresent() && !known.equals(before.as());
    }

    /** Residents know it by its former name. */
    String name() {
      return before
          .as()
          .map(Known::name)
          .filter(former -> isCorrected() && !former.equals(shelter.name()))
          .map(former -> shelter.name() + "（訂正前: " + former + "）")
          .orElseGet(shelter::name);
    }
  }

  /** Notes what changed, and writes notices when the first change has lasted long enough. */
  void gather() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.useTransaction(
        handle -> {
          // Of two hubs one looks; what the other one would find is found. Looked at before the
          // lock, the shelters could be older than what was told of them.
          if (lock(handle)) {
            List<Untold> untold = compare(handle, board.all(), now);
            Instant longEnough = now.minus(board.settings().gatherFor());
            if (untold.stream().anyMatch(each -> !each.since().isAfter(longEnough))) {
              tell(handle, untold, now);
            }
          }
        });
  }

  private static boolean lock(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_xact_lock(:lock)")
        .bind("lock", LOCK)
        .mapTo(Boolean.class)
        .one();
  }

  private static List<Untold> compare(Handle handle, List<ShelterStanding> standings, Instant now) {
    Map<UUID, Told> known = known(handle);
    List<Untold> untold = new ArrayList<>();
    for (ShelterStanding standing : standings) {
      Shelter shelter = standing.shelter();
      Told before = known.getOrDefault(shelter.id(), Told.NOTHING);
      PublicState state = shelter.announced() ? standing.publicState() : PublicState.SHUT;
      Told after = follow(before, state, Known.of(shelter, state), now);
      if (!after.equals(before)) {
        store(handle, shelter.id(), after);
      }
      after.since().ifPresent(since -> untold.add(new Untold(shelter, after, state, since)));
    }
    return untold;
  }

  private static Told follow(Told before, PublicState state, Optional<Known> as, Instant now) {
    if (state == before.told() && (as.equals(before.as()) || before.as().isEmpty())) {
      return Told.of(state, as);
    }
    return before.pending().filter(state::equals).isPresent()
        ? before
        : new Told(before.told(), before.as(), Optional.of(state), Optional.of(now));
  }

  private void tell(Handle handle, List<Untold> untold, Instant now) {
    Map<ShelterNews, List<String>> names = new EnumMap<>(ShelterNews.class);
    for (Untold each : untold) {
      newsOf(each)
          .forEach(news -> names.computeIfAbsent(news, _ -> new ArrayList<>()).add(each.name()));
      store(handle, each.shelter().id(), Told.of(each.now(), Known.of(each.shelter(), each.now())));
    }
    names.forEach((news, shelters) -> put(handle, notice(news, shelters, now).toBytes(), now));
  }

  /** A place that is no longer announced has not closed: of it nothing is said any more. */
  private static List<ShelterNews> newsOf(Untold each) {
    List<ShelterNews> news = new ArrayList<>();
    if (each.shelter().announced()) {
      each.now().newsAfter(each.before().told()).ifPresent(news::add);
      if (each.isCorrected()) {
        news.add(ShelterNews.CORRECTED);
      }
    }
    return news;
  }

  private ShelterNotice notice(ShelterNews news, List<String> shelters, Instant now) {
    return new ShelterNotice(
        UUID.randomUUID().toString(),
        mode,
        municipality.name(),
        now,
        municipality.code(),
        news,
        shelters);
  }

  /** Lays a notice ready. */
  static void put(Handle handle, byte[] bytes, Instant now) {
    handle
        .createUpdate("insert into shelters.notice (bytes, at) values (:bytes, :now)")
        .bind("bytes", bytes)
        .bind("now", now)
        .execute();
  }

  /** Lists what waits to be handed over, the oldest first. */
  List<Waiting> waiting() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, bytes from shelters.notice where handed_at is null order by id")
                .map((row, _) -> new Waiting(row.getLong("id"), row.getBytes("bytes")))
                .list());
  }

  /** Notes that a notice was taken in. */
  void handedOver(Waiting notice) {
    database.useTransaction(
        handle ->
            handle.execute(
                "update shelters.notice set handed_at = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                notice.id()));
  }

  private static Map<UUID, Told> known(Handle handle) {
    Map<UUID, Told> known = new HashMap<>();
    handle
        .createQuery("select * from shelters.told")
        .map(
            (row, _) ->
                known.put(
                    row.getObject("shelter_id", UUID.class),
                    new Told(
                        PublicState.valueOf(row.getString("told")),
                        knownAs(row),
                        Optional.ofNullable(row.getString("pending")).map(PublicState::valueOf),
                        Optional.ofNullable(row.getObject("pending_since", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant))))
        .list();
    return known;
  }

  private static Optional<Known> knownAs(ResultSet row) throws SQLException {
    String name = row.getString("told_name");
    return name == null
        ? Optional.empty()
        : Optional.of(new Known(name, row.getString("told_where")));
  }

  private static void store(Handle handle, UUID shelter, Told told) {
    handle
        .createUpdate(
            """
            insert into shelters.told (shelter_id, told, told_name, told_where, pending, pending_since)
            values (:shelter, :told, :name, :where, :pending, :since)
            on conflict (shelter_id) do update
              set told = excluded.told, told_name = excluded.told_name, told_where = excluded.told_where,
                  pending = excluded.pending, pending_since = excluded.pending_since
            """)
        .bind("shelter", shelter)
        .bind("told", told.told())
        .bind("name", told.as().map(Known::name).orElse(null))
        .bind("where", told.as().map(Known::where).orElse(null))
        .bind("pending", told.pending().orElse(null))
        .bind("since", told.since().orElse(null))
        .execute();
  }
}

package jp.noroshi.gis.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.gis.register.RegisterKeys;

/** Plans of the sample municipality: a home, a hill-top site, a river beside. */
public final class PlanBed {

  /** The clerk at work on plans. */
  public static final Access PLANNING =
      Access.of(RegisterBed.WELFARE, Purpose.PLANNING, LegalBasis.PLAN_MAKING);

  /** Where {@link People#hana()} lives. */
  public static final LatLon HOME = new LatLon(35.033, 138.93);

  /** Where the site is. */
  static final LatLon HILL = new LatLon(35.036, 138.926);

  private final Database database;
  private final RegisterBed register;
  private final PlanServices services;

  private PlanBed(
      Database database,
      RegisterBed register,
      PlanProposals.RouteFinder routes,
      Reachability reachability) {
    this.database = database;
    this.register = register;
    this.services =
        PlanServices.open(database, register.services(), routes, reachability, register);
  }

  /** Opens an empty bed without a road network. */
  public static PlanBed on(Database database) {
    return on(database, (_, _, _, _) -> List.of());
  }

  static PlanBed on(Database database, PlanProposals.RouteFinder routes) {
    return new PlanBed(database, RegisterBed.on(database), routes, Reachability.NOBODY_LOST);
  }

  static PlanBed on(Database database, Reachability reachability) {
    return new PlanBed(database, RegisterBed.on(database), (_, _, _, _) -> List.of(), reachability);
  }

  /** Opens a bed whose register has keys of choice. */
  public static PlanBed on(Database database, RegisterKeys keys) {
    return new PlanBed(
        database,
        RegisterBed.on(database, keys),
        (_, _, _, _) -> List.of(),
        Reachability.NOBODY_LOST);
  }

  /** Returns everything around plans. */
  public PlanServices services() {
    return services;
  }

  /** Returns the plans. */
  public Plans plans() {
    return services.plans();
  }

  /** Returns the register below. */
  public RegisterBed register() {
    return register;
  }

  LocalDate today() {
    return LocalDate.of(2026, 9, 1);
  }

  void pass(Duration time) {
    register.pass(time);
  }

  /** Registers a person who agreed to a plan. */
  public PersonId person() {
    return person("0000123");
  }

  /** Registers a person with a number of choice who agreed to a plan. */
  public PersonId person(String reference) {
    PersonEntry entry = People.entry(reference, "見本 花", "ミホン ハナ", People.NAGAOKA);
    register.services().register().enter(entry, RegisterBed.UPDATE);
    answer(entry.id(), ConsentKind.PLAN_MAKING, ConsentAnswer.GIVEN);
    return entry.id();
  }

  /** Records an answer. */
  public void answer(PersonId person, ConsentKind kind, ConsentAnswer answer) {
    register.services().consents().record(person, consent(kind, answer));
  }

  Consent consent(ConsentKind kind, ConsentAnswer answer) {
    return new Consent(
        kind,
        answer,
        today(),
        Consent.Method.PAPER,
        Optional.empty(),
        Optional.empty(),
        register.instant(),
        "welfare");
  }

  /** Makes a site on the hill, designated for floods. */
  public UUID site(String name, int capacity) {
    UUID site = UUID.randomUUID();
    sql(
        """
        insert into gis.site (id, place, municipality, name, kana, address, location, capacity, changed_at)
        values (?, gen_random_uuid(), '22225', ?, '', '', ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, now())
        """,
        site,
        name,
        HILL.longitude(),
        HILL.latitude(),
        capacity);
    sql(
        """
        insert into gis.site_designation (key, site_id, data_set, kind, hazards, location, accepts, entry)
        select gen_random_uuid(), id, 'test', 'EMERGENCY_SITE', '{FLOOD}', location, '', '{}'
        from gis.site where id = ?
        """,
        site);
    return site;
  }

  /** Makes a supporter near the home who agreed to everything. */
  public Supporter supporter(String name, int maxLoad) {
    return save(plain(UUID.randomUUID(), 0, name, maxLoad, ConsentAnswer.GIVEN, false));
  }

  Supporter save(Supporter supporter) {
    return services.supporters().save(supporter, PLANNING).supporter();
  }

  static Supporter plain(
      UUID id, int version, String name, int maxLoad, ConsentAnswer consent, boolean gone) {
    return new Supporter(
        id,
        Supporter.Kind.PERSON,
        version,
        name,
        Optional.empty(),
        Optional.of("伊豆の国市長岡3-4"),
        Optional.of("000-0000-0200"),
        Optional.of(People.NAGAOKA),
        Optional.of(new LatLon(35.0335, 138.9305)),
        Optional.of("平日の日中"),
        Optional.empty(),
        Optional.empty(),
        maxLoad,
        consent,
        Optional.of(LocalDate.of(2026, 8, 1)),
        Optional.empty(),
        gone);
  }

  /** Draws a danger around a point; it is the newest of its name. */
  public void danger(HazardKind kind, LatLon around, int rank) {
    UUID layer = UUID.randomUUID();
    sql("update gis.hazard_layer set current = false where kind = ? and name = '見本川'", kind.name());
    sql(
        """
        insert into gis.hazard_layer (id, kind, scenario, name, source, edition, current, imported_at)
        values (?, ?, '想定最大規模', '見本川', 'test', '2026-01-01', true, ?)
        """,
        layer,
        kind.name(),
        java.sql.Timestamp.from(register.instant()));
    sql(
        """
        with zone as (
          insert into gis.hazard_zone (layer_id, rank, label, outline)
          values (?, ?, '浸水', ST_Multi(ST_Buffer(ST_SetSRID(ST_MakePoint(?, ?), 4326), 0.0008)))
          returning id, layer_id, outline)
        insert into gis.hazard_piece (zone_id, layer_id, outline, outline_3857)
        select id, layer_id, part.geom, ST_Transform(part.geom, 3857) from zone, ST_Dump(outline) as part
        """,
        layer,
        rank,
        around.longitude(),
        around.latitude());
  }

  /** Closes the way between home and hill. */
  void closeTheWay(Instant from) {
    sql(
        """
        insert into gis.closure (id, shape, reason, applies_to, valid_from, created_at, created_by)
        values (gen_random_uuid(), ST_SetSRID(ST_MakePoint(138.928, 35.0345), 4326), '倒木', 'EVERYBODY', ?, ?, 't')
        """,
        java.sql.Timestamp.from(from),
        java.sql.Timestamp.from(register.instant()));
  }

  /** Does something behind the rooms' backs. */
  public void sql(String sql, Object... values) {
    database.withHandle(handle -> handle.execute(sql, values));
  }

  List<String> log() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select subject_kind || ' ' || purpose || ' ' || array_to_string(groups, ',')
                    from gis.access_line order by id
                    """)
                .mapTo(String.class)
                .list());
  }

  /** Writes a plan to the site with these supporters, agreed and tried. */
  public EvacuationPlan healthy(PersonId person, UUID site, Supporter... supporters) {
    EvacuationPlan written = plans().save(draft(person, content(site, supporters)), PLANNING);
    plans()
        .agree(
            written.id(),
            1,
            consent(ConsentKind.PLAN_MAKING, ConsentAnswer.GIVEN),
            Optional.empty(),
            PLANNING);
    return plans()
        .rehearse(
            written.id(),
            new Rehearsal(
                UUID.randomUUID(), today().minusDays(3), Optional.of(25), Optional.empty()),
            PLANNING);
  }

  PlanDraft draft(PersonId person, PlanContent content) {
    return draft(UUID.randomUUID(), person, 0, content);
  }

  /** A draft written on a version. */
  public PlanDraft draft(UUID plan, PersonId person, int base, PlanContent content) {
    return new PlanDraft(UUID.randomUUID(), plan, person, HazardKind.FLOOD, base, content);
  }

  /** A plan to a site. */
  public PlanContent content(UUID site, Supporter... supporters) {
    return content(Destination.site(site), "玄関に段差", supporters);
  }

  /** A plan to a destination, with something about the house. */
  public PlanContent content(Destination destination, String house, Supporter... supporters) {
    List<Assignment> assigned = new ArrayList<>();
    for (Supporter supporter : supporters) {
      assigned.add(new Assignment(supporter.id(), SupportRole.ACCOMPANY));
    }
    return new PlanContent(
        PlanAuthor.FAMILY,
        Optional.of("見本 太郎"),
        StartSignal.LEVEL_3,
        Optional.empty(),
        List.of(destination),
        false,
        Transport.WHEELCHAIR,
        1,
        Optional.of(30),
        List.of(
            new PlannedRoute(
                List.of(HOME, new LatLon(35.0345, 138.928), HILL),
                520,
                15,
                List.of("坂道"),
                List.of(),
                Optional.of(register.instant()))),
        Optional.of("公民館前"),
        Optional.empty(),
        List.of("薬", "予備の電池"),
        Optional.empty(),
        Optional.of(house),
        Optional.empty(),
        assigned,
        today().plusYears(1));
  }
}

package jp.noroshi.shelters.response;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.delivery.MovableClock;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.register.ListingRules;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.targeting.FacilitiesInside.Facility;
import org.jdbi.v3.core.Handle;

/** A municipality whose people and supporters a test makes up. */
public final class ResponseBed implements CallUp, Errands, SafetySigns {

  public static final AreaCode NIRAYAMA = new AreaCode("22225-01");
  static final AreaCode NAGAOKA = new AreaCode("22225-02");
  static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");

  final MovableClock clock = new MovableClock(EVENING);
  final Map<AreaCode, List<Called>> people = new HashMap<>();
  final Set<UUID> unreachable = new HashSet<>();
  final Map<UUID, String> facilityTokens = new HashMap<>();
  final List<Errand> said = new ArrayList<>();
  final List<Sign> signs = new ArrayList<>();
  final EvacuationOrders orders;
  private final Database database;
  private final ResponseServices services;

  ResponseBed(Database database) {
    this.database = database;
    this.orders = new EvacuationOrders(database, Mode.DRILL);
    this.services = open(database);
  }

  /** Opens the services a second hub would have, on a pool of its own. */
  ResponseServices open(Database own) {
    Chronology chronology = new Chronology(own);
    RegisterServices register =
        RegisterServices.open(
            new RegisterServices.Stores(own, chronology, Mode.DRILL, clock),
            Optional.empty(),
            new ListingRules(Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, false),
            municipality());
    return ResponseServices.open(
        new ResponseServices.Stores(
            own,
            chronology,
            new EvacuationOrders(own, Mode.DRILL),
            register,
            PlanServices.open(own, register, (_, _, _, _) -> List.of(), clock),
            this,
            this,
            this),
        ResponseSettings.USUAL,
        Mode.DRILL,
        clock);
  }

  private static MunicipalitySettings municipality() {
    Path file = ProjectFiles.find("config/sample/izunokuni.yaml");
    return MunicipalitySettings.load(file);
  }

  Responses responses() {
    return services.responses();
  }

  CaseAnswers answers() {
    return services.answers();
  }

  FacilityTasks facilities() {
    return services.facilities();
  }

  FacilityPages facilityPages() {
    return services.facilityPages();
  }

  NotYetSafe notYetSafe() {
    return services.notYetSafe();
  }

  void pass(Duration time) {
    clock.advance(time);
    work();
  }

  /** Works until there is nothing to do. */
  void work() {
    work(services);
  }

  /** Lets a response work until there is nothing to do. */
  public static void work(ResponseServices services) {
    int rounds = 0;
    while (services.worker().rounds().round()) {
      if (++rounds > 1_000) {
        throw new AssertionError("the worker does not come to rest");
      }
    }
  }

  void order(AreaCode district, Hazard hazard, Optional<AlertLevel> level) {
    database.useTransaction(
        handle -> {
          EvacuationChange change =
              orders.propose(handle, hazard, "", Map.of(district, level), "duty", clock.instant());
          orders.takeEffect(handle, change, clock.instant());
        });
  }

  PersonId person(AreaCode district, UUID... supporters) {
    return person(district, StartSignal.LEVEL_3, new Risk(1, 1, 1, 1), supporters);
  }

  PersonId person(AreaCode district, StartSignal signal, Risk risk, UUID... supporters) {
    List<PlannedSupporter> helpers = new ArrayList<>();
    for (int i = 0; i < supporters.length; i++) {
      helpers.add(new PlannedSupporter(supporters[i], false, i, false));
    }
    PersonId person = PersonId.random();
    people
        .computeIfAbsent(district, _ -> new ArrayList<>())
        .add(
            new Called(person, Optional.of(UUID.randomUUID()), Optional.of(signal), helpers, risk));
    return person;
  }

  void sign(PersonId person, UUID shelter, boolean present) {
    signs.add(new Sign(signs.size() + 1, person, shelter, clock.instant(), present));
  }

  NotYetSafe.Line caseOf(PersonId person) {
    UUID response = responses().list().getFirst().id();
    return notYetSafe()
        .list(
            new NotYetSafe.Wanted(response, Optional.empty(), Set.of(CaseState.values())), 0, 1_000)
        .lines()
        .stream()
        .filter(line -> line.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  CaseState stateOf(PersonId person) {
    return caseOf(person).state();
  }

  UUID taskOf(PersonId person, UUID supporter) {
    UUID caseId = caseOf(person).id();
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id from shelters.support_task where case_id = ? and supporter = ?")
                .bind(0, caseId)
                .bind(1, supporter)
                .mapTo(UUID.class)
                .one());
  }

  @Override
  public List<Called> list(Handle handle, Cause cause) {
    return people.getOrDefault(cause.district(), List.of());
  }

  @Override
  public void send(Handle handle, UUID response, List<Errand> errands) {
    handle.afterCommit(
        () -> {
          synchronized (said) {
            said.addAll(errands);
          }
        });
  }

  @Override
  public void askFacility(
      Handle handle, UUID response, Facility facility, Hazard hazard, String token) {
    facilityTokens.put(facility.id(), token);
  }

  @Override
  public Map<UUID, Set<Medium>> waysToFacilities(Handle handle, Collection<UUID> facilities) {
    Map<UUID, Set<Medium>> all = new HashMap<>();
    reachable(handle, facilities).forEach(facility -> all.put(facility, Set.of(Medium.LINE)));
    return all;
  }

  @Override
  public Set<UUID> reachable(Handle handle, Collection<UUID> supporters) {
    Set<UUID> all = new HashSet<>(supporters);
    all.removeAll(unreachable);
    return all;
  }

  @Override
  public List<Sign> after(long cursor, int limit) {
    return signs.stream().filter(sign -> sign.number() > cursor).limit(limit).toList();
  }
}

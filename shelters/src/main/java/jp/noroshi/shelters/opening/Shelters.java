package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.gis.site.EvacuationSite.Designation;
import jp.noroshi.gis.site.Sites;
import org.jdbi.v3.core.Handle;

/** The places where people are taken in or counted. Thread-safe, blocking. */
public final class Shelters {

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final Sites sites;
  private final Districts districts;

  /** Knows the sites of the lists, and keeps the places by hand in a database. */
  public Shelters(
      Database database,
      Chronology chronology,
      Mode mode,
      InstantSource clock,
      Sites sites,
      Districts districts) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
    this.sites = sites;
    this.districts = districts;
  }

  /** Lists every shelter by name, those in no list any more too. */
  public List<Shelter> list() {
    Map<UUID, AreaCode> where = districts.ofSites();
    List<Shelter> all = new ArrayList<>();
    sites.list().forEach(site -> all.add(shelter(site, Optional.ofNullable(where.get(site.id())))));
    database.withHandle(PlacesByHand::list).forEach(place -> all.add(shelter(place)));
    all.sort(Comparator.comparing(Shelter::name).thenComparing(Shelter::id));
    return List.copyOf(all);
  }

  /** Finds one. */
  public Optional<Shelter> find(UUID id) {
    return sites
        .find(id)
        .map(site -> shelter(site, districts.findAt(site.location())))
        .or(() -> findByHand(id).map(Shelters::shelter));
  }

  private Optional<PlaceVersion> findByHand(UUID id) {
    return database.withHandle(handle -> PlacesByHand.find(handle, id));
  }

  /**
   * Lists what was on file of a place by hand, the newest first; nothing of a site of the lists.
   */
  public List<PlaceVersion> versions(UUID id) {
    return database.withHandle(handle -> PlacesByHand.versions(handle, id));
  }

  /**
   * Enters a place by hand.
   *
   * @param by the account
   * @throws OpeningRefusedException when it cannot be used; nothing changed
   */
  public Shelter add(NewShelter place, String by) {
    requireUsable(place);
    PlaceVersion first = new PlaceVersion(UUID.randomUUID(), 1, located(place), "", now(), by);
    return database.inTransaction(
        handle -> {
          PlacesByHand.insert(handle, first);
          note(handle, ChronologyKind.SHELTER_ADDED, first, Map.of());
          return shelter(first);
        });
  }

  /**
   * Corrects a place by hand. What was said of it and who is there stays: the place is the same.
   *
   * @param by the account
   * @throws OpeningRefusedException when it is none by hand, when somebody else corrected it since
   *     it was looked at, or when nothing would change; nothing changed
   */
  public Shelter correct(UUID id, PlaceCorrection correction, String by) {
    require(sites.find(id).isEmpty(), OpeningRefusal.NOT_BY_HAND);
    PlaceVersion before =
        findByHand(id).orElseThrow(() -> new OpeningRefusedException(OpeningRefusal.NOT_FOUND));
    requireUsable(correction.place());
    require(!correction.reason().isBlank(), OpeningRefusal.CORRECTION_REASON_MISSING);
    require(before.number() == correction.version(), OpeningRefusal.CORRECTED_MEANWHILE);
    NewShelter place = located(correction.place());
    require(!place.equals(before.place()), OpeningRefusal.NOTHING_CORRECTED);
    PlaceVersion next =
        new PlaceVersion(id, before.number() + 1, place, correction.reason().strip(), now(), by);
    return database.inTransaction(
        handle -> {
          require(PlacesByHand.insert(handle, next), OpeningRefusal.CORRECTED_MEANWHILE);
          note(
              handle,
              ChronologyKind.SHELTER_CORRECTED,
              next,
              Map.of("before", before.place().name(), "version", next.number()));
          return shelter(next);
        });
  }

  private static void requireUsable(NewShelter place) {
    require(place.kind() != ShelterKind.SITE, OpeningRefusal.NOT_BY_HAND);
    require(place.isComplete(), OpeningRefusal.PLACE_INCOMPLETE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Where a place has a position, that says the district. */
  private NewShelter located(NewShelter place) {
    return place.in(
        place.location().isPresent()
            ? place.location().flatMap(districts::findAt)
            : place.district().map(this::known));
  }

  private AreaCode known(AreaCode district) {
    require(
        districts.list().stream().anyMatch(each -> each.code().equals(district)),
        OpeningRefusal.DISTRICT_UNKNOWN);
    return district;
  }

  /** Without who told and the reason: what staff write by hand may name somebody. */
  private void note(
      Handle handle, ChronologyKind kind, PlaceVersion version, Map<String, Object> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("name", version.place().name());
    details.put("kind", version.place().kind().name());
    chronology.append(
        handle,
        new ChronologyEntry(
            version.at(), mode, kind, version.by(), "shelter:" + version.shelter(), details));
  }

  private Shelter shelter(EvacuationSite site, Optional<AreaCode> district) {
    Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
    site.designations().forEach(each -> hazards.addAll(each.hazards()));
    return new Shelter(
        site.id(),
        site.name(),
        ShelterKind.SITE,
        Optional.of(site.location()),
        district,
        sites.capacityOf(site),
        site.address(),
        hazards,
        isForEverybody(site),
        site.closed());
  }

  /** A welfare shelter by agreement takes in whom it is asked to; people must not just go there. */
  private static boolean isForEverybody(EvacuationSite site) {
    return site.designations().isEmpty()
        || site.designations().stream()
            .map(Designation::kind)
            .anyMatch(kind -> kind != DesignationKind.WELFARE_SHELTER);
  }

  private static Shelter shelter(PlaceVersion version) {
    NewShelter place = version.place();
    return new Shelter(
        version.shelter(),
        place.name(),
        place.kind(),
        place.location(),
        place.district(),
        place.capacity(),
        place.address(),
        Set.of(),
        place.announced(),
        false);
  }

  private static void require(boolean holds, OpeningRefusal refusal) {
    if (!holds) {
      throw new OpeningRefusedException(refusal);
    }
  }
}

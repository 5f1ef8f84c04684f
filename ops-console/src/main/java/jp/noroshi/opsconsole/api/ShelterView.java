package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.shelters.opening.Headcount;
import jp.noroshi.shelters.opening.Inspection;
import jp.noroshi.shelters.opening.Inspection.Check;
import jp.noroshi.shelters.opening.Opening;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterStanding;

/** A shelter and how it stands, as the contract's {@code Shelter}. */
record ShelterView(
    UUID id,
    String name,
    ShelterKind kind,
    boolean outside,
    String address,
    Optional<LatLon> location,
    Optional<HubFacts.Named> district,
    Optional<Integer> capacity,
    Set<HazardKind> hazards,
    boolean announced,
    boolean retired,
    OpeningState state,
    Crowding crowding,
    Optional<Crowding> said,
    Optional<Instant> saidUntil,
    Optional<Integer> people,
    Optional<Instant> countedAt,
    Optional<InspectionView> inspection,
    Optional<Instant> openedAt,
    Optional<Instant> since,
    Optional<Instant> asOf,
    Optional<String> by) {

  record InspectionView(boolean safe, List<Check> checks) {
    static InspectionView of(Inspection inspection) {
      return new InspectionView(inspection.isSafe(), inspection.checks());
    }
  }

  static ShelterView of(ShelterStanding standing, HubFacts hub, Language language) {
    Shelter shelter = standing.shelter();
    Optional<Opening> opening = standing.opening();
    Optional<Crowding> said = opening.flatMap(known -> known.findSaid(hub.now()));
    return new ShelterView(
        shelter.id(),
        shelter.name(),
        shelter.kind(),
        shelter.kind().isOutside(),
        shelter.address(),
        shelter.location(),
        shelter.district().map(code -> hub.named(code, language)),
        shelter.capacity(),
        shelter.hazards(),
        shelter.announced(),
        shelter.retired(),
        standing.state(),
        standing.crowding(),
        said,
        said.flatMap(_ -> opening.flatMap(Opening::saidUntil)),
        standing.headcount().map(Headcount::people),
        standing.headcount().map(Headcount::asOf),
        opening.flatMap(Opening::inspection).map(InspectionView::of),
        opening.flatMap(Opening::openedAt),
        opening.map(Opening::since),
        standing.asOf(),
        opening.map(Opening::by));
  }
}

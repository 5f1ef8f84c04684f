package jp.noroshi.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.place.AreaCode;

/**
 * Finds what an alert says of this municipality.
 *
 * <p>The municipal layer is the authority: an alert that has one says everything about us there,
 * and its wider layers are not looked at. In a real telegram of 2026-08-13 twelve municipalities
 * carry なし while the prefecture around them stands at level 5.
 */
final class ConcernFinder {
  private final AreaCode municipality;
  private final WiderAreas widerAreas;
  private final AudienceFinder audience;

  ConcernFinder(AreaCode municipality, WiderAreas widerAreas, AudienceFinder audience) {
    this.municipality = municipality;
    this.widerAreas = widerAreas;
    this.audience = audience;
  }

  /** Finds the kinds that concern us, those that say "nothing" or "lifted" included. */
  List<ConcernedKind> find(Alert alert) {
    boolean hasMunicipalLayer = alert.areas().stream().anyMatch(AlertArea::municipal);
    return alert.areas().stream()
        .flatMap(area -> find(alert, area, hasMunicipalLayer))
        .distinct()
        .toList();
  }

  /**
   * Tells whether the alert names its areas in words only, so that nobody but a person can tell.
   */
  static boolean isNowhere(Alert alert) {
    return !alert.areas().isEmpty()
        && alert.areas().stream()
            .allMatch(area -> area.code().isEmpty() && area.shapes().isEmpty());
  }

  private Stream<ConcernedKind> find(Alert alert, AlertArea area, boolean hasMunicipalLayer) {
    Optional<AreaCode> ours = area.code().filter(code -> code.isWithin(municipality));
    if (ours.isPresent()) {
      return kinds(area, ours.get(), true, districtsOf(alert, area, ours.get()));
    }
    if (hasMunicipalLayer) {
      return Stream.empty();
    }
    if (!area.shapes().isEmpty()) {
      List<AreaCode> districts = audience.findDistricts(narrowed(alert, area));
      return districts.isEmpty()
          ? Stream.empty()
          : kinds(area, area.code().orElse(municipality), true, districts);
    }
    return area.code().stream().flatMap(code -> widerKinds(area, code));
  }

  private Stream<ConcernedKind> widerKinds(AlertArea area, AreaCode code) {
    return kinds(area, code, false, List.of(municipality))
        .filter(concerned -> widerAreas.include(code, concerned.kind().hazard()));
  }

  private static Stream<ConcernedKind> kinds(
      AlertArea area, AreaCode code, boolean municipal, List<AreaCode> districts) {
    return area.kinds().stream()
        .map(kind -> new ConcernedKind(code, area.name(), municipal, kind, districts));
  }

  private List<AreaCode> districtsOf(Alert alert, AlertArea area, AreaCode code) {
    if (area.shapes().isEmpty() && isWhole(code)) {
      return List.of(municipality);
    }
    List<AreaCode> found = audience.findDistricts(narrowed(alert, area));
    return found.isEmpty() ? List.of(municipality) : found;
  }

  private boolean isWhole(AreaCode code) {
    return code.equals(municipality) || code.value().equals(municipality.value() + "00");
  }

  private static Alert narrowed(Alert alert, AlertArea area) {
    return alert.withAreas(List.of(area));
  }
}

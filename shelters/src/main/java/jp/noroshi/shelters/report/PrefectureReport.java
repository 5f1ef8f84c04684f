package jp.noroshi.shelters.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterStanding;
import jp.noroshi.shelters.tally.Figures;
import jp.noroshi.shelters.tally.Tally;

/**
 * What the prefecture asks of the shelters: the part on shelters of 災害概況即報 / 4号様式 (火災・災害等即報要領), and
 * a line for every shelter. People in shelters and those outside are two figures and are never
 * mixed; who came to a place that opened by itself is a part of the total (うち自主避難).
 *
 * @param mode a drill's report says so in its first line
 * @param asOf when it was put together
 * @param open shelters that hold people now
 * @param inside people in shelters
 * @param insideHouseholds households with somebody in a shelter
 * @param outside people elsewhere who are counted (車中泊、在宅など)
 * @param outsideHouseholds households with nobody in a shelter
 * @param least people in the shelters whose figure is fresh: less than all where some are dark
 */
public record PrefectureReport(
    Mode mode,
    Instant asOf,
    int open,
    int inside,
    int insideHouseholds,
    int outside,
    int outsideHouseholds,
    int least,
    Figures city,
    List<Line> shelters) {

  /** Copies the list. */
  public PrefectureReport {
    shelters = List.copyOf(shelters);
  }

  /**
   * A shelter.
   *
   * @param figures empty = nothing was counted there
   * @param asOf as of when they are known
   * @param dark the figures are its last; nothing was heard for long
   */
  public record Line(
      UUID shelter,
      String name,
      ShelterKind kind,
      String address,
      Optional<LatLon> location,
      OpeningState state,
      Optional<Instant> openedAt,
      Optional<Instant> closedAt,
      Optional<Figures> figures,
      Optional<Instant> asOf,
      boolean dark) {}

  /** Puts it together from how the shelters stand and how many are there. */
  public static PrefectureReport of(Mode mode, List<ShelterStanding> standings, Tally tally) {
    Map<UUID, Tally.OfShelter> counted =
        tally.shelters().stream()
            .collect(Collectors.toMap(Tally.OfShelter::shelter, Function.identity()));
    List<Line> lines =
        standings.stream()
            .map(
                standing ->
                    line(standing, Optional.ofNullable(counted.get(standing.shelter().id()))))
            .filter(PrefectureReport::hasNews)
            .toList();
    Figures city = tally.city();
    return new PrefectureReport(
        mode,
        tally.asOf(),
        (int) standings.stream().filter(each -> each.state().holdsPeople()).count(),
        city.people() - city.outside(),
        city.households() - city.outsideHouseholds(),
        city.outside(),
        city.outsideHouseholds(),
        tally.least(),
        city,
        lines);
  }

  private static boolean hasNews(Line line) {
    return line.state() != OpeningState.NOT_OPENED || line.figures().isPresent();
  }

  private static Line line(ShelterStanding standing, Optional<Tally.OfShelter> counted) {
    boolean closed = standing.state() == OpeningState.CLOSED;
    return new Line(
        standing.shelter().id(),
        standing.shelter().name(),
        standing.shelter().kind(),
        standing.shelter().address(),
        standing.shelter().location(),
        standing.state(),
        standing.opening().flatMap(opening -> opening.openedAt()),
        standing.opening().filter(_ -> closed).map(opening -> opening.since()),
        counted.map(Tally.OfShelter::figures),
        counted.map(Tally.OfShelter::asOf),
        counted.map(Tally.OfShelter::dark).orElse(false));
  }
}

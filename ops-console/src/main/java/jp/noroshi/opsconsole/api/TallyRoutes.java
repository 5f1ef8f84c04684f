package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.shelters.checkin.Sign;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.report.PrefectureCsv;
import jp.noroshi.shelters.report.PrefectureReport;
import jp.noroshi.shelters.tally.TallyHistory;
import jp.noroshi.shelters.tally.TallyScope;

/** How many are where, how many there were, and what the prefecture is told of it. */
final class TallyRoutes implements Routes {

  private static final long USUAL_HOURS = 24;
  private static final int MOST_POINTS = 10_000;

  private final HubFacts hub;
  private final Reception reception;
  private final ShelterBoard board;

  TallyRoutes(HubFacts hub, Reception reception, ShelterBoard board) {
    this.hub = hub;
    this.reception = reception;
    this.board = board;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getTally", _ -> Answer.ok(reception.tally().now()),
        "getShelterTally", this::ofShelter,
        "getTallyHistory", this::history,
        "listSupplies", _ -> supplies(),
        "fetchPrefectureReport", this::report);
  }

  private Answer ofShelter(Call call) {
    UUID shelter = call.id("shelterId");
    return Answer.okOrNotFound(
        reception.tally().now().shelters().stream()
            .filter(each -> each.shelter().equals(shelter))
            .findFirst());
  }

  private record PointView(Instant minute, int people, int households, int most) {}

  private record History(Optional<TallyHistory.Peak> peak, List<PointView> points) {}

  private Answer history(Call call) {
    TallyScope scope =
        call.findText("shelter")
            .map(UUID::fromString)
            .<TallyScope>map(TallyScope.AtShelter::new)
            .orElseGet(TallyScope.City::new);
    Instant from = hub.now().minus(Duration.ofHours(call.findNumber("hours").orElse(USUAL_HOURS)));
    TallyHistory history = reception.history();
    return Answer.ok(
        new History(
            history.findPeak(scope),
            history.list(scope, from, MOST_POINTS).stream()
                .map(
                    point ->
                        new PointView(
                            point.minute(), point.people(), point.households(), point.most()))
                .toList()));
  }

  private record SupplyLines(UUID shelter, List<Sign.Supplies> items) {}

  private record SupplyList(Instant asOf, List<SupplyLines> shelters) {}

  private Answer supplies() {
    return Answer.ok(
        new SupplyList(
            hub.now(),
            reception.stays().read(stays -> stays.supplies()).entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new SupplyLines(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList())));
  }

  private Answer report(Call call) {
    PrefectureReport report =
        PrefectureReport.of(hub.mode(), board.standings(), reception.tally().now());
    return call.text("format").equals("CSV")
        ? new Answer.Download(Buffer.buffer(PrefectureCsv.write(report)), "shelters.csv")
        : new Answer.Download(ApiJson.write(report), "shelters.json");
  }
}

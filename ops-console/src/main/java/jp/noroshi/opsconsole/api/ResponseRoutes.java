package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.opsconsole.api.ResponseViews.FiguresView;
import jp.noroshi.opsconsole.api.ResponseViews.ResponseView;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.Response;
import jp.noroshi.shelters.response.Responses;

/** Responses: why they run, how many people stand where, and what staff begin and end by hand. */
final class ResponseRoutes implements Routes {

  private final HubFacts hub;
  private final Responses responses;
  private final NotYetSafe notYetSafe;
  private final ResponseViews views;

  ResponseRoutes(HubFacts hub, Responses responses, NotYetSafe notYetSafe, ResponseViews views) {
    this.hub = hub;
    this.responses = responses;
    this.notYetSafe = notYetSafe;
    this.views = views;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listResponses", this::list,
        "getResponse", this::get,
        "startResponse", this::start,
        "endResponse", this::end,
        "renewResponse", this::renew);
  }

  private record ResponseList(
      Instant asOf, Optional<ResponsePage> running, List<FormerView> former) {}

  /** A response that is over, and how many people it left without a word. */
  private record FormerView(@JsonUnwrapped ResponseView response, int unconfirmed) {}

  private record DistrictView(HubFacts.Named district, FiguresView figures) {}

  /** A response and its figures, all as of one moment. */
  private record ResponsePage(
      Instant asOf,
      ResponseView response,
      boolean callingUp,
      FiguresView figures,
      List<DistrictView> districts) {}

  private Answer list(Call call) {
    List<Response> all = responses.list();
    Map<UUID, Integer> left = notYetSafe.countLeft();
    return Answer.ok(
        new ResponseList(
            hub.now(),
            all.stream().filter(Response::isRunning).findFirst().map(found -> page(found, call)),
            all.stream()
                .filter(response -> !response.isRunning())
                .map(
                    response ->
                        new FormerView(
                            views.of(response, call.language()),
                            left.getOrDefault(response.id(), 0)))
                .toList()));
  }

  private Answer get(Call call) {
    return Answer.ok(page(find(call), call));
  }

  private ResponsePage page(Response response, Call call) {
    // Asked before counting: whoever comes in between is told of as still coming.
    boolean callingUp = responses.isCallingUp(response);
    NotYetSafe.Overview counted = notYetSafe.count(response.id());
    return new ResponsePage(
        counted.asOf(),
        views.of(response, call.language()),
        callingUp,
        FiguresView.of(counted.all()),
        counted.districts().entrySet().stream()
            .map(
                each ->
                    new DistrictView(
                        hub.named(each.getKey(), call.language()), FiguresView.of(each.getValue())))
            .toList());
  }

  private record StartBody(Set<AreaCode> districts, Hazard hazard) {}

  private Answer start(Call call) {
    StartBody body = call.read(StartBody.class);
    Set<AreaCode> ours =
        hub.municipality().districts().stream()
            .map(district -> district.code())
            .collect(Collectors.toSet());
    if (!ours.containsAll(body.districts())) {
      throw new ProblemException(ProblemKind.DISTRICT_UNKNOWN);
    }
    return Answer.created(
        page(responses.start(body.districts(), body.hazard(), call.actor()), call));
  }

  private record EndBody(int notYetSafe) {}

  /** Whoever ends it says how many are left, so that nobody is left behind unseen. */
  private Answer end(Call call) {
    Response response = find(call);
    int left = notYetSafe.count(response.id()).all().notYetSafe();
    if (!response.isRunning()) {
      throw new ProblemException(ProblemKind.RESPONSE_OVER);
    }
    if (call.read(EndBody.class).notYetSafe() != left) {
      throw new ProblemException(
          ProblemKind.RESPONSE_MOVED, Map.of("people", Integer.toString(left)));
    }
    responses.end(response.id(), call.actor());
    return Answer.ok(page(find(call), call));
  }

  private Answer renew(Call call) {
    Response response = find(call);
    if (!response.isRunning()) {
      throw new ProblemException(ProblemKind.RESPONSE_OVER);
    }
    return Answer.ok(page(responses.renew(response.id(), call.actor()).orElse(response), call));
  }

  private Response find(Call call) {
    UUID id = call.id("responseId");
    return responses.find(id).orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }
}

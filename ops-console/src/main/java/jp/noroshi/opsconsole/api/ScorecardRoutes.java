package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.noroshi.opsconsole.paper.ScorecardPaper;
import jp.noroshi.opsconsole.scorecard.Scorecard;
import jp.noroshi.opsconsole.scorecard.Scorecards;

/** How an event or a drill went. */
final class ScorecardRoutes implements Routes {

  /** A longer time is a report of the year, not of a night. */
  private static final Duration LONGEST = Duration.ofDays(14);

  private final HubFacts hub;
  private final Scorecards scorecards;
  private final ScorecardPaper paper = new ScorecardPaper();

  ScorecardRoutes(HubFacts hub, Scorecards scorecards) {
    this.hub = hub;
    this.scorecards = scorecards;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getScorecard", call -> Answer.ok(scorecard(call)), "printScorecard", this::print);
  }

  private Scorecard scorecard(Call call) {
    Instant from = Instant.parse(call.text("from"));
    Instant to = Instant.parse(call.text("to"));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new ProblemException(ProblemKind.TIME_UNUSABLE);
    }
    return scorecards.of(from, to);
  }

  private Answer print(Call call) {
    return new Answer.Download(
        Buffer.buffer(paper.print(hub.municipality().name(), scorecard(call), hub.now())),
        "scorecard.pdf");
  }
}

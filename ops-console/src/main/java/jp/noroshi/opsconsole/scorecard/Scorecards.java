package jp.noroshi.opsconsole.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.MediumFigures;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.shelters.response.TimesToSafe;
import jp.noroshi.shelters.tally.TallyHistory;
import jp.noroshi.shelters.tally.TallyScope;

/** Puts scorecards together from what was written down. Thread-safe, blocking. */
public final class Scorecards {

  private static final int LINES_AT_ONCE = 1_000;
  private static final int DISPATCHES_AT_ONCE = 200;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  private static final Set<ChronologyKind> MISTAKES =
      EnumSet.of(
          ChronologyKind.APPROVAL_REFUSED,
          ChronologyKind.DRAFT_SENT_BACK,
          ChronologyKind.DELIVERY_REFUSED,
          ChronologyKind.DELIVERY_UNKNOWN,
          ChronologyKind.MEDIUM_TROUBLED,
          ChronologyKind.SOURCE_TROUBLED,
          ChronologyKind.ALERT_QUARANTINED,
          ChronologyKind.SHELTER_CANNOT_OPEN);

  private final Mode mode;
  private final ChronologyReader chronology;
  private final DraftService drafts;
  private final DeliveryBoard board;
  private final TallyHistory tally;
  private final TimesToSafe times;

  /** What it reads. */
  public Scorecards(
      Mode mode,
      ChronologyReader chronology,
      DraftService drafts,
      DeliveryBoard board,
      TallyHistory tally,
      TimesToSafe times) {
    this.mode = mode;
    this.chronology = chronology;
    this.drafts = drafts;
    this.board = board;
    this.tally = tally;
    this.times = times;
  }

  /** Puts one together for a time. */
  public Scorecard of(Instant from, Instant to) {
    List<ChronologyEntry> lines = lines(from, to);
    List<Dispatch> dispatches = dispatches(from, to);
    return new Scorecard(
        mode,
        from,
        to,
        dispatches.stream().map(dispatch -> decision(dispatch, lines)).toList(),
        dispatches.stream()
            .filter(dispatch -> dispatch.state() == DispatchState.APPROVED)
            .flatMap(this::reach)
            .toList(),
        shelters(lines, from, to),
        times.list(from, to).stream().map(Scorecards::response).toList(),
        lines.stream()
            .filter(line -> MISTAKES.contains(line.kind()))
            .map(Scorecards::mistake)
            .toList());
  }

  /** The oldest first. */
  private List<ChronologyEntry> lines(Instant from, Instant to) {
    List<ChronologyEntry> found = new ArrayList<>();
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more) {
      List<ChronologyLine> some =
          chronology.listBefore(before, LINES_AT_ONCE, ChronologyFilter.ALL.of(mode));
      some.stream()
          .map(ChronologyLine::entry)
          .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
          .forEach(found::add);
      more = some.size() == LINES_AT_ONCE && !some.getLast().entry().at().isBefore(from);
      before = some.isEmpty() ? before : some.getLast().seq();
    }
    return found.reversed();
  }

  private List<Dispatch> dispatches(Instant from, Instant to) {
    List<Dispatch> found = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    boolean more = true;
    while (more) {
      List<Dispatch> some = drafts.list(false, before, DISPATCHES_AT_ONCE);
      some.stream()
          .filter(each -> !each.createdAt().isBefore(from) && each.createdAt().isBefore(to))
          .forEach(found::add);
      more = some.size() == DISPATCHES_AT_ONCE && !some.getLast().createdAt().isBefore(from);
      before = some.isEmpty() ? before : OptionalLong.of(some.getLast().number());
    }
    return found.reversed();
  }

  private static Scorecard.Decision decision(Dispatch dispatch, List<ChronologyEntry> lines) {
    Optional<Instant> asked =
        lines.stream()
            .filter(line -> line.kind() == ChronologyKind.APPROVAL_REQUESTED)
            .filter(line -> line.subject().equals(dispatch.subject()))
            .map(ChronologyEntry::at)
            .findFirst();
    return new Scorecard.Decision(
        dispatch.id(),
        dispatch.number(),
        dispatch.title(),
        dispatch.level(),
        dispatch.createdAt(),
        asked.map(at -> seconds(dispatch.createdAt(), at)),
        dispatch.approvedAt().map(at -> seconds(asked.orElse(dispatch.createdAt()), at)));
  }

  private Stream<Scorecard.Reach> reach(Dispatch dispatch) {
    Instant approved = dispatch.approvedAt().orElseThrow();
    return board.getDispatch(dispatch.id()).media().stream()
        .map(figures -> reach(dispatch, approved, figures));
  }

  private static Scorecard.Reach reach(Dispatch dispatch, Instant approved, MediumFigures figures) {
    boolean complete = figures.progress() == MediumFigures.Progress.COMPLETE;
    return new Scorecard.Reach(
        dispatch.id(),
        dispatch.title(),
        figures.medium(),
        figures.recipients(),
        figures.accepted(),
        figures.refused(),
        figures.unknown(),
        figures.firstHandedOverAt().map(at -> seconds(approved, at)),
        figures.lastOutcomeAt().filter(_ -> complete).map(at -> seconds(approved, at)));
  }

  private Scorecard.Shelters shelters(List<ChronologyEntry> lines, Instant from, Instant to) {
    Map<String, Instant> told = new HashMap<>();
    List<Long> waits = new ArrayList<>();
    int opened = 0;
    for (ChronologyEntry line : lines) {
      if (line.kind() == ChronologyKind.SHELTER_INSTRUCTED) {
        told.putIfAbsent(line.subject(), line.at());
      } else if (line.kind() == ChronologyKind.SITE_OPENED) {
        opened++;
        Optional.ofNullable(told.remove(line.subject()))
            .ifPresent(at -> waits.add(seconds(at, line.at())));
      }
    }
    Optional<TallyHistory.Point> peak = tally.findMost(new TallyScope.City(), from, to);
    return new Scorecard.Shelters(
        opened,
        quantile(waits, HALF, waits.size()),
        peak.map(TallyHistory.Point::most),
        peak.map(TallyHistory.Point::minute));
  }

  private static Scorecard.ResponseScore response(TimesToSafe.OfResponse response) {
    return new Scorecard.ResponseScore(
        response.number(),
        response.startedAt(),
        response.endedAt(),
        response.people(),
        response.secondsToSafe().size(),
        quantile(response.secondsToSafe(), HALF, response.people()),
        quantile(response.secondsToSafe(), NINE_OF_TEN, response.people()));
  }

  /**
   * Returns when a share of all was reached: those who never were count as later than everybody.
   */
  private static Optional<Long> quantile(List<Long> reached, double share, int all) {
    int needed = Math.max(1, (int) Math.ceil(share * all));
    return reached.stream().sorted().skip(needed - 1L).map(Function.identity()).findFirst();
  }

  private static Scorecard.Mistake mistake(ChronologyEntry line) {
    return new Scorecard.Mistake(
        line.at(), line.kind(), line.subject(), line.actor(), line.detail());
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}

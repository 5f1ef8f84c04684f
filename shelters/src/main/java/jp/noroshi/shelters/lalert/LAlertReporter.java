package jp.noroshi.shelters.lalert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.lalert.Counts.Count;
import jp.noroshi.shelters.lalert.ShelterItem.Sort;
import jp.noroshi.shelters.lalert.SheltersReport.Distribution;
import jp.noroshi.shelters.lalert.SubmittedReport.State;
import jp.noroshi.shelters.opening.Opening;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterStanding;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps L-Alert told of the shelters: a new revision as soon as one opens or closes, and every ten
 * minutes while figures move. What was made is in the database before it is handed over, so that a
 * restart or a second hub tells nothing twice and loses nothing; only the newest revision is handed
 * over. Thread-safe, blocking.
 */
public final class LAlertReporter {

  private static final Logger LOG = LoggerFactory.getLogger(LAlertReporter.class);
  private static final Duration PACE = Duration.ofSeconds(15);
  private static final Duration FIGURES_EVERY = Duration.ofMinutes(10);
  private static final long LOCK = 0x6C616C657274L;

  private final Parts parts;
  private final Rounds rounds;

  /**
   * What it works with.
   *
   * @param standings how the shelters stand; blocks
   * @param node whom it tells
   */
  public record Parts(
      Database database,
      Chronology chronology,
      Mode mode,
      MunicipalitySettings municipality,
      Supplier<List<ShelterStanding>> standings,
      Counts counts,
      LAlert node,
      InstantSource clock) {}

  /** Prepares the reporter. */
  public LAlertReporter(Parts parts, Rounds rounds) {
    this.parts = parts;
    this.rounds = rounds;
  }

  /** Begins to look. */
  public void start() {
    rounds.begin(() -> PACE, this::look);
  }

  /** Ends; returns when nothing is under way. */
  public void stop() {
    rounds.end().await();
  }

  /** Finds the newest report. */
  public Optional<SubmittedReport> findLatest() {
    return parts.database().withHandle(ReportTable::findLatest);
  }

  private void look() {
    try {
      renew();
      findLatest().filter(latest -> latest.state() == State.WAITING).ifPresent(this::handOver);
    } catch (RuntimeException e) {
      LOG.error("L-Alert could not be told; it is tried again", e);
    }
  }

  private void renew() {
    Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    parts
        .database()
        .useTransaction(
            handle -> {
              handle.execute("select pg_advisory_xact_lock(?)", LOCK);
              next(handle, items(), now).ifPresent(report -> ReportTable.insert(handle, report));
            });
  }

  private Optional<SheltersReport> next(Handle handle, List<ShelterItem> items, Instant now) {
    Optional<SheltersReport> last = ReportTable.findLatest(handle).map(SubmittedReport::report);
    boolean over = last.map(report -> report.openShelters() == 0).orElse(true);
    SheltersReport fresh =
        over ? report(UUID.randomUUID(), 1, items, now) : follow(last.orElseThrow(), items, now);
    if (over) {
      return Optional.of(fresh).filter(report -> report.openShelters() > 0);
    }
    SheltersReport before = last.orElseThrow();
    boolean due =
        !fresh.standsAs(before)
            || (!fresh.items().equals(before.items())
                && !now.isBefore(before.madeAt().plus(FIGURES_EVERY)));
    return Optional.of(fresh).filter(_ -> due);
  }

  private SheltersReport follow(SheltersReport last, List<ShelterItem> items, Instant now) {
    return report(last.document(), last.revision() + 1, items, now);
  }

  private SheltersReport report(UUID document, int revision, List<ShelterItem> items, Instant now) {
    return new SheltersReport(
        document,
        revision,
        Distribution.of(parts.mode()),
        parts.municipality().code(),
        parts.municipality().name(),
        now,
        items);
  }

  /** Every place residents are told of, once anything was said of it. */
  private List<ShelterItem> items() {
    Map<UUID, Count> counts = parts.counts().now();
    return parts.standings().get().stream()
        .filter(
            standing -> standing.shelter().announced() && !standing.shelter().kind().isOutside())
        .filter(standing -> standing.opening().isPresent())
        .map(standing -> item(standing, Optional.ofNullable(counts.get(standing.shelter().id()))))
        .toList();
  }

  private static ShelterItem item(ShelterStanding standing, Optional<Count> count) {
    Shelter shelter = standing.shelter();
    Opening opening = standing.opening().orElseThrow();
    Sort sort = sort(standing.state());
    return new ShelterItem(
        shelter.id(),
        shelter.name(),
        shelter.address(),
        sort,
        shelter.capacity(),
        opening.openedAt().filter(_ -> sort != Sort.NOT_OPENED),
        Optional.of(opening.since()).filter(_ -> sort == Sort.CLOSED),
        count.map(Count::people),
        count.map(Count::households),
        count.map(Count::selfPeople),
        count.map(Count::selfHouseholds));
  }

  private static Sort sort(OpeningState state) {
    return switch (state) {
      case OPEN, CLOSING -> Sort.OPENED;
      case CLOSED -> Sort.CLOSED;
      case NOT_OPENED, INSTRUCTED, INSPECTED, CANNOT_OPEN -> Sort.NOT_OPENED;
    };
  }

  private void handOver(SubmittedReport waiting) {
    switch (parts.node().submit(waiting.report())) {
      case LAlert.Answer.Taken(String receipt) -> note(waiting.report(), State.TAKEN, receipt);
      case LAlert.Answer.Refused(String reason) -> note(waiting.report(), State.REFUSED, reason);
      case LAlert.Answer.Unavailable _ ->
          LOG.warn("L-Alert does not answer; revision {} waits", waiting.report().revision());
    }
  }

  private void note(SheltersReport report, State state, String detail) {
    Instant now = parts.clock().instant();
    parts
        .database()
        .useTransaction(
            handle -> {
              if (ReportTable.answered(handle, report, state, detail, now)) {
                parts.chronology().append(handle, line(report, state, detail, now));
              }
            });
  }

  private ChronologyEntry line(SheltersReport report, State state, String detail, Instant at) {
    return new ChronologyEntry(
        at,
        parts.mode(),
        ChronologyKind.LALERT_ANSWERED,
        "hub",
        "lalert:" + report.document(),
        Map.of(
            "revision", report.revision(),
            "answer", state.name(),
            "detail", detail,
            "open", report.openShelters()));
  }
}

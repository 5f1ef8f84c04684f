package jp.noroshi.core.intake.feed;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.intake.SeenEntries;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.intake.SourceWatch;

/**
 * Looks at the JMA feeds once a minute. The feeds are rebuilt every minute, and about second 20 the
 * new one is there. Thread-safe.
 *
 * <p>A one-minute feed and a one-minute look add up to about two minutes; earthquake early warnings
 * do not come this way at all.
 */
public final class JmaFeedSource implements AlertSource {
  private static final int SECOND = 20;

  private final JmaFeedSettings settings;
  private final SeenEntries seen;
  private final SourceWatch watch;
  private final InstantSource clock;
  private final Rounds rounds;
  private final FeedHttp http;
  private volatile FeedRound round;

  /**
   * Prepares the source.
   *
   * @param seen what was taken in before; of the watch's source
   * @param watch keeps its health; names it
   */
  public JmaFeedSource(
      JmaFeedSettings settings,
      SeenEntries seen,
      SourceWatch watch,
      InstantSource clock,
      Rounds rounds) {
    this.settings = settings;
    this.seen = seen;
    this.watch = watch;
    this.clock = clock;
    this.rounds = rounds;
    this.http = new FeedHttp(new DailyBytes(settings.dailyBytes(), clock));
  }

  @Override
  public String name() {
    return watch.source();
  }

  @Override
  public Future<Void> start(Intake intake) {
    round = new FeedRound(settings, http, seen, watch, clock, intake);
    rounds.begin(new FirstAtOnce(this::untilNext)::get, round::run);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> stop() {
    if (round != null) {
      round.end();
    }
    return rounds.end().onComplete(ended -> http.close());
  }

  @Override
  public SourceHealth health() {
    return watch.health();
  }

  private Duration untilNext() {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    ZonedDateTime next = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(SECOND);
    return Duration.between(now, next.isAfter(now) ? next : next.plusMinutes(1));
  }

  /** After a start nobody should wait for what has happened meanwhile. */
  private static final class FirstAtOnce {
    private final Supplier<Duration> later;
    private boolean begun;

    FirstAtOnce(Supplier<Duration> later) {
      this.later = later;
    }

    Duration get() {
      if (begun) {
        return later.get();
      }
      begun = true;
      return Duration.ZERO;
    }
  }
}

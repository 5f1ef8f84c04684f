package jp.noroshi.core.intake.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.noroshi.core.intake.AlertSource.Intake;
import jp.noroshi.core.intake.IncomingMessage;
import jp.noroshi.core.intake.SeenEntries;
import jp.noroshi.core.intake.SourceWatch;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.feed.FeedHttp.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at the feeds after the other: reads the feeds, fetches the telegrams that are new, hands
 * them over oldest first. A telegram stays due until the intake has it. Not thread-safe.
 */
final class FeedRound {
  private static final Logger LOG = LoggerFactory.getLogger(FeedRound.class);

  /** The short feeds hold at least the last ten minutes. */
  private static final Duration REACH_OF_SHORT_FEED = Duration.ofMinutes(10);

  private static final int MOST_TRIES = 10;

  private final JmaFeedSettings settings;
  private final FeedHttp http;
  private final SeenEntries seen;
  private final SourceWatch watch;
  private final InstantSource clock;
  private final Intake intake;
  private final DailyBytes budget;
  private final BackOff backOff = new BackOff();
  private final Map<String, Instant> updated = new HashMap<>();
  private final TreeSet<FeedEntry> due = new TreeSet<>(FeedEntry.OLDEST_FIRST);
  private final Map<String, Integer> tries = new HashMap<>();
  private Instant lastGood = Instant.MIN;
  private volatile boolean ended;

  FeedRound(
      JmaFeedSettings settings,
      FeedHttp http,
      SeenEntries seen,
      SourceWatch watch,
      InstantSource clock,
      Intake intake) {
    this.settings = settings;
    this.http = http;
    this.seen = seen;
    this.watch = watch;
    this.clock = clock;
    this.intake = intake;
    this.budget = http.budget();
  }

  /** A refusal or a broken connection: the rest of the round is left for the next. */
  private static final class TroubleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    TroubleException(String detail, Optional<Duration> retryAfter) {
      super(detail, null, false, false);
      this.retryAfter = retryAfter;
    }
  }

  /** Fetches nothing more; may be called while a round is under way. */
  void end() {
    ended = true;
  }

  void run() {
    Instant now = clock.instant();
    if (backOff.isWaiting(now)) {
      return;
    }
    if (budget.isUsedUp()) {
      watch.failing("1日の通信量の上限に達したため、日付が変わるまで気象庁フィードの取得を止めています。");
      return;
    }
    try {
      look(now);
      backOff.succeeded();
      lastGood = now;
      tellHealth(now);
    } catch (TroubleException e) {
      backOff.failed(now, e.retryAfter);
      watch.failing(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A sick feed keeps no other from being read. */
  private void look(Instant now) throws TroubleException, InterruptedException {
    boolean recovering =
        lastGood.equals(Instant.MIN)
            || Duration.between(lastGood, now).compareTo(REACH_OF_SHORT_FEED) > 0;
    List<TroubleException> troubles = new ArrayList<>();
    for (String feed : settings.feeds()) {
      try {
        if (recovering) {
          addDue(entriesOf(feed + "_l"));
        }
        addDue(entriesOf(feed));
      } catch (TroubleException e) {
        troubles.add(e);
      }
    }
    for (FeedEntry entry : List.copyOf(due)) {
      if (!ended) {
        fetch(entry);
      }
    }
    if (!troubles.isEmpty()) {
      throw troubles.getFirst();
    }
  }

  private List<FeedEntry> entriesOf(String feed) throws TroubleException, InterruptedException {
    URI uri = settings.baseUrl().resolve(feed + ".xml");
    return switch (http.get(uri)) {
      case Answer.Fresh fresh -> read(feed, uri, fresh.bytes());
      case Answer.Unchanged unchanged -> List.of();
      case Answer.Refused refused ->
          throw new TroubleException(
              "気象庁フィード(" + feed + ")が応答コード" + refused.status() + "を返しています。", refused.retryAfter());
      case Answer.Broken broken ->
          throw new TroubleException(
              "気象庁フィード(" + feed + ")につながりません(" + broken.reason() + ")。", Optional.empty());
    };
  }

  private List<FeedEntry> read(String feed, URI uri, byte[] bytes) throws TroubleException {
    try {
      AtomFeed read = AtomFeed.read(bytes);
      updated.put(feed, read.updated());
      return read.entries();
    } catch (UnreadableException e) {
      http.forget(uri);
      throw new TroubleException(
          "気象庁フィード(" + feed + ")を読めません: " + e.getMessage(), Optional.empty());
    }
  }

  private void addDue(List<FeedEntry> listed) {
    List<FeedEntry> wanted =
        listed.stream()
            .filter(entry -> settings.isOwn(entry.link()) && settings.wants(entry))
            .distinct()
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> known = seen.among(wanted.stream().map(FeedEntry::id).distinct().toList());
    Set<String> names = new HashSet<>(known);
    due.forEach(entry -> names.add(entry.id()));
    wanted.stream()
        .filter(entry -> names.add(entry.id()))
        .filter(entry -> tries.getOrDefault(entry.id(), 0) < MOST_TRIES)
        .forEach(due::add);
  }

  private void fetch(FeedEntry entry) throws TroubleException, InterruptedException {
    switch (http.get(entry.link())) {
      case Answer.Fresh fresh -> handOver(entry, fresh.bytes());
      case Answer.Unchanged unchanged -> http.forget(entry.link());
      case Answer.Refused refused when refused.status() == 404 -> missing(entry);
      case Answer.Refused refused ->
          throw new TroubleException(
              "気象庁の電文の取得が応答コード" + refused.status() + "で断られています。", refused.retryAfter());
      case Answer.Broken broken ->
          throw new TroubleException("気象庁の電文を取得できません(" + broken.reason() + ")。", Optional.empty());
    }
  }

  /** The feed may be ahead of the file; but a file that never comes is not asked for for ever. */
  private void missing(FeedEntry entry) {
    if (tries.merge(entry.id(), 1, Integer::sum) >= MOST_TRIES) {
      due.remove(entry);
      LOG.warn("The feed lists {}, but it cannot be found", entry.id());
    }
  }

  private void handOver(FeedEntry entry, byte[] bytes) throws TroubleException {
    http.forget(entry.link());
    try {
      intake.take(
          new IncomingMessage(watch.source(), Optional.of(entry.id()), clock.instant(), bytes));
    } catch (RuntimeException e) {
      LOG.error("The intake could not take in {}; it is handed over again", entry.id(), e);
      throw new TroubleException("受け取った電文を保存できません。", Optional.empty());
    }
    due.remove(entry);
    watch.messageCame();
  }

  private void tellHealth(Instant now) {
    Optional<String> stale =
        settings.feeds().stream().filter(feed -> isStale(feed, now)).findFirst();
    stale.ifPresentOrElse(
        feed -> watch.stale("気象庁フィード(" + feed + ")が応答していますが、長い間更新されていません。"), watch::well);
  }

  private boolean isStale(String feed, Instant now) {
    Instant renewed = updated.get(feed);
    return renewed != null && renewed.plus(settings.staleAfter()).isBefore(now);
  }
}

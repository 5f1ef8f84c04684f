package jp.noroshi.shelters.opening;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.IncomingMessage;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.intake.SourceWatch;
import jp.noroshi.shelters.opening.NewsDesk.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands news about shelters to the intake of alerts, where rules decide what becomes of it. If the
 * hub ends between taking in and noting it, the same bytes are handed over again and found to be a
 * duplicate. Thread-safe.
 */
public final class ShelterSource implements AlertSource {

  private static final Logger LOG = LoggerFactory.getLogger(ShelterSource.class);
  private static final Duration PACE = Duration.ofSeconds(5);

  private final NewsDesk desk;
  private final SourceWatch watch;
  private final InstantSource clock;
  private final Rounds rounds;

  /**
   * Prepares the source.
   *
   * @param watch keeps its health; names it
   */
  public ShelterSource(NewsDesk desk, SourceWatch watch, InstantSource clock, Rounds rounds) {
    this.desk = desk;
    this.watch = watch;
    this.clock = clock;
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return watch.source();
  }

  @Override
  public Future<Void> start(Intake intake) {
    rounds.begin(() -> PACE, () -> look(intake));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> stop() {
    return rounds.end();
  }

  @Override
  public SourceHealth health() {
    return watch.health();
  }

  private void look(Intake intake) {
    try {
      desk.gather();
      desk.waiting().forEach(notice -> handOver(notice, intake));
      watch.well();
    } catch (RuntimeException e) {
      LOG.error("News about shelters could not be taken in; it waits", e);
      watch.failing("避難所の開設の情報を受け取れません。データベースの状態を確かめてください。");
    }
  }

  private void handOver(Waiting notice, Intake intake) {
    intake.take(
        new IncomingMessage(
            name(), Optional.of("notice-" + notice.id()), clock.instant(), notice.bytes()));
    desk.handedOver(notice);
    watch.messageCame();
  }
}

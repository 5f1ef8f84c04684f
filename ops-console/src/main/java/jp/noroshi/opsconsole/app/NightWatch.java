package jp.noroshi.opsconsole.app;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import jp.noroshi.gis.plan.PlanExamination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines every evacuation plan each night at three, when nobody waits for the database. */
final class NightWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final LocalTime HOUR = LocalTime.of(3, 0);

  private final Vertx vertx;
  private final PlanExamination examination;
  private final Clock clock;
  private volatile long timer;

  private NightWatch(Vertx vertx, PlanExamination examination, Clock clock) {
    this.vertx = vertx;
    this.examination = examination;
    this.clock = clock;
  }

  /** Starts the watch; the first examination is the next night's. */
  static NightWatch start(Vertx vertx, PlanExamination examination, Clock clock) {
    NightWatch watch = new NightWatch(vertx, examination, clock);
    watch.await();
    return watch;
  }

  /** Returns how long it is until the next examination, more than nothing. */
  static Duration until(ZonedDateTime now) {
    ZonedDateTime tonight = now.with(HOUR);
    return Duration.between(now, tonight.isAfter(now) ? tonight : tonight.plusDays(1));
  }

  private void await() {
    long wait = Math.max(1, until(clock.instant().atZone(JAPAN)).toMillis());
    timer = vertx.setTimer(wait, _ -> Thread.startVirtualThread(this::examine));
  }

  private void examine() {
    try {
      PlanExamination.Outcome outcome = examination.examineAll();
      LOG.info(
          "examined {} evacuation plans in {} ms, {} need somebody",
          outcome.plans(),
          outcome.took().toMillis(),
          outcome.unwell());
    } catch (RuntimeException e) {
      LOG.error("the evacuation plans could not be examined tonight", e);
    } finally {
      await();
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}

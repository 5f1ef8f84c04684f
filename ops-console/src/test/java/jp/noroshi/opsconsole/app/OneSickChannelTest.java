package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A medium that is down for the whole run delays no other. */
class OneSickChannelTest {

  private static final Logger LOG = LoggerFactory.getLogger(OneSickChannelTest.class);
  private static final int ON_LINE = 3_000;
  private static final int ON_PUSH = 3_000;
  private static final List<Medium> THE_OTHERS = List.of(Medium.WEB, Medium.FCM, Medium.RADIO);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final DeliveryAudit audit = new DeliveryAudit(database.database());

  @Test
  void theOthersFinishWhileLineIsDownAndLineFollowsWhenItIsBack(@TempDir Path folder) {
    try (TestSite site = new TestSite(folder, database);
        Hub hub = site.startHub(TestSite.Pace.USUAL)) {
      site.populate(hub, ON_LINE, ON_PUSH);
      tellAll(site, hub, List.copyOf(Medium.FOR_MANY)); // warms up
      Duration healthy = tellAll(site, hub, THE_OTHERS);
      Waiting.until("everybody is told", LONGEST, () -> audit.open() == 0);

      site.providers().line().faults().order(Fault.down());
      Duration sick = tellAll(site, hub, THE_OTHERS);
      assertThat(audit.sums(Medium.LINE).accepted())
          .as("only what LINE took before")
          .isEqualTo(2 * ON_LINE);
      assertThat(audit.open(Medium.LINE)).isPositive();
      LOG.warn(
          "the page, push and the radio took {} ms with LINE up, {} ms with LINE down",
          healthy.toMillis(),
          sick.toMillis());

      site.providers().line().faults().clear();
      Waiting.until("LINE has followed", LONGEST, () -> audit.open() == 0);
      assertThat(audit.sums(Medium.LINE).accepted()).isEqualTo(3 * ON_LINE);
      assertThat(site.providers().line().taken().duplicates()).isZero();
      audit.everybodyIsAccountedFor();
    }
  }

  /** Tells everybody and waits for these media only. */
  private Duration tellAll(TestSite site, Hub hub, List<Medium> awaited) {
    Dispatch notice = site.awaitingApproval(hub);
    long begun = System.nanoTime();
    site.approve(hub, notice);
    Waiting.until(
        awaited + " are done",
        LONGEST,
        () -> awaited.stream().allMatch(medium -> audit.open(medium) == 0));
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}

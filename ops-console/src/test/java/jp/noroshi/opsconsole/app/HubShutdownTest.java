package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is stopped in order breaks nothing off. */
class HubShutdownTest {

  private static final int ON_LINE = 4_000;
  private static final int ON_PUSH = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final TestSite.Pace SLOW = new TestSite.Pace(2, 500, Duration.ofSeconds(10));

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final DeliveryAudit audit = new DeliveryAudit(database.database());

  @Test
  void finishesDeliveriesInFlight(@TempDir Path folder) {
    try (TestSite site = new TestSite(folder, database)) {
      site.providers().line().faults().latency(Duration.ofMillis(700));
      site.providers().fcm().faults().latency(Duration.ofMillis(700));
      try (Hub hub = site.startHub(SLOW)) {
        site.populate(hub, ON_LINE, ON_PUSH);
        site.approve(hub, site.awaitingApproval(hub));
        Waiting.until("deliveries are under way", LONGEST, () -> audit.leased() > 1);
      }
      assertThat(audit.leased()).as("still held").isZero();
      assertThat(audit.interrupted()).as("broken off").isZero();
      assertThat(audit.open(Medium.LINE)).as("left for the next start").isPositive();
      assertThat(site.providers().line().taken().recipients())
          .as("what LINE took is recorded")
          .isEqualTo((int) audit.sums(Medium.LINE).accepted());
      continueAfterRestart(site);
    }
  }

  private void continueAfterRestart(TestSite site) {
    try (Hub _ = site.startHub(TestSite.Pace.USUAL)) {
      Waiting.until("everybody is told", LONGEST, () -> audit.open() == 0);
    }
    assertThat(audit.interrupted()).isZero();
    assertThat(site.providers().line().counted("repeatsBlocked")).isZero();
    assertThat(site.providers().line().taken().recipients()).isEqualTo(ON_LINE);
    assertThat(site.providers().fcm().taken().duplicates()).isZero();
    assertThat(site.providers().fcm().taken().recipients()).isEqualTo(ON_PUSH);
    audit.everybodyIsAccountedFor();
    audit.chronologyIsIntact();
  }
}

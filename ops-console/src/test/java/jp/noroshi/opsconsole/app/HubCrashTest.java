package jp.noroshi.opsconsole.app;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hubs are killed at any moment; nobody is forgotten, and no siren sounds twice. */
class HubCrashTest {

  private static final Logger LOG = LoggerFactory.getLogger(HubCrashTest.class);

  private static final int KILLS_IN_FAN_OUT = 10;

  @RegisterExtension static final TestDatabase one = new TestDatabase();
  @RegisterExtension static final TestDatabase other = new TestDatabase();

  private final long seed = Long.getLong("noroshi.seed", new Random().nextLong(1_000_000));

  /** Two cities at once: starting a hub is the work of one core. */
  @Test
  void aHubKilledAtAnyMomentTellsEverybodyAndSoundsNoSirenTwice(@TempDir Path folder) {
    LOG.warn("seed {} (repeat with -Dnoroshi.seed={})", seed, seed);
    CompletableFuture.allOf(
            night(folder.resolve("one"), one, "1-landslide-level4.xml", seed),
            night(folder.resolve("other"), other, "2-heavy-rain-level3.xml", seed + 1))
        .join();
  }

  private static CompletableFuture<Void> night(
      Path folder, TestDatabase database, String telegram, long seed) {
    return CompletableFuture.runAsync(
        () -> {
          try (TestSite site = new TestSite(folder, database)) {
            new CrashNight(site, telegram, KILLS_IN_FAN_OUT, new Random(seed)).pass();
          }
        },
        task -> new Thread(task, "night of " + folder.getFileName()).start());
  }
}

package jp.noroshi.opsconsole.app;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.intake.SeenEntries;
import jp.noroshi.core.intake.SourceWatch;
import jp.noroshi.core.intake.feed.JmaFeedSettings;
import jp.noroshi.core.intake.feed.JmaFeedSource;
import jp.noroshi.core.intake.folder.FolderSource;
import jp.noroshi.core.storage.Database;

/**
 * The ways in besides HTTP.
 *
 * @param sources each runs by itself; the failure of one is its own
 */
record SourceWiring(List<AlertSource> sources) implements AutoCloseable {

  private static final String JMA_FEED = "jma-feed";
  private static final String FOLDER = "folder";

  static SourceWiring start(
      HubConfig config, CoreWiring core, Database database, DataDirectory directory, Clock clock) {
    List<AlertSource> sources = new ArrayList<>();
    if (config.followsJmaFeed()) {
      JmaFeedSettings settings =
          config
              .intake()
              .jmaFeed()
              .orElseGet(() -> new JmaFeedSettings(null, null, null, null, null));
      sources.add(
          new JmaFeedSource(
              settings,
              new SeenEntries(config.mode(), JMA_FEED, database),
              new SourceWatch(JMA_FEED, config.mode(), core.chronology(), clock),
              clock,
              Rounds.onVirtualThread(JMA_FEED)));
    }
    if (config.intake().watchFolder().orElse(true)) {
      sources.add(
          new FolderSource(
              directory.path(),
              new SourceWatch(FOLDER, config.mode(), core.chronology(), clock),
              clock,
              Rounds.onVirtualThread(FOLDER)));
    }
    Future.all(sources.stream().map(source -> source.start(core.intake())).toList()).await();
    return new SourceWiring(List.copyOf(sources));
  }

  @Override
  public void close() {
    Future.join(sources.stream().map(AlertSource::stop).toList()).await();
  }
}

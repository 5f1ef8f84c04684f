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
import jp.noroshi.shelters.opening.NewsDesk;
import jp.noroshi.shelters.opening.ShelterSource;

/**
 * The ways in besides HTTP.
 *
 * @param sources each runs by itself; the failure of one is its own
 */
record SourceWiring(List<AlertSource> sources) implements AutoCloseable {

  private static final String JMA_FEED = "jma-feed";
  private static final String FOLDER = "folder";
  private static final String SHELTERS = "shelters";

  static SourceWiring start(
      HubConfig config, CoreWiring core, NewsDesk news, Hub.Surroundings around) {
    Clock clock = around.clock();
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
              new SeenEntries(config.mode(), JMA_FEED, around.database()),
              new SourceWatch(JMA_FEED, config.mode(), core.chronology(), clock),
              clock,
              Rounds.onVirtualThread(JMA_FEED)));
    }
    if (config.intake().watchFolder().orElse(true)) {
      sources.add(
          new FolderSource(
              around.directory().path(),
              new SourceWatch(FOLDER, config.mode(), core.chronology(), clock),
              clock,
              Rounds.onVirtualThread(FOLDER)));
    }
    sources.add(
        new ShelterSource(
            news,
            new SourceWatch(SHELTERS, config.mode(), core.chronology(), clock),
            clock,
            Rounds.onVirtualThread(SHELTERS)));
    Future.all(sources.stream().map(source -> source.start(core.intake())).toList()).await();
    return new SourceWiring(List.copyOf(sources));
  }

  @Override
  public void close() {
    Future.join(sources.stream().map(AlertSource::stop).toList()).await();
  }
}

package jp.noroshi.opsconsole.app;

import java.nio.file.Path;
import java.time.Duration;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.gis.route.RoadNetwork;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.UsualPace;

/** Ways to safety. The network of roads is read beside the start of the hub. */
final class RoadWiring {

  private static final Duration POLL = Duration.ofSeconds(1);

  private RoadWiring() {}

  static RoadServices start(
      HubConfig config, CoreWiring core, OpenSites openSites, Hub.Surroundings around) {
    RoadServices roads =
        RoadServices.open(
            around.database(),
            core.chronology(),
            config.mode(),
            openSites,
            config.roads().flatMap(HubConfig.Roads::pace).orElse(UsualPace.OURS),
            around.clock());
    Path kept = around.directory().path().resolve("roads");
    config
        .roads()
        .ifPresent(
            settings ->
                roads
                    .conditions()
                    .start(
                        () -> RoadNetwork.load(settings.file(), kept, settings.heights()), POLL));
    return roads;
  }
}

package jp.noroshi.gis.route;

import java.time.InstantSource;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.storage.Database;

/**
 * Everything of ways: closures, what holds on the roads, the sites people are sent to, and routes.
 */
public record RoadServices(
    Closures closures, RoadConditions conditions, Destinations destinations, Routes routes)
    implements AutoCloseable {

  /**
   * Opens the services; there is no network of roads until {@link RoadConditions#start} has brought
   * it.
   *
   * @param openSites says which sites are open
   * @param pace taken where nobody says another
   */
  public static RoadServices open(
      Database database,
      Chronology chronology,
      Mode mode,
      OpenSites openSites,
      UsualPace pace,
      InstantSource clock) {
    Closures closures = new Closures(database, chronology, mode, clock);
    RoadConditions conditions = new RoadConditions(database, closures, clock);
    Destinations destinations = new Destinations(database, openSites);
    return new RoadServices(
        closures,
        conditions,
        destinations,
        new Routes(conditions, destinations, pace, database, clock));
  }

  @Override
  public void close() {
    conditions.close();
  }
}

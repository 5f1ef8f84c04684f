package jp.noroshi.gis.hazard;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;

/** The maps of dangers on file. Thread-safe, blocking. */
public final class HazardLayers {

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Writes into a database. */
  public HazardLayers(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Retires a map: nothing is judged by it or shown of it any more. It is kept, for plans name what
   * they were made with.
   *
   * @return whether it was in use
   */
  public boolean retire(UUID layer, String by) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "update gis.hazard_layer set current = false where id = :id and current returning data_set")
                .bind("id", layer)
                .mapTo(String.class)
                .findOne()
                .map(
                    dataSet ->
                        chronology.append(
                            handle,
                            new ChronologyEntry(
                                clock.instant(),
                                mode,
                                ChronologyKind.HAZARD_LAYER_RETIRED,
                                by,
                                "hazard-layer:" + layer,
                                Map.of("name", dataSet))))
                .isPresent());
  }
}

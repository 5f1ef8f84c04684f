package jp.noroshi.gis.site;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What people say of a site that no list says; kept over every import. Who said what stands in the
 * chronology. Thread-safe, blocking.
 */
public final class SiteDescriptions {

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Writes into a database. */
  public SiteDescriptions(
      Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Says how large a site is and whether a wheelchair gets in.
   *
   * @param floorArea square metres people can use; empty = not measured
   * @param wheelchair empty = nobody knows
   * @return the site as it is now, empty where there is none
   */
  public Optional<EvacuationSite> describe(
      UUID id, Optional<Double> floorArea, Optional<Boolean> wheelchair, String by) {
    return database.inTransaction(
        handle -> {
          Optional<EvacuationSite> before = Sites.find(handle, id);
          handle
              .createUpdate(
                  "update gis.site set floor_area = :area, wheelchair = :wheelchair, changed_at = :now where id = :id")
              .bind("area", floorArea.orElse(null))
              .bind("wheelchair", wheelchair.orElse(null))
              .bind("now", clock.instant())
              .bind("id", id)
              .execute();
          Optional<EvacuationSite> now = Sites.find(handle, id);
          now.filter(site -> !before.equals(now))
              .ifPresent(site -> note(handle, before.orElseThrow(), site, by));
          return now;
        });
  }

  /** Last in its transaction: the chain's head is locked until the commit. */
  private void note(Handle handle, EvacuationSite before, EvacuationSite now, String by) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("name", now.name());
    if (!before.floorArea().equals(now.floorArea())) {
      detail.put("floorAreaBefore", said(before.floorArea()));
      detail.put("floorArea", said(now.floorArea()));
    }
    if (!before.wheelchair().equals(now.wheelchair())) {
      detail.put("wheelchairBefore", said(before.wheelchair()));
      detail.put("wheelchair", said(now.wheelchair()));
    }
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(), mode, ChronologyKind.SITE_DESCRIBED, by, "site:" + now.id(), detail));
  }

  private static String said(Optional<?> fact) {
    return fact.map(Object::toString).orElse("");
  }
}

package jp.noroshi.gis.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;

/**
 * Tells which places lie outside the municipality. The drawn borders are coarse: only what lies
 * more than 500 m outside is doubted; without districts nothing is.
 */
record Outside(Database database, AreaCode municipality) {

  /** Returns the keys of the places outside. */
  Set<String> of(Map<String, LatLon> places) {
    List<Map.Entry<String, LatLon>> entries = new ArrayList<>(places.entrySet());
    return database.withHandle(
        handle ->
            Set.copyOf(
                handle
                    .createQuery(
                        """
                        select p.key from unnest(cast(:keys as text[]), cast(:lats as float8[]), cast(:lons as float8[])) p(key, lat, lon)
                        where exists (select 1 from gis.district where municipality = :municipality)
                          and not exists (
                            select 1 from gis.district d where d.municipality = :municipality
                              and ST_DWithin(d.outline::geography, ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4326)::geography, 500))
                        """)
                    .bind("municipality", municipality.value())
                    .bindArray(
                        "keys", String.class, entries.stream().map(Map.Entry::getKey).toList())
                    .bindArray("lats", Double.class, numbers(entries, LatLon::latitude))
                    .bindArray("lons", Double.class, numbers(entries, LatLon::longitude))
                    .mapTo(String.class)
                    .list()));
  }

  private static List<Double> numbers(
      List<Map.Entry<String, LatLon>> entries, ToDoubleFunction<LatLon> number) {
    return entries.stream().map(entry -> number.applyAsDouble(entry.getValue())).toList();
  }
}

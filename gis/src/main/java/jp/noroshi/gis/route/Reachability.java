package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How well the residents reach a site.
 *
 * @param residents all of them
 * @param withoutSite how many reach none over open ways
 * @param loads who would go where, the most first
 * @param openOnly whether the sites are open ones; otherwise none is, and these are where people
 *     would be sent
 * @param network whether there is a network of roads; without one nothing is counted
 * @param asOf the closures and zones it knows
 */
public record Reachability(
    int residents,
    int withoutSite,
    List<Load> loads,
    boolean openOnly,
    boolean network,
    Instant asOf) {

  /** Copies the list. */
  public Reachability {
    loads = List.copyOf(loads);
  }

  /** How many residents have a site as their nearest. */
  public record Load(UUID site, String name, int residents) {}
}

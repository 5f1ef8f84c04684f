package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * How a site stands.
 *
 * @param since since when it is open or closed
 * @param asOf when somebody last said how it stands, or that it still does
 * @param by who said it
 */
public record Opening(
    UUID site, OpeningState state, Crowding crowding, Instant since, Instant asOf, String by) {}

package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.Optional;

/**
 * A closure as staff enter it.
 *
 * @param shape GeoJSON geometry: Point, LineString, Polygon or MultiPolygon
 * @param reason why
 * @param appliesTo for whom
 * @param from since when; empty = now
 * @param until to when; empty = until somebody lifts it
 */
public record NewClosure(
    String shape,
    String reason,
    Closure.AppliesTo appliesTo,
    Optional<Instant> from,
    Optional<Instant> until) {}

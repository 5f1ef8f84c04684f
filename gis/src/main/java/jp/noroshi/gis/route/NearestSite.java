package jp.noroshi.gis.route;

/**
 * Where somebody should go, and how.
 *
 * @param site the site; one that is not open is where people would be sent, and must be marked
 * @param route the way there
 */
public record NearestSite(Destination site, Route route) {}

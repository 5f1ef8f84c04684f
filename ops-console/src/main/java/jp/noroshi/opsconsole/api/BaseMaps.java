package jp.noroshi.opsconsole.api;

import java.util.Optional;

/**
 * What may lie under the staff's map, besides the console's own paper.
 *
 * @param gsi whether browsers may ask 国土地理院 for its tiles
 * @param cityAttribution whom the municipality's own map must name; empty where there is none
 */
public record BaseMaps(boolean gsi, Optional<String> cityAttribution) {}

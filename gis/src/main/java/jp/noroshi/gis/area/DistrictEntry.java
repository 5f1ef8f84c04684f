package jp.noroshi.gis.area;

import java.util.Optional;

/**
 * A district with its outline, as it is proposed and kept.
 *
 * @param code the hub's code of it ({@code 22225-03})
 * @param kana its reading in hiragana; empty where the file does not say
 * @param mended what was wrong with the outline and where, if it had to be mended
 * @param outline well-known binary of a valid MultiPolygon in WGS 84, Base64
 */
public record DistrictEntry(
    String code, String name, String kana, Optional<String> mended, String outline) {}

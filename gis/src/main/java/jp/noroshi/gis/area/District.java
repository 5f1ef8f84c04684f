package jp.noroshi.gis.area;

import jp.noroshi.core.place.AreaCode;

/**
 * A district (自治会・町丁目) of the municipality.
 *
 * @param code the hub's code of it, the municipality's code and a number ({@code 22225-03})
 * @param name its name
 * @param kana its reading in hiragana
 */
public record District(AreaCode code, String name, String kana) {}

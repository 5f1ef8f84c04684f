package jp.noroshi.opsconsole.api;

import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.shelters.opening.Openings;

/**
 * What the operations on places work with.
 *
 * @param sites evacuation sites
 * @param openings which of them are open
 * @param imports lists and maps that come in as files
 */
public record Places(Sites sites, Openings openings, Imports imports) {}

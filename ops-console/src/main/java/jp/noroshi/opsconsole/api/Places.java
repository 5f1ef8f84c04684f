package jp.noroshi.opsconsole.api;

import jp.noroshi.gis.area.AreaSets;
import jp.noroshi.gis.hazard.HazardLayers;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.shelters.opening.Openings;

/**
 * What the operations on places work with.
 *
 * @param sites evacuation sites
 * @param descriptions what people say of sites
 * @param openings which of them are open
 * @param residents where people live, as counted
 * @param inside who and what lies inside an area
 * @param areaSets named sets of districts
 * @param hazardLayers maps of dangers
 * @param imports lists and maps that come in as files
 */
public record Places(
    Sites sites,
    SiteDescriptions descriptions,
    Openings openings,
    Residents residents,
    WhoIsInside inside,
    AreaSets areaSets,
    HazardLayers hazardLayers,
    Imports imports) {}

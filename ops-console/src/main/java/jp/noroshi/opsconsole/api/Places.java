package jp.noroshi.opsconsole.api;

import jp.noroshi.gis.area.AreaSets;
import jp.noroshi.gis.hazard.HazardLayers;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.shelters.opening.Openings;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.Shelters;

/**
 * What the operations on places work with.
 *
 * @param sites evacuation sites
 * @param descriptions what people say of sites
 * @param shelters sites and places by hand where people are taken in or counted
 * @param openings the course of their opening
 * @param board how they stand and how crowded they are
 * @param residents where people live, as counted
 * @param inside who and what lies inside an area
 * @param areaSets named sets of districts
 * @param hazardLayers maps of dangers
 * @param imports lists and maps that come in as files
 */
public record Places(
    Sites sites,
    SiteDescriptions descriptions,
    Shelters shelters,
    Openings openings,
    ShelterBoard board,
    Residents residents,
    WhoIsInside inside,
    AreaSets areaSets,
    HazardLayers hazardLayers,
    Imports imports) {}

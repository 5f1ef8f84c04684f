/**
 * Reads features with outlines: shapefiles, GeoJSON and the hazard maps of 3D city models
 * (CityGML).
 */
package jp.noroshi.gis.file.shape;

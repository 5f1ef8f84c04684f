/** Hazard layers as polygons, and what they mean for a place. */
package jp.noroshi.gis.hazard;

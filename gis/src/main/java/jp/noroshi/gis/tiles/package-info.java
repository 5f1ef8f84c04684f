/** Vector tiles straight from PostGIS. */
package jp.noroshi.gis.tiles;

/** Reads heights: GeoTIFF, ArcGrid and SRTM tiles. */
package jp.noroshi.gis.file.raster;

/**
 * Tables as offices send them: CSV of any encoding, features of GeoJSON; cells are found by name,
 * never by position.
 */
package jp.noroshi.gis.file.table;

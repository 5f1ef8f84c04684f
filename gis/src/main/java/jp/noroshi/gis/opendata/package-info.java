/**
 * The standard data sets: reading them in every form in which offices publish them, and writing
 * them.
 */
package jp.noroshi.gis.opendata;

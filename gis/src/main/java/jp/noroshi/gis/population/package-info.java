/** Where people live, as counted: households and positions, no names. */
package jp.noroshi.gis.population;

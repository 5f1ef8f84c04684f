/** Where people live, as counted (households and positions, no names), and facilities. */
package jp.noroshi.gis.population;

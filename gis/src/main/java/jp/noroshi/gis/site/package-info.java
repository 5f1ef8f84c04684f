/** Evacuation sites and shelters as places: what they are designated for and what they hold. */
package jp.noroshi.gis.site;

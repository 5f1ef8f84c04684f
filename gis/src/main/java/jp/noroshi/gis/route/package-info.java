/** Ways on foot and in a wheelchair that avoid dangers and closures, and the nearest open site. */
package jp.noroshi.gis.route;

/** Who and what lies inside an area. */
package jp.noroshi.gis.targeting;

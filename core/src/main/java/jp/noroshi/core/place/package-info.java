/**
 * Where things are: WGS 84 positions, codes of municipalities and forecast areas. Free of every
 * framework.
 */
package jp.noroshi.core.place;

/** The municipality and its districts, as codes and as outlines. */
package jp.noroshi.gis.area;

/** Reads what offices send, whatever its encoding. */
package jp.noroshi.gis.file;

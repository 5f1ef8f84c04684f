/**
 * 防災行政無線 (同報系): jobs for the master station, what it answered, and what the outdoor stations
 * answered back.
 */
package jp.noroshi.channels.radio;

/** What the media have in common: when to come back after a failure. */
package jp.noroshi.channels;

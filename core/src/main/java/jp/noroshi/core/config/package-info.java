/** Settings as typed records, secrets by reference. */
package jp.noroshi.core.config;

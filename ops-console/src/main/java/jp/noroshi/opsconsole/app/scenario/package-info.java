/**
 * Plays an evening against a hub as people and machines would: over HTTP, at any speed, in a drill
 * only.
 */
package jp.noroshi.opsconsole.app.scenario;

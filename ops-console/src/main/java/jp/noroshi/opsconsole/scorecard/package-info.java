/**
 * What of an event or a drill can be measured afterwards: made of what was written down while it
 * happened.
 */
package jp.noroshi.opsconsole.scorecard;

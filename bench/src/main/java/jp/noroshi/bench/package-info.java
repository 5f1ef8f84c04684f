/**
 * Measurements of the hub beside its references: the bare SDK or server, and the peers of other
 * makers. Every comparison runs both sides in turns on the same simulators; nothing leaves the
 * loopback.
 */
package jp.noroshi.bench;

/** The append-only, hash-chained memory of decisions and milestones, and its live tail. */
package jp.noroshi.core.chronology;

package jp.noroshi.core.chronology;

/**
 * A line as it was written.
 *
 * @param seq its number: 1, 2, … without gaps, in the order of the commits
 * @param entry what it says; its moment is kept to the microsecond
 */
public record ChronologyLine(long seq, ChronologyEntry entry) {}

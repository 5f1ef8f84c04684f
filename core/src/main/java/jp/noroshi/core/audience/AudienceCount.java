package jp.noroshi.core.audience;

import jp.noroshi.core.message.Medium;

/**
 * How many a dispatch reaches on a medium.
 *
 * @param medium the medium
 * @param everyone whether the medium as a whole is told: the page, the radio, a LINE broadcast
 * @param count subscribers on file it concerns; 0 for the page and the radio, which nobody can
 *     count
 */
public record AudienceCount(Medium medium, boolean everyone, int count) {}

package jp.noroshi.core.delivery;

import jp.noroshi.core.message.Medium;

/**
 * How far a dispatch came on a medium, for a list: approved is not sent, and sent is not arrived.
 *
 * @param medium the medium
 * @param accepted the provider has it
 * @param refused refused, gone from the medium, expired or withdrawn
 * @param unknown nobody can tell
 * @param waiting without an outcome yet
 */
public record MediumReach(Medium medium, int accepted, int refused, int unknown, int waiting) {}

package jp.noroshi.gis.plan;

import java.util.UUID;

/**
 * A supporter in a plan; the order of the list is the order in which they are called.
 *
 * @param supporter who
 * @param role what they do
 */
public record Assignment(UUID supporter, SupportRole role) {}

package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;

/**
 * What delivery has to know of an approved dispatch.
 *
 * @param id the dispatch
 * @param number its number: within a thread and medium, smaller numbers leave first
 * @param mode live or drill
 * @param thread what it continues: an alert, its updates and its cancel share a thread
 * @param urgent overtakes what is not urgent
 * @param expiresAt after this moment nothing of it may be handed over
 */
public record DispatchFacts(
    UUID id, long number, Mode mode, String thread, boolean urgent, Instant expiresAt) {}

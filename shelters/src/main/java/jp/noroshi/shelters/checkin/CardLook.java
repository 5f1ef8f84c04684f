package jp.noroshi.shelters.checkin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody opened cards of evacuees.
 *
 * @param number of the look
 * @param at when
 * @param account who: an account, {@code tablet:<device>} or the hub itself
 * @param purpose what for
 * @param shelter the shelter they were asked for at, if at one
 * @param cards of how many evacuees and households
 */
public record CardLook(
    long number,
    Instant at,
    String account,
    LookPurpose purpose,
    Optional<UUID> shelter,
    int cards) {}

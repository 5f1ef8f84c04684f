package jp.noroshi.shelters.checkin;

import java.util.UUID;

/**
 * Somebody is at a shelter now.
 *
 * @param evacuee the record that stands for them
 * @param shelter where
 * @param form how they stay
 * @param out out for a while, still counted
 * @param household the record that stands for it
 * @param traits as of the latest card
 * @param householdTraits as of the latest card
 */
public record Presence(
    UUID evacuee,
    UUID shelter,
    StayForm form,
    boolean out,
    UUID household,
    EvacueeTraits traits,
    HouseholdTraits householdTraits) {}

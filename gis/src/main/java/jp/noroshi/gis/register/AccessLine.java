package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the access log: says at whom somebody looked by number only.
 *
 * @param number of the line
 * @param at when
 * @param account who
 * @param standing as what
 * @param address from where
 * @param subjectKind PERSON or SUPPORTER
 * @param subject at whom
 * @param groups what was opened
 * @param purpose what for
 * @param basis by which provision
 * @param emergency the emergency it relied on
 * @param export the export it was part of
 */
public record AccessLine(
    long number,
    Instant at,
    String account,
    Reader.Standing standing,
    String address,
    String subjectKind,
    UUID subject,
    List<FieldGroup> groups,
    Purpose purpose,
    LegalBasis basis,
    Optional<UUID> emergency,
    Optional<UUID> export) {}

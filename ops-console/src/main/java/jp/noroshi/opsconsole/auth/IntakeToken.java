package jp.noroshi.opsconsole.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A machine that may hand alerts in, without its secret.
 *
 * @param id its identity
 * @param label what people call it
 * @param createdAt when it was allowed
 * @param createdBy by whom
 * @param lastUsedAt when it last handed something in
 */
public record IntakeToken(
    UUID id, String label, Instant createdAt, String createdBy, Optional<Instant> lastUsedAt) {}

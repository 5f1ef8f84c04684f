package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Bytes as a source received them.
 *
 * @param source name of the source ({@code jma-feed}, {@code http}, {@code folder}, {@code
 *     console})
 * @param entryId the source's own id of the message (JMA: {@code
 *     20260813110100_0_VPWW55_120000.xml}), for dropping repeats before anything is fetched or
 *     parsed; empty where the source has none
 * @param receivedAt when the last byte was in
 * @param bytes the original bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the message; nobody compares two of them
public record IncomingMessage(
    String source, Optional<String> entryId, Instant receivedAt, byte[] bytes) {}

package jp.noroshi.core.intake;

import java.time.Instant;

/**
 * One kind in one area and what became of it.
 *
 * @param concerned the kind; for {@link Change#LIFTED} and {@link Change#CANCELLED} the one that
 *     was in force before
 * @param change what became of it
 * @param since since when the kind has been in force
 */
public record KindChange(ConcernedKind concerned, Change change, Instant since) {}

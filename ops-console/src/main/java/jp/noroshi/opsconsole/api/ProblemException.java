package jp.noroshi.opsconsole.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends an operation with a problem document. Carries no text: that is chosen in the reader's
 * language at the very edge.
 */
final class ProblemException extends RuntimeException {

  private final transient ProblemKind kind;
  private final transient Map<String, String> slots;
  private final transient List<FieldFault> fields;
  private final transient Optional<Duration> retryAfter;

  private ProblemException(
      ProblemKind kind,
      Map<String, String> slots,
      List<FieldFault> fields,
      Optional<Duration> retryAfter) {
    // Without a stack trace: it is an answer, not a fault of the program.
    super(kind.slug(), null, false, false);
    this.kind = kind;
    this.slots = slots;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  ProblemException(ProblemKind kind) {
    this(kind, Map.of(), List.of(), Optional.empty());
  }

  ProblemException(ProblemKind kind, Map<String, String> slots) {
    this(kind, slots, List.of(), Optional.empty());
  }

  static ProblemException invalid(List<FieldFault> fields) {
    return new ProblemException(ProblemKind.INVALID_REQUEST, Map.of(), fields, Optional.empty());
  }

  static ProblemException retryAfter(ProblemKind kind, Duration wait) {
    return new ProblemException(
        kind,
        Map.of("seconds", Long.toString(seconds(wait))),
        List.of(),
        Optional.of(Duration.ofSeconds(seconds(wait))));
  }

  ProblemKind kind() {
    return kind;
  }

  Map<String, String> slots() {
    return slots;
  }

  List<FieldFault> fields() {
    return fields;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}

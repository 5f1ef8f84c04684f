package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.Hazard;

/**
 * How long a kind counts as in force whose sender states no end and sends no lift: an earthquake is
 * never lifted, and 津波予報 simply ends after a day.
 *
 * @param spans the first that fits decides; a kind that fits none stays until it is lifted
 */
record Lasting(List<Span> spans) {

  static final Lasting UNTIL_LIFTED = new Lasting(List.of());

  Lasting {
    spans = List.copyOf(spans);
  }

  /**
   * How long kinds of a hazard last.
   *
   * @param hazard the hazard
   * @param codes the kind codes meant, empty for all
   * @param lasts how long after the message
   */
  record Span(Hazard hazard, Set<String> codes, Duration lasts) {
    Span {
      if (hazard == null || lasts == null || !lasts.isPositive()) {
        throw new IllegalArgumentException("lasting: hazard と lasts（PT12H など）が必要です");
      }
      codes = codes == null ? Set.of() : Set.copyOf(codes);
    }

    private boolean fits(AlertKind kind) {
      return kind.hazard() == hazard && (codes.isEmpty() || codes.contains(kind.code()));
    }
  }

  Optional<Instant> endOf(AlertKind kind, StreamMessage message) {
    return message
        .expires()
        .or(
            () ->
                spans.stream()
                    .filter(span -> span.fits(kind))
                    .findFirst()
                    .map(span -> message.sent().plus(span.lasts())));
  }
}

package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;

/**
 * 対応: people who need assistance are called up until each is known to be safe. One runs at a time,
 * whatever the dangers, so that a person has one case.
 *
 * @param number for people, 1, 2, …
 * @param startedBy who approved the order that began it, or began it by hand
 * @param endedBy an account, or {@code hub} when the last order was lifted
 * @param causes why it runs, or ran
 */
public record Response(
    UUID id,
    int number,
    Mode mode,
    Instant startedAt,
    String startedBy,
    Optional<Instant> endedAt,
    Optional<String> endedBy,
    List<Cause> causes) {

  /** Copies the list. */
  public Response {
    causes = List.copyOf(causes);
  }

  /** Tells whether it runs. */
  public boolean isRunning() {
    return endedAt.isEmpty();
  }

  /** Returns what still stands. */
  public List<Cause> standing() {
    return causes.stream().filter(Cause::isStanding).toList();
  }

  /** Returns what the chronology calls it. */
  public String subject() {
    return "response:" + id;
  }
}

package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;

/**
 * Access without consent in a disaster, as declared.
 *
 * @param id its number
 * @param reason why, in words
 * @param basis by which provision
 * @param districts where; empty = the whole municipality
 * @param declaredAt from when
 * @param declaredBy by which account
 * @param endsAt until when at the latest: the clock ends it, nobody has to
 * @param endedAt when somebody ended it earlier
 * @param looks how many looks relied on it
 * @param people at how many persons
 * @param acknowledgedAt when somebody else went through the looks
 * @param acknowledgedBy by which account
 * @param remark what they found
 */
public record Emergency(
    UUID id,
    String reason,
    LegalBasis basis,
    List<AreaCode> districts,
    Instant declaredAt,
    String declaredBy,
    Instant endsAt,
    Optional<Instant> endedAt,
    int looks,
    int people,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy,
    Optional<String> remark) {

  /** Copies the list. */
  public Emergency {
    districts = List.copyOf(districts);
  }

  /** Returns when it is over. */
  public Instant until() {
    return endedAt.orElse(endsAt);
  }

  /** Tells whether it holds at a moment. */
  public boolean isInForce(Instant now) {
    return !now.isBefore(declaredAt) && now.isBefore(until());
  }
}

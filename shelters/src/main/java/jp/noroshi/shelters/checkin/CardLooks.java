package jp.noroshi.shelters.checkin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who opened cards of evacuees, and what for. Append-only, as a trigger sees to. Thread-safe. */
final class CardLooks {

  private final InstantSource clock;

  CardLooks(InstantSource clock) {
    this.clock = clock;
  }

  /** Lists looks before a number, newest first; nothing is opened. */
  static List<CardLook> listBefore(Handle handle, long before, int limit) {
    return handle
        .createQuery(
            """
            select number, at, account, purpose, shelter, cardinality(records) as cards
            from shelters.card_look where number < :before order by number desc limit :limit
            """)
        .bind("before", before)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new CardLook(
                    row.getLong("number"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("account"),
                    LookPurpose.valueOf(row.getString("purpose")),
                    Optional.ofNullable(row.getObject("shelter", UUID.class)),
                    row.getInt("cards")))
        .list();
  }

  /**
   * Notes a look in the transaction that opens.
   *
   * @param records whose cards; nothing is noted where there are none
   */
  void note(
      Handle handle,
      String account,
      LookPurpose purpose,
      Optional<UUID> shelter,
      List<UUID> records) {
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("a look is logged in the transaction that opens");
    }
    if (records.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into shelters.card_look (at, account, purpose, shelter, records)
            values (:at, :account, :purpose, cast(:shelter as uuid), :records)
            """)
        .bind("at", clock.instant())
        .bind("account", account)
        .bind("purpose", purpose)
        .bind("shelter", shelter.orElse(null))
        .bindArray("records", UUID.class, records)
        .execute();
  }
}

package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.chronology.ChronologyVerifier.Verdict;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;

/** Reads from the database what became of every recipient, and holds it against what must be. */
final class DeliveryAudit {

  /** After these answers nobody knows whether the phone has the message: it is sent again. */
  private static final List<String> UNSURE =
      List.of("INTERRUPTED", "TIMEOUT", "CONNECTION_LOST", "PROVIDER_ERROR", "UNEXPECTED_ANSWER");

  private final Database database;

  DeliveryAudit(Database database) {
    this.database = database;
  }

  /** The sums of a medium. */
  record Sums(long batches, long recipients, long accepted, long refused, long unknown) {}

  /** A batch for the radio. */
  record RadioBatch(UUID id, int accepted, int unknown) {}

  /** How many batches are not done. */
  int open() {
    return count("select count(*) from core.delivery where state <> 'DONE'");
  }

  /** How many batches of a medium are not done. */
  int open(Medium medium) {
    return count(
        "select count(*) from core.delivery where state <> 'DONE' and medium = '" + medium + "'");
  }

  /** How many batches a hub held when it was killed. */
  int leased() {
    return count("select count(*) from core.delivery where state = 'LEASED'");
  }

  /** How many attempts were broken off without an answer, as the ledger says. */
  int interrupted() {
    return count("select count(*) from core.delivery_outcome where reason = 'INTERRUPTED'");
  }

  Sums sums(Medium medium) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) as batches, coalesce(sum(recipient_count), 0) as recipients,
                      coalesce(sum(accepted_count), 0) as accepted,
                      coalesce(sum(refused_count), 0) as refused,
                      coalesce(sum(unknown_count), 0) as unknown
                    from core.delivery where medium = :medium
                    """)
                .bind("medium", medium)
                .map(
                    (row, _) ->
                        new Sums(
                            row.getLong("batches"),
                            row.getLong("recipients"),
                            row.getLong("accepted"),
                            row.getLong("refused"),
                            row.getLong("unknown")))
                .one());
  }

  List<RadioBatch> radioBatches() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, accepted_count, unknown_count from core.delivery where medium = 'RADIO'")
                .map(
                    (row, _) ->
                        new RadioBatch(
                            row.getObject("id", UUID.class),
                            row.getInt("accepted_count"),
                            row.getInt("unknown_count")))
                .list());
  }

  /** Everybody has exactly one outcome, on every medium. */
  void everybodyIsAccountedFor() {
    assertThat(
            count(
                """
                select count(*) from core.delivery
                where state <> 'DONE' or remaining_count <> 0 or done_at is null
                  or accepted_count + refused_count + unknown_count <> recipient_count
                  or (recipients is not null and cardinality(recipients) <> recipient_count)
                """))
        .as("batches whose sums do not add up")
        .isZero();
  }

  /** Per phone, how often its message may have been repeated because nobody knew. */
  Map<String, Integer> explainedRepeats(Medium medium) {
    Map<String, Integer> repeats = new HashMap<>();
    database
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select unnest(coalesce(o.recipients, d.recipients)) as address
                        from core.delivery d join core.delivery_outcome o on o.delivery_id = d.id
                        where d.medium = :medium and o.outcome in ('UNKNOWN', 'RETRY_LATER')
                          and o.reason = any(:unsure)
                        """)
                    .bind("medium", medium)
                    .bindArray("unsure", String.class, UNSURE)
                    .mapTo(String.class)
                    .list())
        .forEach(address -> repeats.merge(address, 1, Integer::sum));
    return repeats;
  }

  /** An approval wrote all of its deliveries or nothing. */
  void approvalsAreWhole() {
    assertThat(
            count(
                """
                select count(*) from core.dispatch p
                where (p.state = 'APPROVED') <> exists (
                    select 1 from core.delivery d where d.dispatch_id = p.id)
                  or (p.state = 'APPROVED') <> (1 = (
                    select count(*) from core.chronology c
                    where c.kind = 'DISPATCH_APPROVED' and c.subject = 'dispatch:' || p.id))
                  or (p.state = 'APPROVED') <> (cardinality(p.media) = (
                    select count(distinct d.medium) from core.delivery d where d.dispatch_id = p.id))
                """))
        .as("dispatches approved by halves")
        .isZero();
  }

  /** A message was taken in with its alert, its line and its draft, or not at all. */
  void intakeIsWhole() {
    assertThat(
            count(
                """
                select count(*) from core.original o
                where 1 <> (select count(*) from core.alert a where a.original_id = o.id)
                  or 1 <> (select count(*) from core.dispatch p
                    join core.alert a on a.id = p.alert_id where a.original_id = o.id)
                """))
        .as("messages taken in by halves")
        .isZero();
  }

  /** Every batch for the page stands there once. */
  void everyNoticeStandsOnce() {
    assertThat(
            count(
                """
                select count(*) from core.delivery d
                where d.medium = 'WEB' and 1 <> (
                  select count(*) from core.chronology c
                  where c.kind = 'NOTICE_PUBLISHED' and c.subject = 'notice:' || d.id)
                """))
        .as("batches for the page that were not published exactly once")
        .isZero();
  }

  /** The first and the last hand-over of every dispatch on every medium are told exactly once. */
  void everyMilestoneIsToldOnce() {
    for (ChronologyKind kind :
        List.of(ChronologyKind.FIRST_HANDED_OVER, ChronologyKind.LAST_HANDED_OVER)) {
      String reached =
          kind == ChronologyKind.FIRST_HANDED_OVER ? "sum(d.accepted_count) > 0" : "true";
      assertThat(
              count(
                  """
                  select count(*) from (
                    select d.dispatch_id, d.medium, %s as reached from core.delivery d
                    group by d.dispatch_id, d.medium) lane
                  where lane.reached <> (1 = (
                    select count(*) from core.chronology c
                    where c.kind = '%s' and c.subject = 'dispatch:' || lane.dispatch_id
                      and c.detail::jsonb ->> 'medium' = lane.medium))
                  """
                      .formatted(reached, kind)))
          .as("dispatches and media without exactly one " + kind)
          .isZero();
    }
  }

  void chronologyIsIntact() {
    assertThat(new ChronologyVerifier(database).verify()).isInstanceOf(Verdict.Intact.class);
  }

  int count(String sql) {
    return database.withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}

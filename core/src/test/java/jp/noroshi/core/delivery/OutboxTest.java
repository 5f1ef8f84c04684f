package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final AtomicInteger signals = new AtomicInteger();
  private DeliveryBed bed;

  @BeforeEach
  void layOut() {
    database.truncate("core");
    bed = new DeliveryBed(database.database());
    bed.outbox.onEnqueued(signals::incrementAndGet);
  }

  @AfterEach
  void clearAway() {
    bed.close();
  }

  @Test
  void cutsAddressesIntoBatches() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 1201, 500);
    assertThat(batchSizes(dispatch)).containsExactly(500, 500, 201);
    assertThat(bed.figures(dispatch))
        .isEqualTo("0 accepted, 0 refused, 0 unknown, 1201 remaining of 1201");
    assertThat(bed.count("select count(*) from core.rendering")).isEqualTo(1);
    assertThat(signals).hasValue(1);
  }

  @Test
  void takesAHundredThousandStraightFromAQuery() {
    database
        .database()
        .withHandle(
            handle ->
                handle.execute(
                    """
                    insert into core.subscriber (mode, medium, address, registered_at)
                    select 'DRILL', 'LINE', 'U' || md5(i::text), now()
                    from generate_series(1, 100000) as i
                    """));
    DispatchFacts dispatch = bed.dispatch("a");
    int count =
        database
            .database()
            .inTransaction(
                handle -> {
                  try (var addresses =
                      handle
                          .createQuery("select address from core.subscriber order by id")
                          .setFetchSize(5000)
                          .mapTo(String.class)
                          .stream()) {
                    return bed.outbox.enqueue(
                        handle, dispatch, Medium.LINE, DeliveryBed.text(), addresses, 500);
                  }
                });
    assertThat(count).isEqualTo(100_000);
    assertThat(batchSizes(dispatch)).hasSize(200).containsOnly(500);
    assertThat(
            bed.count(
                "select count(distinct address) from core.delivery, unnest(remaining) as address"))
        .isEqualTo(100_000);
  }

  @Test
  void leavesNothingBehindWhenTheTransactionFails() {
    DispatchFacts dispatch = bed.dispatch("a");
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .useTransaction(
                        handle -> {
                          bed.outbox.enqueueEveryone(
                              handle, dispatch, Medium.RADIO, DeliveryBed.text(), 1);
                          throw new IllegalStateException("refused");
                        }))
        .hasMessage("refused");
    assertThat(bed.count("select count(*) from core.delivery")).isZero();
    assertThat(bed.count("select count(*) from core.rendering")).isZero();
    assertThat(signals).hasValue(0);
  }

  @Test
  void demandsATransaction() {
    DispatchFacts dispatch = bed.dispatch("a");
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .withHandle(
                        handle ->
                            bed.outbox.enqueue(
                                handle,
                                dispatch,
                                Medium.LINE,
                                DeliveryBed.text(),
                                List.of("r0").stream(),
                                500)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bed.count("select count(*) from core.rendering")).isZero();
  }

  @Test
  void refusesARenderingOfTheOtherMode() {
    DispatchFacts drill = bed.dispatch("a");
    DispatchFacts live =
        new DispatchFacts(drill.id(), drill.number(), Mode.LIVE, "a", false, drill.expiresAt());
    assertThatThrownBy(() -> bed.enqueueEveryone(live, Medium.WEB))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> batchSizes(DispatchFacts dispatch) {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select cardinality(recipients) from core.delivery
                        where dispatch_id = :dispatch order by seq
                        """)
                    .bind("dispatch", dispatch.id())
                    .mapTo(Integer.class)
                    .list());
  }
}

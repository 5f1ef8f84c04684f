package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.delivery.DeliveryResult.Part;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever media answer, in whatever parts, every recipient is counted exactly once. */
@Timeout(60)
class DeliveryAccountingTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<DeliveryReason> REASONS =
      List.of(
          DeliveryReason.RATE_LIMITED,
          DeliveryReason.PROVIDER_ERROR,
          DeliveryReason.TIMEOUT,
          DeliveryReason.INVALID_MESSAGE);

  private DeliveryBed bed;

  @BeforeEach
  void layOut() {
    database.truncate("core");
    bed = new DeliveryBed(database.database());
  }

  @AfterEach
  void clearAway() {
    bed.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyRecipientIsCountedOnce(long seed) {
    Random random = new Random(seed);
    ConcurrentMap<String, Integer> acceptedTimes = new ConcurrentHashMap<>();
    ScriptedChannel channel = new ScriptedChannel(Medium.LINE);
    channel.answering(batch -> anyAnswer(batch, random, acceptedTimes));
    bed.hub(longLeases(), channel);
    bed.hub(longLeases(), channel);
    DispatchFacts dispatch = bed.dispatch("a");
    int recipients = 1 + random.nextInt(120);
    bed.enqueue(dispatch, Medium.LINE, recipients, 1 + random.nextInt(20));
    for (int round = 0; round < 12; round++) {
      assertEverybodyIsCounted(dispatch, recipients);
      bed.awaitNothingUnderWay();
      bed.pass(Duration.ofMinutes(1));
    }
    bed.awaitNothingUnderWay();
    bed.pass(Duration.ofHours(2));
    bed.await(
        "everybody has an outcome",
        () -> {
          bed.pass(Duration.ZERO);
          return bed.openBatches(dispatch) == 0;
        });
    assertEverybodyIsCounted(dispatch, recipients);
    assertThat(acceptedTimes.values())
        .as("nobody is handed over again")
        .allMatch(times -> times == 1);
    assertThat(sum("accepted_count", dispatch)).isEqualTo(acceptedTimes.size());
    assertThat(ledger("'ACCEPTED'", dispatch)).isEqualTo(sum("accepted_count", dispatch));
    assertThat(ledger("'REFUSED', 'RECIPIENT_GONE'", dispatch))
        .isEqualTo(sum("refused_count", dispatch));
    assertThat(ledger("'UNKNOWN'", dispatch)).isEqualTo(sum("unknown_count", dispatch));
    assertThat(bed.milestones()).containsOnlyOnce(ChronologyKind.LAST_HANDED_OVER);
  }

  /** Time leaps here; leases that end meanwhile are another test's matter. */
  private static DeliverySettings longLeases() {
    DeliverySettings usual = DeliveryBed.settings(UUID.randomUUID());
    return new DeliverySettings(
        usual.hub(), Duration.ofDays(1), usual.poll(), usual.pause(), usual.drain());
  }

  private void assertEverybodyIsCounted(DispatchFacts dispatch, int recipients) {
    assertThat(
            bed.count(
                """
                select sum(accepted_count + refused_count + unknown_count + remaining_count)
                from core.delivery where dispatch_id = ?
                """,
                dispatch.id()))
        .isEqualTo(recipients);
    assertThat(
            bed.count(
                """
                select count(*) from core.delivery
                where dispatch_id = ? and cardinality(remaining) <> remaining_count
                """,
                dispatch.id()))
        .isZero();
  }

  private int sum(String column, DispatchFacts dispatch) {
    return bed.count(
        "select sum(" + column + ") from core.delivery where dispatch_id = ?", dispatch.id());
  }

  private int ledger(String outcomes, DispatchFacts dispatch) {
    return bed.count(
        """
        select coalesce(sum(o.recipient_count), 0)
        from core.delivery_outcome o join core.delivery d on d.id = o.delivery_id
        where d.dispatch_id = ? and o.outcome in (
        """
            + outcomes
            + ")",
        dispatch.id());
  }

  /** Answers in random parts; now and then forgets some, names strangers, or throws. */
  private DeliveryResult anyAnswer(
      DeliveryBatch batch, Random shared, ConcurrentMap<String, Integer> acceptedTimes) {
    Random random = new Random(shared.nextLong());
    if (random.nextInt(20) == 0) {
      throw new IllegalStateException("a fault of the channel");
    }
    List<String> left = new ArrayList<>(ScriptedChannel.addresses(batch));
    Collections.shuffle(left, random);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(anyOutcome(random), List.of("stranger-" + UUID.randomUUID())));
    while (!left.isEmpty() && random.nextInt(15) > 0) {
      List<String> some = left.subList(0, 1 + random.nextInt(left.size()));
      DeliveryOutcome outcome = anyOutcome(random);
      if (outcome instanceof DeliveryOutcome.Accepted) {
        some.forEach(address -> acceptedTimes.merge(address, 1, Integer::sum));
      }
      parts.add(new Part(outcome, some));
      some.clear();
    }
    return new DeliveryResult(parts);
  }

  private DeliveryOutcome anyOutcome(Random random) {
    DeliveryReason reason = REASONS.get(random.nextInt(REASONS.size()));
    return switch (random.nextInt(6)) {
      case 0 -> new DeliveryOutcome.Refused(reason);
      case 1 -> new DeliveryOutcome.RecipientGone(reason);
      case 2 -> new DeliveryOutcome.Unknown(reason);
      case 3, 4 -> new DeliveryOutcome.RetryLater(bed.clock.instant(), reason);
      default -> new DeliveryOutcome.Accepted(Optional.of("ref"));
    };
  }
}

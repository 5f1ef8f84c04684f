package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryOutcome.Unknown;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What every channel promises, whatever its medium. A channel's own test extends this class and
 * lets a simulated provider, reached over real HTTP, answer as ordered.
 *
 * <p>The rules:
 *
 * <ol>
 *   <li>Accepted means that the provider said so; then it took the message once per recipient.
 *   <li>A message the provider does not take is {@code Refused(INVALID_MESSAGE)}: final.
 *   <li>A provider that asks to slow down is {@code RetryLater(RATE_LIMITED)}, not before the
 *       moment it named; one that fails is {@code RetryLater(PROVIDER_ERROR)}; one that cannot be
 *       reached {@code RetryLater(UNREACHABLE)}.
 *   <li>Refused credentials are {@code RetryLater(UNAUTHORISED)}: an officer can put them right
 *       before the message expires, and nobody has been reached.
 *   <li>Where the answer is missing (timeout, broken connection, an error after the message was
 *       taken) it is {@code RetryLater} if repeating does no harm, else {@code Unknown}. After
 *       {@code RetryLater} the next attempt succeeds; after {@code Unknown} there is none.
 *   <li>A channel whose medium knows the batch by its id never hands it to anybody twice.
 *   <li>A batch of the other mode is {@code Refused(NOT_ALLOWED)}, an expired one {@code
 *       Refused(EXPIRED)}; the provider does not hear of either.
 *   <li>The parts of an answer are disjoint and cover the batch.
 *   <li>{@link Channel#deliver} keeps to its own timeout and ends when it is interrupted.
 * </ol>
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ChannelContractTest {

  /** How the simulated provider answers from now on. */
  protected enum Fault {
    /** It takes everything. */
    NONE,
    /** It says that the message is malformed, and takes nothing. */
    REJECTS_MESSAGE,
    /** It asks to come back after {@link ChannelContractTest#retryAfter}, and takes nothing. */
    RATE_LIMITED,
    /** It answers with a server error, and takes nothing. */
    FAILS,
    /** It takes everything, yet answers with a server error. */
    FAILS_AFTER_ACCEPTING,
    /** It takes everything and does not answer. */
    TIMES_OUT,
    /** It takes everything and breaks the connection instead of answering. */
    RESETS_CONNECTION,
    /** Nobody listens at its address. */
    DOWN,
    /** It refuses our credentials, and takes nothing. */
    UNAUTHORISED
  }

  /**
   * Returns the channel under test, built for {@link Mode#DRILL}; the same one during a test. Its
   * timeout is short, a second or so.
   */
  protected abstract Channel channel();

  /** Orders the provider to answer so from now on. Only called with {@link #faults()}. */
  protected abstract void providerAnswers(Fault fault);

  /** Returns the answers this medium's provider can give; all of them unless overridden. */
  protected Set<Fault> faults() {
    return Set.of(Fault.values());
  }

  /** Returns a message the provider takes, of {@link Mode#DRILL}. */
  protected abstract Rendering rendering();

  /** Returns to whom; at least two addresses where the medium knows addresses. */
  protected abstract Recipients recipients();

  /**
   * Returns how often the provider really took a message for this recipient during this test.
   *
   * @param address one of {@link #recipients()}; empty where they are everyone
   */
  protected abstract int takenBy(String address);

  /**
   * Tells whether the medium recognises a batch that comes again by its id. If not, {@code
   * RetryLater} without an answer may reach somebody twice: rather twice than never.
   */
  protected abstract boolean recognisesRepetition();

  /** Returns how long the provider asks to wait when {@link Fault#RATE_LIMITED}. */
  protected Duration retryAfter() {
    return Duration.ofSeconds(7);
  }

  /** Returns the present moment of the clock the channel was given. */
  protected Instant now() {
    return Instant.now();
  }

  @Test
  public void acceptedIsWhatTheProviderTook() throws InterruptedException {
    assertThat(deliver(firstAttempt())).hasOnlyElementsOfType(Accepted.class);
    assertEverybodyWasTold(1);
  }

  @Test
  public void aMalformedMessageIsRefusedForGood() throws InterruptedException {
    order(Fault.REJECTS_MESSAGE);
    assertThat(deliver(firstAttempt())).containsOnly(new Refused(DeliveryReason.INVALID_MESSAGE));
    assertEverybodyWasTold(0);
  }

  @Test
  public void comesBackWhenTheProviderAsksFor() throws InterruptedException {
    order(Fault.RATE_LIMITED);
    Instant before = now();
    assertThat(deliver(firstAttempt()))
        .allSatisfy(
            outcome -> {
              assertRetryLater(outcome, DeliveryReason.RATE_LIMITED);
              assertThat(((RetryLater) outcome).notBefore())
                  .isAfterOrEqualTo(before.plus(retryAfter()));
            });
    assertEverybodyWasTold(0);
  }

  @Test
  public void aFailingProviderIsAskedAgain() throws InterruptedException {
    assertComesAgainAfter(Fault.FAILS, DeliveryReason.PROVIDER_ERROR);
  }

  @Test
  public void anUnreachableProviderIsAskedAgain() throws InterruptedException {
    assertComesAgainAfter(Fault.DOWN, DeliveryReason.UNREACHABLE);
  }

  @Test
  public void refusedCredentialsLoseNobody() throws InterruptedException {
    assertComesAgainAfter(Fault.UNAUTHORISED, DeliveryReason.UNAUTHORISED);
  }

  @Test
  public void anErrorAfterAcceptingDoesNoHarm() throws InterruptedException {
    assertNoHarmAfter(Fault.FAILS_AFTER_ACCEPTING);
  }

  @Test
  public void aMissingAnswerDoesNoHarm() throws InterruptedException {
    assertNoHarmAfter(Fault.TIMES_OUT);
  }

  @Test
  public void aBrokenConnectionDoesNoHarm() throws InterruptedException {
    assertNoHarmAfter(Fault.RESETS_CONNECTION);
  }

  @Test
  public void keepsToItsTimeout() throws InterruptedException {
    order(Fault.TIMES_OUT);
    long started = System.nanoTime();
    deliver(firstAttempt());
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .as("its own limit, and ample time for a busy machine")
        .isLessThan(channel().limits().timeout().plusSeconds(10));
  }

  @Test
  public void aBatchThatComesAgainIsTakenOnce() throws InterruptedException {
    assumeThat(recognisesRepetition()).as("the medium knows a batch by its id").isTrue();
    DeliveryBatch batch = firstAttempt();
    deliver(batch);
    assertThat(deliver(again(batch))).hasOnlyElementsOfType(Accepted.class);
    assertEverybodyWasTold(1);
  }

  @Test
  public void refusesABatchOfTheOtherMode() throws InterruptedException {
    DeliveryBatch batch = batch(Mode.LIVE, now().plusSeconds(600));
    assertThat(deliver(batch)).containsOnly(new Refused(DeliveryReason.NOT_ALLOWED));
    assertEverybodyWasTold(0);
  }

  @Test
  public void handsNothingOverAfterItsExpiry() throws InterruptedException {
    DeliveryBatch batch = batch(Mode.DRILL, now().minusSeconds(1));
    assertThat(deliver(batch)).containsOnly(new Refused(DeliveryReason.EXPIRED));
    assertEverybodyWasTold(0);
  }

  @Test
  public void endsWhenInterruptedWhileWaiting() {
    order(Fault.TIMES_OUT);
    DeliveryBatch batch = firstAttempt();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> channel().deliver(batch)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("left interrupted").isFalse();
  }

  @Test
  public void promisesALimitThatCanBeKept() {
    Channel.Limits limits = channel().limits();
    assertThat(limits.batchSize()).isPositive();
    assertThat(limits.concurrency()).isPositive();
    assertThat(limits.batchesPerSecond()).isPositive();
    assertThat(limits.timeout()).isPositive();
    assertThat(channel().mode()).isEqualTo(Mode.DRILL);
  }

  private void assertComesAgainAfter(Fault fault, DeliveryReason reason)
      throws InterruptedException {
    order(fault);
    DeliveryBatch batch = firstAttempt();
    assertThat(deliver(batch)).allSatisfy(outcome -> assertRetryLater(outcome, reason));
    assertEverybodyWasTold(0);
    providerAnswers(Fault.NONE);
    assertThat(deliver(again(batch))).hasOnlyElementsOfType(Accepted.class);
    assertEverybodyWasTold(1);
  }

  private void assertNoHarmAfter(Fault fault) throws InterruptedException {
    order(fault);
    DeliveryBatch batch = firstAttempt();
    List<DeliveryOutcome> outcomes = deliver(batch);
    assertThat(outcomes).hasOnlyElementsOfTypes(RetryLater.class, Unknown.class);
    if (outcomes.stream().anyMatch(Unknown.class::isInstance)) {
      return;
    }
    providerAnswers(Fault.NONE);
    assertThat(deliver(again(batch))).hasOnlyElementsOfType(Accepted.class);
    if (recognisesRepetition()) {
      assertEverybodyWasTold(1);
    }
  }

  private void order(Fault fault) {
    assumeThat(faults()).as("answers of this medium's provider").contains(fault);
    providerAnswers(fault);
  }

  private static void assertRetryLater(DeliveryOutcome outcome, DeliveryReason reason) {
    assertThat(outcome).isInstanceOf(RetryLater.class);
    assertThat(((RetryLater) outcome).reason()).isEqualTo(reason);
  }

  private void assertEverybodyWasTold(int times) {
    assertThat(addresses())
        .allSatisfy(address -> assertThat(takenBy(address)).as("taken by").isEqualTo(times));
  }

  private List<DeliveryOutcome> deliver(DeliveryBatch batch) throws InterruptedException {
    DeliveryResult result = channel().deliver(batch);
    assertCovers(result);
    return result.parts().stream().map(DeliveryResult.Part::outcome).toList();
  }

  private void assertCovers(DeliveryResult result) {
    boolean whole = result.parts().size() == 1 && result.parts().getFirst().recipients().isEmpty();
    if (!whole) {
      List<String> named = new ArrayList<>();
      result.parts().forEach(part -> named.addAll(part.recipients()));
      assertThat(named).containsExactlyInAnyOrderElementsOf(addresses());
    }
  }

  private List<String> addresses() {
    return switch (recipients()) {
      case Recipients.Everyone() -> List.of("");
      case Recipients.Addresses(List<String> addresses) -> addresses;
    };
  }

  private DeliveryBatch firstAttempt() {
    return batch(Mode.DRILL, now().plusSeconds(600));
  }

  private DeliveryBatch batch(Mode mode, Instant expiresAt) {
    return new DeliveryBatch(
        UUID.randomUUID(), UUID.randomUUID(), mode, rendering(), recipients(), 1, false, expiresAt);
  }

  private static DeliveryBatch again(DeliveryBatch batch) {
    return new DeliveryBatch(
        batch.id(),
        batch.dispatchId(),
        batch.mode(),
        batch.rendering(),
        batch.recipients(),
        batch.attempt() + 1,
        true,
        batch.expiresAt());
  }
}

package jp.noroshi.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one channel: leases what may leave, hands it over on virtual threads, and passes every
 * answer on to be recorded. Whatever the channel does (throws, hangs, answers nonsense), an outcome
 * is recorded and the worker goes on.
 */
final class ChannelWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelWorker.class);

  private final Channel channel;
  private final Tools tools;
  private final Duration leaseDuration;
  private final Duration patience;
  private final ChannelBreaker breaker;
  private final ChannelGate gate;
  private final WakeUp wakeUp = new WakeUp();
  private final ExecutorService threads;
  private final Thread loop;
  private volatile boolean stopping;
  private volatile Optional<Instant> lastAccepted = Optional.empty();

  /** What every worker of a hub shares. */
  record Tools(
      Leases leases,
      OutcomeRecorder recorder,
      Chronology chronology,
      Backoff backoff,
      DeliverySettings settings,
      Clock clock) {}

  ChannelWorker(Channel channel, Tools tools) {
    Channel.Limits limits = channel.limits();
    String name = "delivery-" + channel.mode() + "-" + channel.medium();
    this.channel = channel;
    this.tools = tools;
    this.leaseDuration = limits.timeout().plus(tools.settings().leaseMargin());
    this.patience = limits.timeout().plus(tools.settings().leaseMargin().dividedBy(2));
    this.breaker = new ChannelBreaker(channel, tools.settings().pause(), tools.clock());
    this.gate = new ChannelGate(limits, breaker);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    this.loop = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    loop.start();
  }

  void wake() {
    wakeUp.signal();
  }

  /** Returns how the channel fares. */
  ChannelState state() {
    return new ChannelState(
        channel.medium(), channel.mode(), breaker.isPaused(), gate.underWay(), lastAccepted);
  }

  /** Leases nothing any more. */
  void stopClaiming() throws InterruptedException {
    stopping = true;
    wake();
    loop.join();
  }

  /** Waits for the deliveries in flight; breaks off what takes longer than this. */
  void drain(Duration longest) throws InterruptedException {
    if (!gate.awaitEmpty(longest)) {
      LOG.warn("{} deliveries on {} are broken off", gate.underWay(), channel.medium());
    }
    threads.shutdownNow();
    if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
      LOG.error("the channel of {} does not end when it is interrupted", channel.medium());
    }
  }

  void closeChannel() {
    channel.close();
  }

  private void run() {
    try {
      while (!stopping) {
        if (!claimedSome()) {
          wakeUp.await(untilNextLook());
        }
      }
    } catch (InterruptedException e) {
      LOG.error("the worker of {} was interrupted", channel.medium(), e);
    }
  }

  private Duration untilNextLook() {
    Duration byRate = gate.untilNext();
    Duration poll = tools.settings().poll();
    return byRate.isZero() || byRate.compareTo(poll) > 0 ? poll : byRate;
  }

  private boolean claimedSome() {
    int places = gate.enter();
    int used = 0;
    try {
      writeNotes();
      if (places > 0) {
        List<Lease> leases = claim(places);
        used = leases.size();
        leases.forEach(this::begin);
      }
    } catch (JdbiException e) {
      LOG.warn("the outbox of {} cannot be read; trying again", channel.medium(), e);
    } finally {
      for (int i = used; i < places; i++) {
        gate.leaveUnused();
      }
    }
    return used > 0;
  }

  private List<Lease> claim(int most) {
    return tools.leases().claim(channel.mode(), channel.medium(), most, leaseDuration);
  }

  /** The breaker must not wait for the database, so its notes are written here. */
  private void writeNotes() {
    Queue<ChronologyEntry> notes = breaker.notes();
    for (ChronologyEntry note = notes.peek(); note != null; note = notes.peek()) {
      tools.chronology().append(note);
      notes.remove();
    }
  }

  private void begin(Lease lease) {
    threads.execute(() -> attempt(lease));
  }

  private void attempt(Lease lease) {
    Account account = lease.hasExpired(now()) ? expire(lease) : handOver(lease);
    wake();
    tools.recorder().record(new Finished(lease, account, this::wake));
  }

  private Account expire(Lease lease) {
    gate.leaveUnused();
    return Account.over(lease, now());
  }

  private Account handOver(Lease lease) {
    long started = System.nanoTime();
    Optional<DeliveryResult> answer = ask(lease);
    answer.ifPresentOrElse(
        result -> gate.leave(result, System.nanoTime() - started), gate::leaveUnanswered);
    Instant now = now();
    Account account =
        answer
            .map(result -> Account.of(lease, result, tools.backoff(), now))
            .orElseGet(() -> Account.interrupted(lease, now));
    if (account.count(OutcomeKind.ACCEPTED) > 0) {
      lastAccepted = Optional.of(now);
    }
    return account;
  }

  /** Returns the channel's answer; empty when the hub stops before there is one. */
  private Optional<DeliveryResult> ask(Lease lease) {
    Future<DeliveryResult> answer = null;
    try {
      DeliveryBatch batch = lease.batch();
      answer = threads.submit(() -> channel.deliver(batch));
      return Optional.of(
          Optional.ofNullable(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS))
              .orElseGet(() -> unknown(DeliveryReason.UNEXPECTED_ANSWER)));
    } catch (TimeoutException e) {
      LOG.error("the channel of {} exceeds its own timeout", channel.medium());
      answer.cancel(true);
      return Optional.of(unknown(DeliveryReason.TIMEOUT));
    } catch (InterruptedException | RejectedExecutionException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      return failed(lease, e.getCause());
    } catch (IllegalArgumentException e) {
      LOG.error("the stored text of batch {} cannot be read", lease.id(), e);
      return Optional.of(
          DeliveryResult.whole(new DeliveryOutcome.Refused(DeliveryReason.INVALID_MESSAGE)));
    }
  }

  private Optional<DeliveryResult> failed(Lease lease, Throwable cause) {
    if (cause instanceof InterruptedException) {
      return Optional.empty();
    }
    LOG.error("the channel of {} failed on batch {}", channel.medium(), lease.id(), cause);
    return Optional.of(unknown(DeliveryReason.UNEXPECTED_ANSWER));
  }

  private static DeliveryResult unknown(DeliveryReason reason) {
    return DeliveryResult.whole(new DeliveryOutcome.Unknown(reason));
  }

  private Instant now() {
    return tools.clock().instant();
  }
}

package jp.noroshi.channels.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.BroadcastRequest;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.Unknown;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.message.ReplyToken;

/**
 * The official LINE account. A batch is one multicast of up to 500 people, or one broadcast where
 * everyone is meant, and its id is LINE's retry key: whatever breaks, LINE takes it once.
 *
 * <p>What answers something just done in the talk is a reply first, which costs nothing of the
 * month. LINE takes no retry key with it: a reply that is refused, or of which nothing was heard,
 * is sent like anything else, so that in doubt it is read twice.
 *
 * <p>Accepted means that LINE has it; LINE does not tell who blocked the account. Thread-safe.
 */
public final class LineChannel implements Channel {

  private static final int MOST_RECIPIENTS = 500;

  /** LINE forgets a retry key after 24 hours; ten minutes are kept for clocks that differ. */
  private static final Duration KEY_LIFE = Duration.ofHours(24).minusMinutes(10);

  /** LINE's answer to a token it does not take: 400, which is what it says of a message, too. */
  private static final DeliveryOutcome NO_REPLY = new Refused(DeliveryReason.INVALID_MESSAGE);

  private final Mode mode;
  private final LineConfig config;
  private final InstantSource clock;
  private final MessagingApiClient client;
  private final LineAnswers answers;
  private final LineQuota quota;

  /**
   * Connects lazily; only the token is read here.
   *
   * @throws IllegalStateException when the token cannot be read
   */
  public LineChannel(Mode mode, LineConfig config, InstantSource clock) {
    this.mode = mode;
    this.config = config;
    this.clock = clock;
    this.client = LineClient.of(config);
    this.answers = new LineAnswers(clock);
    this.quota = new LineQuota(client, clock, config.timeout());
  }

  @Override
  public Medium medium() {
    return Medium.LINE;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Limits limits() {
    // A delivery may try a reply and ask for the quota (two requests) before its own.
    return new Limits(
        MOST_RECIPIENTS,
        config.concurrency(),
        config.requestsPerSecond(),
        config.timeout().multipliedBy(4).plusSeconds(1));
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException {
    return DeliveryResult.whole(outcome(batch));
  }

  private DeliveryOutcome outcome(DeliveryBatch batch) throws InterruptedException {
    if (batch.mode() != mode || batch.rendering().mode() != mode) {
      return new Refused(DeliveryReason.NOT_ALLOWED);
    }
    if (!clock.instant().isBefore(batch.expiresAt())) {
      return new Refused(DeliveryReason.EXPIRED);
    }
    if (isKeyForgotten(batch)) {
      return batch.mayHaveBeenHandedOver()
          ? new Unknown(DeliveryReason.INTERRUPTED)
          : new Refused(DeliveryReason.EXPIRED);
    }
    Optional<DeliveryOutcome> replied = isFirst(batch) ? reply(batch) : Optional.empty();
    if (replied.isPresent()) {
      return replied.get();
    }
    // A repetition may be one LINE has already counted: then only LINE can tell.
    if (isFirst(batch) && !quota.reserve(messages(batch.recipients()))) {
      return new Refused(DeliveryReason.QUOTA_EXHAUSTED);
    }
    return send(batch);
  }

  private boolean isKeyForgotten(DeliveryBatch batch) {
    return batch
        .firstAttemptAt()
        .filter(first -> !clock.instant().isBefore(first.plus(KEY_LIFE)))
        .isPresent();
  }

  private static boolean isFirst(DeliveryBatch batch) {
    return batch.attempt() == 1 && !batch.mayHaveBeenHandedOver();
  }

  /** LINE does not say how many a broadcast reaches, so all we can ask for is one. */
  private static long messages(Recipients recipients) {
    return switch (recipients) {
      case Recipients.Everyone() -> 1;
      case Recipients.Addresses(List<String> ids) -> ids.size();
    };
  }

  /** Replies; empty when there is nothing to reply to, or LINE does not take the token any more. */
  private Optional<DeliveryOutcome> reply(DeliveryBatch batch) throws InterruptedException {
    Rendering.Line line = (Rendering.Line) batch.rendering();
    Optional<ReplyToken> token =
        line.inReplyTo().filter(each -> clock.instant().isBefore(each.until()));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    DeliveryOutcome outcome =
        await(
            client.replyMessage(
                new ReplyMessageRequest(
                    token.get().value(), List.of(FlexMessages.of(line)), false)),
            batch);
    return Optional.of(outcome).filter(each -> !each.equals(NO_REPLY));
  }

  private DeliveryOutcome send(DeliveryBatch batch) throws InterruptedException {
    return await(request(batch), batch);
  }

  private <T> DeliveryOutcome await(CompletableFuture<Result<T>> call, DeliveryBatch batch)
      throws InterruptedException {
    try {
      return new Accepted(
          Optional.ofNullable(
              call.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS).requestId()));
    } catch (ExecutionException e) {
      return answers.read(e.getCause(), batch);
    } catch (TimeoutException _) {
      call.cancel(true);
      return answers.later(DeliveryReason.TIMEOUT, batch);
    } catch (InterruptedException e) {
      call.cancel(true);
      throw e;
    }
  }

  private CompletableFuture<Result<Object>> request(DeliveryBatch batch) {
    List<Message> messages = List.of(FlexMessages.of((Rendering.Line) batch.rendering()));
    return switch (batch.recipients()) {
      case Recipients.Everyone() ->
          client.broadcast(batch.id(), new BroadcastRequest(messages, false));
      case Recipients.Addresses(List<String> ids) ->
          client.multicast(batch.id(), new MulticastRequest(messages, ids, false, null));
    };
  }

  /**
   * The SDK offers no way to close its client: its idle connections and threads end by themselves.
   */
  @Override
  public void close() {}
}

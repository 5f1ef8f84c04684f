package jp.noroshi.channels.voice;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * The telephone. Each address of a batch is one call, and is looked up at that moment.
 *
 * <p>Accepted means that Twilio will call, no more: whether somebody took the call comes later, by
 * {@link VoiceWebhook}. Twilio knows no retry key, so a call whose answer was lost is made again:
 * rather twice than never. Thread-safe.
 */
public final class VoiceChannel implements Channel {

  /** Somebody may still unlock what is closed while the call is worth making. */
  private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofSeconds(30);

  private final Mode mode;
  private final VoiceConfig config;
  private final Callees callees;
  private final InstantSource clock;
  private final VoiceClient client;
  private final VoiceAnswers answers;

  /**
   * Connects lazily; only the token is read here.
   *
   * @throws IllegalStateException when the token cannot be read
   */
  public VoiceChannel(Mode mode, VoiceConfig config, Callees callees, InstantSource clock) {
    this.mode = mode;
    this.config = config;
    this.callees = callees;
    this.clock = clock;
    this.client = new VoiceClient(config);
    this.answers = new VoiceAnswers(clock);
  }

  @Override
  public Medium medium() {
    return Medium.VOICE;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Limits limits() {
    return new Limits(
        1, config.concurrency(), config.callsPerSecond(), config.timeout().plusSeconds(1));
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException {
    if (batch.mode() != mode || batch.rendering().mode() != mode) {
      return DeliveryResult.whole(new Refused(DeliveryReason.NOT_ALLOWED));
    }
    if (!clock.instant().isBefore(batch.expiresAt())) {
      return DeliveryResult.whole(new Refused(DeliveryReason.EXPIRED));
    }
    return switch (batch.recipients()) {
      case Recipients.Everyone() ->
          DeliveryResult.whole(new Refused(DeliveryReason.INVALID_MESSAGE));
      case Recipients.Addresses(List<String> addresses) -> call(batch, addresses);
    };
  }

  private DeliveryResult call(DeliveryBatch batch, List<String> addresses)
      throws InterruptedException {
    Rendering.Voice voice = (Rendering.Voice) batch.rendering();
    List<DeliveryResult.Part> parts = new ArrayList<>();
    for (String address : addresses) {
      parts.add(new DeliveryResult.Part(call(batch, voice, address), List.of(address)));
    }
    return new DeliveryResult(parts);
  }

  private DeliveryOutcome call(DeliveryBatch batch, Rendering.Voice voice, String address)
      throws InterruptedException {
    return switch (callees.find(address)) {
      case Callees.Callee.At(String number) when VoiceConfig.isNumber(number) ->
          call(batch, voice, new Dialled(number));
      case Callees.Callee.At _, Callees.Callee.Nowhere() ->
          new RecipientGone(DeliveryReason.UNREGISTERED);
      case Callees.Callee.Closed() ->
          new RetryLater(clock.instant().plus(UNTIL_SOMEBODY_LOOKS), DeliveryReason.UNAUTHORISED);
    };
  }

  /** A number that can be dialled. */
  private record Dialled(String number) {
    @Override
    public String toString() {
      return "Dialled[…]";
    }
  }

  private DeliveryOutcome call(DeliveryBatch batch, Rendering.Voice voice, Dialled callee)
      throws InterruptedException {
    try {
      HttpResponse<String> answer = client.call(callee.number(), voice);
      return answers.read(answer, batch);
    } catch (IOException e) {
      return answers.read(e, batch);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

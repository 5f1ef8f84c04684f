package jp.noroshi.core.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Medium;

/** A medium that answers as a test says, and remembers what it was handed. */
final class ScriptedChannel implements Channel {

  /** How it answers. */
  interface Script {
    DeliveryResult answer(DeliveryBatch batch) throws InterruptedException;
  }

  private final Medium medium;
  private final Limits limits;
  private final List<DeliveryBatch> handed = new CopyOnWriteArrayList<>();
  private volatile Script script = batch -> accepted();
  private volatile boolean closed;

  ScriptedChannel(Medium medium) {
    this(medium, new Limits(500, 4, 100_000, Duration.ofSeconds(5)));
  }

  ScriptedChannel(Medium medium, Limits limits) {
    this.medium = medium;
    this.limits = limits;
  }

  static DeliveryResult accepted() {
    return DeliveryResult.whole(new DeliveryOutcome.Accepted(Optional.empty()));
  }

  ScriptedChannel answering(Script answers) {
    script = answers;
    return this;
  }

  ScriptedChannel answering(DeliveryOutcome outcome) {
    return answering(batch -> DeliveryResult.whole(outcome));
  }

  List<DeliveryBatch> handed() {
    return List.copyOf(handed);
  }

  /** Lists the dispatches of what it was handed, in that order. */
  List<UUID> dispatches() {
    return handed.stream().map(DeliveryBatch::dispatchId).toList();
  }

  /** Lists every address it was handed, as often as it was. */
  List<String> addresses() {
    return handed.stream().flatMap(batch -> addresses(batch).stream()).toList();
  }

  static List<String> addresses(DeliveryBatch batch) {
    return switch (batch.recipients()) {
      case Recipients.Everyone() -> List.of();
      case Recipients.Addresses(List<String> addresses) -> addresses;
    };
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public Mode mode() {
    return Mode.DRILL;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException {
    handed.add(batch);
    return script.answer(batch);
  }

  @Override
  public void close() {
    closed = true;
  }
}

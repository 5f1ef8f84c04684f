package jp.noroshi.channels.radio;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jp.noroshi.channels.simulator.MasterStationSimulator;
import jp.noroshi.channels.simulator.MasterStationSimulator.Setting;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.message.Rendering.Radio.Part;
import jp.noroshi.core.message.Rendering.Radio.Priority;

/** A radio channel, its driver and a simulated master station, connected over real HTTP. */
final class RadioBench implements AutoCloseable {

  static final double INSTANT = 1_000_000;
  static final double REAL_PACE = 1;
  private static final String TOKEN = "a-token-for-tests";

  private final Vertx vertx = Vertx.vertx();
  private final Setting setting;
  private final URI address;
  private final Path tokenFile;
  private final boolean sirensInDrills;
  final BlockingQueue<Broadcast> ended = new LinkedBlockingQueue<>();
  final HttpMasterStation station;
  final RadioProgress progress;
  final RadioChannel channel;
  MasterStationSimulator simulator;

  RadioBench(Mode mode, double speed, boolean sirensInDrills) {
    this.sirensInDrills = sirensInDrills;
    simulator = start(new Setting(0, TOKEN, speed, sirensInDrills, 1));
    address = simulator.address();
    setting = new Setting(address.getPort(), TOKEN, speed, sirensInDrills, 1);
    tokenFile = write(TOKEN);
    station = new HttpMasterStation(config());
    progress = new RadioProgress(station, Duration.ofMillis(20), ended::add, Clock.systemUTC());
    channel =
        new RadioChannel(
            mode,
            config(),
            station,
            progress,
            id -> new RadioJob.Basis(id.toString(), Optional.of("課長"), Optional.empty()),
            Clock.systemUTC());
  }

  private RadioConfig config() {
    return new RadioConfig(
        address,
        new Secret("file:" + tokenFile),
        Duration.ofMillis(400),
        sirensInDrills,
        false,
        true);
  }

  void switchOff() {
    await(simulator.close());
  }

  void switchOn() {
    simulator = start(setting);
  }

  DeliveryOutcome deliver(DeliveryBatch batch) throws InterruptedException {
    return channel.deliver(batch).parts().getFirst().outcome();
  }

  private MasterStationSimulator start(Setting how) {
    return await(MasterStationSimulator.start(vertx, how, Clock.systemUTC()));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  private static Path write(String token) {
    try {
      Path file = Files.createTempFile("noroshi", ".token");
      file.toFile().deleteOnExit();
      return Files.writeString(file, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    channel.close();
    await(vertx.close());
  }

  static Rendering.Radio speech(Mode mode, Priority priority) {
    return radio(
        mode,
        priority,
        List.of(
            new Part.Chime(true),
            new Part.Speech("これは訓練です。", "これはくんれんです。", "ja"),
            new Part.Pause(1500)));
  }

  static Rendering.Radio siren(Mode mode, String code) {
    return radio(
        mode,
        Priority.EMERGENCY,
        List.of(new Part.Siren(code, 3), new Part.Speech("津波警報。", "つなみけいほう。", "ja")));
  }

  private static Rendering.Radio radio(Mode mode, Priority priority, List<Part> parts) {
    Instant expiry = Instant.now().plusSeconds(600);
    return new Rendering.Radio(mode, "ja", priority, List.of(), parts, 2, "訓練", expiry);
  }

  static DeliveryBatch batch(Rendering.Radio rendering) {
    return new DeliveryBatch(
        UUID.randomUUID(),
        UUID.randomUUID(),
        rendering.mode(),
        rendering,
        new Recipients.Everyone(),
        1,
        false,
        rendering.expiresAt());
  }

  static DeliveryBatch afterCrash(DeliveryBatch batch) {
    return new DeliveryBatch(
        batch.id(),
        batch.dispatchId(),
        batch.mode(),
        batch.rendering(),
        batch.recipients(),
        2,
        true,
        batch.expiresAt());
  }
}

package jp.noroshi.core.intake;

import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;
import static jp.noroshi.core.intake.TelegramText.aTelegram;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.intake.SourceHealth.State;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every source promises. The source under test delivers telegrams into the real intake of a
 * live hub on a real database.
 */
public abstract class AlertSourceContractTest {
  /** The database of the class. */
  @RegisterExtension protected static final TestDatabase database = new TestDatabase();

  /** The hub's time. */
  protected HandClock clock;

  /** The intake, noting what it answered. */
  protected AlertSource.Intake intake;

  /** What the intake answered, message by message. */
  protected final List<IntakeReceipt> receipts = new ArrayList<>();

  private AlertSource source;

  /** Returns the source, not started. */
  protected abstract AlertSource source() throws Exception;

  /**
   * Offers a message to the started source in its own way and lets it look until it has handed it
   * over.
   */
  protected abstract void offer(String name, byte[] bytes) throws Exception;

  /** Releases what {@link #source} opened. */
  protected void close() throws Exception {}

  @BeforeEach
  void startSource() throws Exception {
    database.truncate("core");
    clock = new HandClock(NINE_O_CLOCK.plus(Duration.ofMinutes(1)));
    AlertIntake hub =
        new AlertIntake(
            Mode.LIVE,
            new AreaCode("22225"),
            IntakeBench.settings(),
            new AlertIntake.Parts(
                database.database(),
                new Chronology(database.database()),
                new AlertReaders(),
                alert -> List.of(),
                (handle, alert, decision) -> Optional.of(UUID.randomUUID()),
                clock));
    intake =
        message -> {
          IntakeReceipt receipt = hub.take(message);
          receipts.add(receipt);
          return receipt;
        };
    source = source();
    await(source.start(intake));
  }

  @AfterEach
  void stopSource() throws Exception {
    await(source.stop());
    close();
  }

  /** Waits for a future of Vert.x. */
  protected static void await(io.vertx.core.Future<?> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** What became of the alerts handed over so far. */
  protected List<Disposition> dispositions() {
    return receipts.stream()
        .flatMap(receipt -> receipt.items().stream())
        .map(Item::disposition)
        .toList();
  }

  @Test
  void handsATelegramOverAndIsWell() throws Exception {
    offer("20260813000000_0_VPWW56_220000.xml", aTelegram().bytes());

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
    assertThat(source.health().state()).isEqualTo(State.WELL);
    assertThat(source.health().lastMessage()).contains(clock.instant());
  }

  @Test
  void theSameMessageTwiceIsOneAlert() throws Exception {
    offer("20260813000000_0_VPWW56_220000.xml", aTelegram().bytes());
    offer("20260813000000_1_VPWW56_220000.xml", aTelegram().bytes());

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED, Disposition.DUPLICATE);
  }

  @Test
  void aCancellationEndsWhatItCancels() throws Exception {
    offer("20260813000000_0_VPWW56_220000.xml", aTelegram().bytes());
    clock.advance(Duration.ofMinutes(2));
    offer(
        "20260813000200_0_VPWW56_220000.xml",
        aTelegram().cancel().sent(NINE_O_CLOCK.plusSeconds(60)).bytes());

    assertThat(new Situation(Mode.LIVE, database.database(), clock).listInForce()).isEmpty();
  }

  @Test
  void anExerciseIsHeld() throws Exception {
    offer("20260813000000_0_VPWW56_220000.xml", aTelegram().exercise().bytes());

    assertThat(dispositions()).containsExactly(Disposition.HELD);
  }

  @Test
  void brokenInputIsQuarantinedAndTheNextMessageComesThrough() throws Exception {
    offer(
        "20260813000000_0_VPWW56_220000.xml", "<Report><Control>".getBytes(StandardCharsets.UTF_8));
    offer("20260813000001_0_VPWW56_220000.xml", aTelegram().bytes());

    assertThat(dispositions()).containsExactly(Disposition.QUARANTINED, Disposition.DRAFTED);
  }
}

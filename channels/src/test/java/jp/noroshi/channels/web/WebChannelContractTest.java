package jp.noroshi.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.ChannelContractTest;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every channel promises, on the residents' page. */
class WebChannelContractTest extends ChannelContractTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final ChronologyFilter NOTICES =
      ChronologyFilter.ALL.of(Set.of(ChronologyKind.NOTICE_PUBLISHED));

  private Chronology chronology;
  private ChronologyReader reader;
  private WebChannel channel;
  private long before;

  @BeforeEach
  void open() {
    chronology = new Chronology(DATABASE.database());
    reader = new ChronologyReader(DATABASE.database());
    channel = new WebChannel(Mode.DRILL, chronology, Clock.systemUTC());
    before = reader.lastSeq();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Set<Fault> faults() {
    return Set.of(Fault.NONE);
  }

  @Override
  protected void providerAnswers(Fault fault) {
    assertThat(fault).isEqualTo(Fault.NONE);
  }

  @Override
  protected Rendering.Web rendering() {
    return new Rendering.Web(
        Mode.DRILL,
        "ja",
        Hazard.FLOOD,
        Optional.of(AlertLevel.FOUR),
        "【訓練】警戒レベル4 避難指示",
        "これは訓練です。川の水があふれるおそれがあります。",
        List.of("江間地区"),
        Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  protected Recipients recipients() {
    return new Recipients.Everyone();
  }

  @Override
  protected int takenBy(String address) {
    return reader.listAfter(before, 100, NOTICES).size();
  }

  @Override
  protected boolean recognisesRepetition() {
    return true;
  }

  @Test
  void whatIsReadBackIsWhatWasPublished() {
    Rendering.Web notice = rendering();
    DeliveryBatch batch = batch(notice);
    channel.deliver(batch);
    PublishedNotice published =
        PublishedNotice.read(reader.listAfter(before, 10, NOTICES).getFirst());
    assertThat(published.notice()).isEqualTo(notice);
    assertThat(published.dispatchId()).isEqualTo(batch.dispatchId());
  }

  @Test
  void theStreamBeginsWithTheLatestNoticesAndFollowsLive() throws InterruptedException {
    channel.deliver(batch(rendering()));
    Vertx vertx = Vertx.vertx();
    BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    try (EventStream stream = new EventStream(vertx, EventStream.Settings.USUAL);
        ChronologyTail tail = ChronologyTail.start(chronology, reader, Duration.ofMillis(100));
        ChronologyFeed feed =
            ChronologyFeed.start(
                stream,
                reader,
                tail,
                NOTICES,
                10,
                line -> {
                  seen.add(line.seq());
                  return Optional.of(
                      StreamEvent.of(line.seq(), "notice", "notice", line.entry().subject()));
                })) {
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isNotNull();
      assertThat(stream.head()).isEqualTo(reader.lastSeq());
      seen.clear();
      channel.deliver(batch(rendering()));
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(reader.lastSeq());
      assertThat(feed).isNotNull();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private DeliveryBatch batch(Rendering.Web notice) {
    return new DeliveryBatch(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Mode.DRILL,
        notice,
        recipients(),
        1,
        false,
        notice.expiresAt());
  }
}

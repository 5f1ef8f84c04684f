package jp.noroshi.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.intake.AlertIntake;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.IncomingMessage;
import jp.noroshi.core.intake.IntakeReceipt;
import jp.noroshi.core.intake.IntakeSettings;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.SirenTable;

/** Intake: from a telegram's bytes to the draft on disk, beside reading alone and bare StAX. */
final class IntakeBench {

  private static final String P50 = "p50";
  private static final String P99 = "p99";
  private static final int BATCH_SIZE = 500;

  private final BenchBed bed;
  private final int perRound;
  private final AlertReaders readers = new AlertReaders();
  private final XMLInputFactory stax = new WstxInputFactory();

  /** Telegrams come an hour apart, so that none repeats what was just said. */
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-08-01T00:00:00Z"));

  private boolean raised;

  IntakeBench(BenchBed bed) {
    this.bed = bed;
    this.perRound = bed.size(300);
    stax.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  /** What is done with one telegram. */
  private interface Step {
    void take(byte[] telegram) throws XMLStreamException;
  }

  List<Section> run() throws IOException, InterruptedException {
    bed.log("intake");
    AlertIntake intake = intake();
    List<Measurement> all =
        bed.rounds(2, 7)
            .run(
                List.of(
                    contender("Noroshi, telegram to stored draft", bytes -> store(intake, bytes)),
                    contender("Noroshi, reading alone", this::read),
                    contender("bare StAX (Woodstox), every event", this::pull)));
    return List.of(stored(all.getFirst()), reading(all.subList(1, all.size())));
  }

  private Section stored(Measurement stored) {
    return new Section(
        "Intake, telegrams of %,d KB".formatted(kilobytes()),
        "One after the other, each a change of level that makes a draft: original bytes, alert, state, draft and chronology in one transaction on disk.",
        "telegrams",
        perRound,
        List.of(stored),
        List.of(latencies(stored)),
        List.of(
            Goal.atMost(
                "telegram to stored draft, p99, s", stored.detail(P99).max() / 1e3, 1, "")));
  }

  private Section reading(List<Measurement> all) {
    Measurement ours = all.getFirst();
    return new Section(
        "Reading, telegrams of %,d KB".formatted(kilobytes()),
        "The part of the above that needs no database: bytes to alert, beside a loop that pulls every event of the XML and makes nothing of it.",
        "telegrams",
        perRound,
        all,
        all.stream().map(IntakeBench::latencies).toList(),
        List.of(
            Goal.atLeast(
                "reading beside bare StAX",
                ours.speedBeside(all.getLast()).median(),
                0.7,
                "the loop beside it makes no text and keeps nothing, the reader makes an alert of 111 areas; reading is a small part of taking a telegram in")));
  }

  private int kilobytes() {
    return Telegrams.at(now.get(), true).length / 1_000;
  }

  private static String latencies(Measurement each) {
    return "%s: p50 %.2f ms, p99 %.2f ms a telegram (medians over the rounds)."
        .formatted(each.contender(), each.detail(P50).median(), each.detail(P99).median());
  }

  private AlertIntake intake() {
    MunicipalitySettings municipality =
        MunicipalitySettings.load(bed.file("config/sample/izunokuni.yaml"));
    Chronology chronology = new Chronology(bed.hub().database());
    DispatchServices services =
        DispatchServices.open(
            new DispatchServices.Stores(
                bed.hub().database(), chronology, new Outbox(Clock.systemUTC()), _ -> BATCH_SIZE),
            new DispatchServices.Settings(
                municipality,
                MessageTemplates.load(bed.file("config/templates"), municipality.languages()),
                SirenTable.load(bed.file("config/sirens.yaml"))),
            Mode.DRILL,
            now::get);
    return new AlertIntake(
        Mode.DRILL,
        municipality.code(),
        IntakeSettings.load(bed.file("config/intake-rules.yaml")),
        new AlertIntake.Parts(
            bed.hub().database(),
            chronology,
            readers,
            _ -> List.of(),
            services.alerts(),
            now::get));
  }

  private Contender contender(String name, Step step) {
    return new Contender(name, () -> round(step), () -> {}, bed.hubProcesses(), List.of());
  }

  private Contender.Result round(Step step) {
    List<byte[]> telegrams = new ArrayList<>();
    Instant sent = now.get();
    for (int i = 0; i < perRound; i++) {
      sent = sent.plus(Duration.ofHours(1));
      raised = !raised;
      telegrams.add(Telegrams.at(sent, raised));
    }
    List<Double> each = new ArrayList<>();
    long began = System.nanoTime();
    for (byte[] telegram : telegrams) {
      now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
      long begins = System.nanoTime();
      take(step, telegram);
      each.add((System.nanoTime() - begins) / 1e6);
    }
    double millis = Contender.Result.since(began).millis();
    List<Double> sorted = each.stream().sorted().toList();
    return new Contender.Result(
        millis, Map.of(P50, Spread.quantile(sorted, 0.5), P99, Spread.quantile(sorted, 0.99)));
  }

  private static void take(Step step, byte[] telegram) {
    try {
      step.take(telegram);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(AlertIntake intake, byte[] telegram) {
    IntakeReceipt receipt =
        intake.take(new IncomingMessage("bench", Optional.empty(), now.get(), telegram));
    IntakeReceipt.Item item = receipt.items().getFirst();
    if (item.disposition() != IntakeReceipt.Disposition.DRAFTED) {
      throw new IllegalStateException("no draft was made: " + item);
    }
  }

  private void read(byte[] telegram) {
    if (!(readers.read(telegram).getFirst() instanceof Reading.Read)) {
      throw new IllegalStateException("the telegram was not read");
    }
  }

  private void pull(byte[] telegram) throws XMLStreamException {
    XMLStreamReader reader = stax.createXMLStreamReader(new ByteArrayInputStream(telegram));
    int characters = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.CHARACTERS) {
        characters += reader.getTextLength();
      }
    }
    reader.close();
    if (characters == 0) {
      throw new IllegalStateException("the telegram was not read");
    }
  }
}

package jp.noroshi.opsconsole.app;

import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.intake.AlertIntake;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.IntakeSettings;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.storage.Database;

/**
 * The services of core, wired for one mode.
 *
 * @param chronology writes the memory
 * @param lines reads it
 * @param tail follows it
 * @param outbox takes what was approved
 * @param dispatch drafts, approval, orders, subscribers
 * @param intake takes alerts in
 * @param situation what is in force
 * @param board what the media answered
 */
record CoreWiring(
    Chronology chronology,
    ChronologyReader lines,
    ChronologyTail tail,
    Outbox outbox,
    DispatchServices dispatch,
    AlertIntake intake,
    Situation situation,
    DeliveryBoard board)
    implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** What core needs from outside. */
  record Needs(
      HubConfig config,
      MunicipalitySettings municipality,
      Database database,
      AudienceFinder audience,
      ToIntFunction<Medium> batchSize,
      Clock clock) {}

  static CoreWiring wire(Needs needs) {
    Mode mode = needs.config().mode();
    Database database = needs.database();
    Chronology chronology = new Chronology(database);
    ChronologyReader lines = new ChronologyReader(database);
    Outbox outbox = new Outbox(needs.clock());
    DispatchServices dispatch =
        DispatchServices.open(
            new DispatchServices.Stores(database, chronology, outbox, needs.batchSize()),
            new DispatchServices.Settings(
                needs.municipality(),
                MessageTemplates.load(needs.config().templates(), needs.municipality().languages()),
                SirenTable.load(needs.config().sirens())),
            mode,
            needs.clock());
    AlertIntake intake =
        new AlertIntake(
            mode,
            needs.municipality().code(),
            IntakeSettings.load(needs.config().intakeRules()),
            new AlertIntake.Parts(
                database,
                chronology,
                new AlertReaders(),
                needs.audience(),
                dispatch.alerts(),
                needs.clock()));
    return new CoreWiring(
        chronology,
        lines,
        ChronologyTail.start(chronology, lines, POLL),
        outbox,
        dispatch,
        intake,
        new Situation(mode, database, needs.clock()),
        new DeliveryBoard(database, needs.clock()));
  }

  @Override
  public void close() {
    tail.close();
  }
}

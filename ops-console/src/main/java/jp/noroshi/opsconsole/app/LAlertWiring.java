package jp.noroshi.opsconsole.app;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.shelters.lalert.Counts.Count;
import jp.noroshi.shelters.lalert.LAlertReporter;
import jp.noroshi.shelters.lalert.SimulatedLAlert;
import jp.noroshi.shelters.tally.Figures;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.Tally;

/**
 * The reports to L-Alert. The drill tells a stand-in; a live hub has no adapter of its own and
 * tells nobody until one is given.
 *
 * @param reporter empty = nobody is told
 */
record LAlertWiring(Optional<LAlertReporter> reporter) implements AutoCloseable {

  static LAlertWiring start(
      HubConfig config,
      MunicipalitySettings municipality,
      CoreWiring core,
      Places places,
      LiveTally tally,
      Hub.Surroundings around) {
    if (config.mode() == Mode.LIVE) {
      return new LAlertWiring(Optional.empty());
    }
    LAlertReporter reporter =
        new LAlertReporter(
            new LAlertReporter.Parts(
                around.database(),
                core.chronology(),
                config.mode(),
                municipality,
                places.board()::standings,
                () -> counts(tally.now()),
                new SimulatedLAlert(),
                around.clock()),
            Rounds.onVirtualThread("lalert"));
    reporter.start();
    return new LAlertWiring(Optional.of(reporter));
  }

  private static Map<UUID, Count> counts(Tally tally) {
    return tally.shelters().stream()
        .collect(Collectors.toMap(Tally.OfShelter::shelter, each -> count(each.figures())));
  }

  private static Count count(Figures figures) {
    return new Count(
        figures.people(),
        figures.households(),
        figures.selfOpened(),
        figures.selfOpenedHouseholds());
  }

  @Override
  public void close() {
    reporter.ifPresent(LAlertReporter::stop);
  }
}

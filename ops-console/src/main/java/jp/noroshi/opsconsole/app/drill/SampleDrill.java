package jp.noroshi.opsconsole.app.drill;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.HubConfig;
import jp.noroshi.opsconsole.app.SimulatedProviders;
import jp.noroshi.opsconsole.app.scenario.ScenarioPlayer;
import jp.noroshi.shelters.response.ResponseSettings;

/**
 * The drill of the sample municipality: simulated providers, invented subscribers and accounts, and
 * a first scenario.
 *
 * @param config settings of the hub
 * @param directory keeps the drill's secrets
 * @param sample the directory of the sample municipality
 * @param providers stand-ins for the providers of media
 */
public record SampleDrill(
    HubConfig config, DataDirectory directory, Path sample, SimulatedProviders providers) {

  private static final int ON_LINE = 12_000;
  private static final int ON_PUSH = 8_000;
  private static final double RADIO_SPEED = 20;

  /** Starts the providers and makes the settings by which a hub reaches them. */
  public static SampleDrill prepare(Vertx vertx, DataDirectory directory, Clock clock) {
    Path shipped = Path.of(System.getProperty("noroshi.root", "."), "config");
    Path sample = shipped.resolve("sample");
    SimulatedProviders providers = SimulatedProviders.start(vertx, directory, RADIO_SPEED, clock);
    HubConfig config =
        new HubConfig(
            Mode.DRILL,
            sample.resolve("izunokuni.yaml"),
            sample.resolve("districts.geojson"),
            shipped.resolve("templates"),
            shipped.resolve("sirens.yaml"),
            shipped.resolve("intake-rules.yaml"),
            null,
            null,
            Optional.of(providers.lineConfig()),
            Optional.of(providers.fcmConfig()),
            Optional.of(providers.radioConfig()),
            Optional.of(providers.voiceConfig()),
            Optional.of(
                new HubConfig.Register(shipped.resolve("register-rules.yaml"), Optional.empty())),
            Optional.of(
                new HubConfig.Roads(
                    sample.resolve("roads.osm.gz"), Optional.empty(), Optional.empty())),
            Optional.of(new HubConfig.BaseMap(true, Optional.empty())),
            Optional.empty(),
            Optional.empty());
    return new SampleDrill(config, directory, sample, providers);
  }

  /**
   * Fills a fresh hub and plays the first scenario; a hub that was used before is left as it is.
   */
  public void play(Hub hub, PrintWriter out) throws InterruptedException {
    if (fill(hub, out)) {
      new FirstScenario(
              hub.address(), sample.resolve("telegrams"), new DrillAccounts(directory), out)
          .play();
    }
  }

  /**
   * Fills a fresh hub with everything invented; a hub that was used before is left as it is.
   *
   * @return whether it was fresh: nothing was ever sent
   */
  public boolean fill(Hub hub, PrintWriter out) {
    new DrillAccounts(directory).create(hub.accounts());
    new SamplePlaces(sample).load(hub.places());
    new SampleRegister(sample.resolve("register")).load(hub.register());
    new SamplePlans(hub.register(), hub.plans(), Clock.systemUTC()).load();
    contacts(hub).load(hub.talk().addresses());
    boolean fresh = hub.dispatch().drafts().list(false, OptionalLong.empty(), 1).isEmpty();
    if (fresh) {
      out.println("Registering %,d invented subscribers …".formatted(ON_LINE + ON_PUSH));
      out.flush();
      new SampleSubscribers(hub.municipality())
          .register(hub.dispatch().subscribers(), ON_LINE, ON_PUSH);
    }
    return fresh;
  }

  private static SampleContacts contacts(Hub hub) {
    return new SampleContacts(hub.register().register(), hub.plans().supporters());
  }

  /**
   * Returns the same drill with the hub's patience shortened to how fast an evening is played.
   *
   * @param speed how many minutes of the evening pass in one
   */
  public SampleDrill atSpeed(double speed) {
    return new SampleDrill(
        config.answeredWithin(ResponseSettings.USUAL.faster(speed)), directory, sample, providers);
  }

  /**
   * Returns where a scenario is played.
   *
   * @param speed how many minutes of the evening pass in one
   */
  public ScenarioPlayer.Setting setting(Hub hub, double speed) {
    return new ScenarioPlayer.Setting(
        hub.address(),
        new DrillAccounts(directory),
        providers,
        contacts(hub).pages(hub.talk().addresses()),
        sample.resolve("telegrams"),
        sample.resolve("register/resident.csv"),
        speed,
        Clock.systemUTC());
  }
}

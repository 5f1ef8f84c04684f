package jp.noroshi.opsconsole.app.command;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.HubConfig;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import jp.noroshi.opsconsole.app.scenario.Scenario;
import jp.noroshi.opsconsole.app.scenario.ScenarioPlayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi drill}: plays a scenario on a hub of its own. */
@Command(
    name = "drill",
    description = {
      "Play a scenario on a drill of the sample municipality: telegrams, orders, shelters that open, people who",
      "arrive, tablets without a network, media that fail. Watch it on the console meanwhile."
    },
    mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario file; config/sample/scenarios/typhoon.yaml is one.")
  private Path file;

  @Mixin private DatabaseOptions options;

  @Option(
      names = "--speed",
      defaultValue = "60",
      description = "Minutes of the evening that pass in one (${DEFAULT-VALUE}).")
  private double speed;

  @Option(names = "--port", description = "The port to listen on, 0 for any free one (8080).")
  private Integer port;

  @Option(names = "--stop-when-played", description = "End with the scenario.")
  private boolean stopWhenPlayed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Scenario scenario = Scenario.load(file);
    StopSignal signal = StopSignal.awaited();
    DataDirectory directory = new DataDirectory(options.dataDirectory);
    try (FileLock lock = directory.lock();
        OpenDatabase open = OpenDatabase.of(options)) {
      open.database().migrate();
      Vertx vertx = Vertx.vertx();
      try {
        play(
            scenario,
            new Hub.Surroundings(vertx, open.database(), directory, Clock.systemUTC()),
            signal);
      } finally {
        vertx.close().await();
      }
      return lock.isValid() ? 0 : 1;
    } finally {
      signal.answered();
    }
  }

  private void play(Scenario scenario, Hub.Surroundings around, StopSignal signal)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    SampleDrill drill =
        SampleDrill.prepare(around.vertx(), around.directory(), around.clock()).atSpeed(speed);
    HubConfig settings = port == null ? drill.config() : drill.config().listeningOn(port);
    try (Hub hub = Hub.start(settings, around)) {
      new Greeting(hub, around.directory(), out).print(Optional.of(drill));
      drill.fill(hub, out);
      Instant began = around.clock().instant();
      try (ScenarioPlayer player = new ScenarioPlayer(drill.setting(hub, speed), out)) {
        player.play(scenario);
      }
      out.println(
          "How it went: "
              + hub.address()
                  .resolve(
                      "/console/scorecard?from=%s&to=%s"
                          .formatted(began, around.clock().instant())));
      if (!stopWhenPlayed) {
        out.println("The evening is over. The hub is running; Ctrl-C stops it.");
        out.flush();
        signal.await();
      }
    }
  }
}

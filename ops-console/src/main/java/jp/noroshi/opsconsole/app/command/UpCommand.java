package jp.noroshi.opsconsole.app.command;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.HubConfig;
import jp.noroshi.opsconsole.app.drill.SampleDrill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code noroshi up}: starts a hub and stays with it. */
@Command(
    name = "up",
    description = {
      "Start the hub. Without settings: a drill with the sample municipality and simulated providers,",
      "which plays a first scenario on a fresh data directory."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Mixin private DatabaseOptions options;

  @Option(
      names = "--config",
      description = "Your own settings (config/noroshi.yaml explains them).")
  private Path config;

  @Option(
      names = "--port",
      description = "The port to listen on, 0 for any free one (8080, or as the settings say).")
  private Integer port;

  @Option(
      names = "--stop-when-told",
      description = "End as soon as the first scenario has told everybody.")
  private boolean stopWhenTold;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StopSignal signal = StopSignal.awaited();
    DataDirectory directory = new DataDirectory(options.dataDirectory);
    try (FileLock lock = directory.lock();
        OpenDatabase open = OpenDatabase.of(options)) {
      open.database().migrate();
      Vertx vertx = Vertx.vertx();
      try {
        run(new Hub.Surroundings(vertx, open.database(), directory, Clock.systemUTC()), signal);
      } finally {
        vertx.close().await();
      }
      return lock.isValid() ? 0 : 1;
    } finally {
      signal.answered();
    }
  }

  private void run(Hub.Surroundings around, StopSignal signal) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<SampleDrill> drill =
        config == null
            ? Optional.of(SampleDrill.prepare(around.vertx(), around.directory(), around.clock()))
            : Optional.empty();
    HubConfig settings = drill.map(SampleDrill::config).orElseGet(() -> HubConfig.load(config));
    try (Hub hub = Hub.start(port == null ? settings : settings.listeningOn(port), around)) {
      new Greeting(hub, around.directory(), out).print(drill);
      if (drill.isPresent()) {
        drill.get().play(hub, out);
      }
      if (!stopWhenTold) {
        out.println("The hub is running. Ctrl-C stops it; nothing is lost.");
        out.flush();
        signal.await();
      }
    }
  }
}

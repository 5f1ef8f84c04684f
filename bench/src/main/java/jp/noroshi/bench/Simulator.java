package jp.noroshi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import jp.noroshi.channels.simulator.FaultPlan;
import jp.noroshi.channels.simulator.FcmSimulator;
import jp.noroshi.channels.simulator.LineSimulator;
import jp.noroshi.channels.simulator.TakenMessages;
import picocli.CommandLine;

/** The other end of {@link SimulatorProcess}. The providers' rate limits are lifted. */
@CommandLine.Command(name = "simulator", hidden = true)
final class Simulator implements Callable<Integer> {

  static final String LINE_TOKEN = "bench-token";

  @CommandLine.Parameters(index = "0")
  private String provider;

  @CommandLine.Parameters(index = "1")
  private Path directory;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private record Provider(URI uri, FaultPlan faults, TakenMessages taken) {}

  @Override
  public Integer call() throws IOException {
    Vertx vertx = Vertx.vertx();
    Provider running = provider.equals("line") ? line(vertx) : fcm(vertx);
    PrintWriter out = spec.commandLine().getOut();
    out.println(new JsonObject().put("uri", running.uri().toString()).encode());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = in.readLine(); order != null; order = in.readLine()) {
      out.println(obey(order, running).encode());
    }
    vertx.close().await();
    return 0;
  }

  private static Provider line(Vertx vertx) {
    LineSimulator line =
        LineSimulator.start(
                vertx,
                LineSimulator.Settings.standard(0, LINE_TOKEN)
                    .withMulticastsPerSecond(Integer.MAX_VALUE),
                InstantSource.system())
            .await();
    return new Provider(line.uri(), line.faults(), line.taken());
  }

  private Provider fcm(Vertx vertx) throws IOException {
    FcmSimulator fcm =
        FcmSimulator.start(
                vertx,
                FcmSimulator.Settings.standard(0).withMessagesPerMinute(Long.MAX_VALUE),
                InstantSource.system())
            .await();
    var _ = fcm.writeCredentials(directory);
    return new Provider(fcm.uri(), fcm.faults(), fcm.taken());
  }

  private static JsonObject obey(String order, Provider provider) {
    if (order.startsWith("latency ")) {
      provider.faults().latency(Duration.ofMillis(Long.parseLong(order.substring(8))));
      return new JsonObject();
    }
    JsonObject taken =
        new JsonObject()
            .put("recipients", provider.taken().recipients())
            .put("duplicates", provider.taken().duplicates());
    provider.taken().clear();
    return taken;
  }
}

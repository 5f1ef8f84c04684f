package jp.noroshi.opsconsole.app.command;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.SimulatedProviders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code noroshi simulate}: the providers' stand-ins alone, for trying a hub of one's own settings.
 */
@Command(
    name = "simulate",
    description =
        "Run the stand-ins for LINE, FCM, the telephone and the radio's master station alone, and print the settings to reach them.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--data-dir",
      defaultValue = ".noroshi-simulated",
      description = "Keeps their credentials (${DEFAULT-VALUE}).")
  private Path dataDirectory;

  @Option(
      names = "--radio-speed",
      defaultValue = "1",
      description = "Seconds of broadcast in one second (${DEFAULT-VALUE}).")
  private double radioSpeed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      SimulatedProviders providers =
          SimulatedProviders.start(
              vertx, new DataDirectory(dataDirectory), radioSpeed, Clock.systemUTC());
      print(providers, spec.commandLine().getOut());
      new CountDownLatch(1).await();
      return 0;
    } finally {
      vertx.close().await();
    }
  }

  private static void print(SimulatedProviders providers, PrintWriter out) {
    out.println("line:");
    out.println("  endpoint: " + providers.lineConfig().endpoint());
    out.println("  channelToken: " + providers.lineConfig().channelToken().reference());
    out.println("fcm:");
    out.println("  endpoint: " + providers.fcmConfig().endpoint().orElseThrow());
    out.println("  serviceAccount: " + providers.fcmConfig().serviceAccount().reference());
    out.println("  trustCertificate: " + providers.fcmConfig().trustCertificate().orElseThrow());
    out.println("radio:");
    out.println("  address: " + providers.radioConfig().address());
    out.println("  token: " + providers.radioConfig().token().reference());
    out.println("voice:");
    out.println("  endpoint: " + providers.voiceConfig().endpoint());
    out.println("  accountSid: " + providers.voiceConfig().accountSid());
    out.println("  authToken: " + providers.voiceConfig().authToken().reference());
    out.println("  from: '" + providers.voiceConfig().from() + "'");
    out.flush();
  }
}

package jp.noroshi.opsconsole.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import jp.noroshi.opsconsole.app.client.Fault;
import jp.noroshi.opsconsole.app.client.Follower;
import jp.noroshi.opsconsole.app.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi send}: hands a message to the running hub and follows it to the end. */
@Command(
    name = "send",
    description =
        "Hand a telegram, a CAP message or a fire notice to the running hub and follow it to the end.",
    mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Parameters(paramLabel = "FILE", description = "The message, byte for byte.")
  private Path file;

  @Mixin private RunningHub hub;

  @Option(names = "--no-follow", description = "Return as soon as the hub has it.")
  private boolean noFollow;

  @Option(
      names = "--wait",
      defaultValue = "3600",
      description = "Seconds to follow; a draft waits for people (${DEFAULT-VALUE}).")
  private long waitSeconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (HubClient client = hub.open()) {
      JsonNode receipt = client.takeIn(bytes());
      boolean refused = false;
      for (JsonNode item : receipt.path("items")) {
        out.println(
            "%s  %s  %s"
                .formatted(
                    item.path("disposition").asText(),
                    item.path("title").asText(),
                    item.path("reason").asText())
                .strip());
        refused |= item.path("disposition").asText().equals("QUARANTINED");
      }
      out.flush();
      if (refused) {
        return REFUSED;
      }
      if (!noFollow) {
        new Follower(client, hub.address(), out)
            .follow(receipt.path("originalId").asText(), Duration.ofSeconds(waitSeconds));
      }
      return 0;
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault("cannot read " + file, e);
    }
  }
}

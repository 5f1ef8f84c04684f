package jp.noroshi.opsconsole.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import jp.noroshi.core.config.Secret;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.client.Fault;
import jp.noroshi.opsconsole.app.client.HubClient;
import picocli.CommandLine.Option;

/** The options by which a command finds the hub it talks to, and the token it talks with. */
final class RunningHub {

  @Option(
      names = "--data-dir",
      defaultValue = ".noroshi",
      description = "The directory of the running hub (${DEFAULT-VALUE}).")
  private Path dataDirectory;

  @Option(names = "--url", description = "Another hub, for example https://hub.example.lg.jp")
  private URI url;

  @Option(names = "--token", description = "The intake token: env:NAME or file:/path.")
  private Secret token;

  /** Opens a client that acts as a machine. */
  HubClient open() {
    return new HubClient(address()).withToken(revealToken());
  }

  /** Hands a file to the hub as a proposal; returns a sentence about what it would change. */
  String propose(ImportKind kind, String name, Map<String, String> facts, byte[] bytes) {
    try (HubClient client = open()) {
      JsonNode proposal = client.propose(kind.name(), name, facts, bytes);
      JsonNode counts = proposal.path("counts");
      return "%s: %d new, %d changed, %d unchanged, %d missing, %d refused; a second person approves it at %s"
          .formatted(
              name,
              counts.path("ADDED").asInt(),
              counts.path("CHANGED").asInt(),
              counts.path("UNCHANGED").asInt(),
              counts.path("MISSING").asInt(),
              counts.path("REFUSED").asInt(),
              address().resolve("/console/imports/" + proposal.path("id").asText()));
    }
  }

  URI address() {
    return url != null
        ? url
        : new DataDirectory(dataDirectory)
            .findAddress()
            .orElseThrow(
                () ->
                    new Fault(
                        "no hub was started in "
                            + dataDirectory
                            + ": run ./noroshi up first, or give one with --url"));
  }

  private String revealToken() {
    Secret reference =
        token != null ? token : new DataDirectory(dataDirectory).secret("intake-token");
    try {
      return reference.reveal();
    } catch (IllegalStateException e) {
      throw new Fault(
          "the intake token is missing: give one with --token env:NAME or --token file:/path", e);
    }
  }
}

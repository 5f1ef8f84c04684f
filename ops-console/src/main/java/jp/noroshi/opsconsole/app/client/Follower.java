package jp.noroshi.opsconsole.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Follows what becomes of a message until every dispatch made from it has ended. */
public final class Follower {

  private static final long EVERY_MILLISECONDS = 250;

  private final HubClient client;
  private final URI hub;
  private final PrintWriter out;
  private final Map<String, String> statesShown = new HashMap<>();
  private final Map<String, BoardTable> tables = new HashMap<>();

  /** Asks a hub as this client and writes there. */
  public Follower(HubClient client, URI hub, PrintWriter out) {
    this.client = client;
    this.hub = hub;
    this.out = out;
  }

  /** Follows for at most so long; says so when it gives up. */
  public void follow(String originalId, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isEnded(client.get("/api/intake/" + originalId).path("dispatches"))) {
      if (System.nanoTime() > end) {
        out.println(
            "not ended after " + atMost.toSeconds() + " s; the hub goes on without being watched");
        out.flush();
        return;
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
    }
  }

  private boolean isEnded(JsonNode dispatches) {
    boolean ended = true;
    for (JsonNode dispatch : dispatches) {
      ended &= show(dispatch);
    }
    return ended;
  }

  /** Shows one dispatch; returns whether nothing more will happen to it. */
  private boolean show(JsonNode dispatch) {
    String id = dispatch.path("dispatchId").asText();
    String state = dispatch.path("state").asText();
    if (!state.equals(statesShown.put(id, state))) {
      out.println(sentence(dispatch, state));
      out.flush();
    }
    return switch (state) {
      case "APPROVED" -> {
        tables.computeIfAbsent(id, ignored -> new BoardTable(out)).show(dispatch.path("media"));
        yield BoardTable.isComplete(dispatch.path("media"));
      }
      case "DISCARDED", "REPLACED" -> true;
      default -> false;
    };
  }

  private String sentence(JsonNode dispatch, String state) {
    String name = "No. " + dispatch.path("number").asText() + " " + dispatch.path("title").asText();
    return switch (state) {
      case "DRAFT" -> name + ": a draft waits for its author at " + page(dispatch);
      case "AWAITING_APPROVAL" ->
          name + ": waits for approval by a second person at " + page(dispatch);
      case "SENT_BACK" -> name + ": sent back to its author";
      case "APPROVED" -> name + ": approved, going out";
      case "DISCARDED" -> name + ": discarded";
      case "REPLACED" -> name + ": a newer message took its place";
      default -> name + ": " + state;
    };
  }

  private String page(JsonNode dispatch) {
    return hub.resolve("/console/dispatches/" + dispatch.path("dispatchId").asText()).toString();
  }
}

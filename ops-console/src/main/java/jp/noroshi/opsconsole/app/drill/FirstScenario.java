package jp.noroshi.opsconsole.app.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.noroshi.opsconsole.app.client.BoardTable;
import jp.noroshi.opsconsole.app.client.HubClient;

/**
 * What a fresh machine sees: a level-4 landslide telegram becomes a draft, one account asks for
 * approval, the other approves, everybody is told; a second draft is left for the person at the
 * browser. Acts over HTTP as people do.
 */
public final class FirstScenario {

  private static final long LOOK_EVERY_MILLISECONDS = 200;
  private static final String TYPED_LEVEL = "4";

  private final URI hub;
  private final Path telegrams;
  private final DrillAccounts accounts;
  private final PrintWriter out;

  /** Plays against a hub with the telegrams of a directory. */
  public FirstScenario(URI hub, Path telegrams, DrillAccounts accounts, PrintWriter out) {
    this.hub = hub;
    this.telegrams = telegrams;
    this.accounts = accounts;
    this.out = out;
  }

  /** Plays it and shows the table until it is complete. */
  public void play() throws InterruptedException {
    try (HubClient officer = signedIn(DrillAccounts.OFFICER);
        HubClient approver = signedIn(DrillAccounts.APPROVER)) {
      say("A landslide telegram of level 4 comes in (a drill).");
      String dispatch = draftOf(officer.takeIn(telegram("1-landslide-level4.xml")));
      JsonNode draft = askForApproval(officer, dispatch);
      say("The duty officer hands the draft in: " + draft.path("title").asText());
      approver.post(
          "/api/dispatches/" + dispatch + "/approval",
          Map.of("version", draft.path("version").asInt(), "confirmation", TYPED_LEVEL));
      say("A second person approves it. It goes out:");
      watch(approver, dispatch);
      String waiting = draftOf(officer.takeIn(telegram("2-heavy-rain-level3.xml")));
      askForApproval(officer, waiting);
      say(
          "A second draft waits for you: sign in as \""
              + DrillAccounts.APPROVER
              + "\" and open "
              + hub.resolve("/console/dispatches/" + waiting));
    }
  }

  private HubClient signedIn(String account) {
    return new HubClient(hub).signIn(account, accounts.password(account));
  }

  private static String draftOf(JsonNode receipt) {
    return receipt.path("items").path(0).path("dispatchId").asText();
  }

  private static JsonNode askForApproval(HubClient officer, String dispatch) {
    JsonNode draft = officer.get("/api/dispatches/" + dispatch);
    return officer.post(
        "/api/dispatches/" + dispatch + "/approval-request",
        Map.of("version", draft.path("version").asInt()));
  }

  private void watch(HubClient client, String dispatch) throws InterruptedException {
    BoardTable table = new BoardTable(out);
    JsonNode media = client.get("/api/dispatches/" + dispatch + "/board").path("media");
    table.show(media);
    while (!BoardTable.isComplete(media)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
      media = client.get("/api/dispatches/" + dispatch + "/board").path("media");
      table.show(media);
    }
  }

  private byte[] telegram(String name) {
    try {
      return Files.readAllBytes(telegrams.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the sample telegram " + name + " cannot be read", e);
    }
  }

  private void say(String sentence) {
    out.println(sentence);
    out.flush();
  }
}

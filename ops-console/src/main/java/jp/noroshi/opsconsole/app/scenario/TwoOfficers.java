package jp.noroshi.opsconsole.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;

/** The duty officer and the one who approves, each signed in as people are. */
final class TwoOfficers implements AutoCloseable {

  private final HubClient officer;
  private final HubClient approver;

  TwoOfficers(URI hub, DrillAccounts accounts) {
    this.officer =
        new HubClient(hub).signIn(DrillAccounts.OFFICER, accounts.password(DrillAccounts.OFFICER));
    this.approver =
        new HubClient(hub)
            .signIn(DrillAccounts.APPROVER, accounts.password(DrillAccounts.APPROVER));
  }

  HubClient officer() {
    return officer;
  }

  /** Proposes a change of orders, asks for approval, approves; returns the dispatch. */
  JsonNode order(Step.Order order) {
    Map<String, Object> proposal = new HashMap<>();
    proposal.put("hazard", order.hazard());
    proposal.put("districts", order.districts());
    order.level().ifPresent(level -> proposal.put("level", level));
    order.reason().ifPresent(reason -> proposal.put("reason", reason));
    return approve(officer.post("/api/evacuation-orders", proposal).path("id").asText());
  }

  private JsonNode approve(String dispatch) {
    String path = "/api/dispatches/" + dispatch;
    JsonNode draft = officer.get(path);
    JsonNode asked =
        officer.post(path + "/approval-request", Map.of("version", draft.path("version").asInt()));
    return approver.post(
        path + "/approval",
        Map.of(
            "version",
            asked.path("version").asInt(),
            "confirmation",
            draft.path("confirmation").asText("")));
  }

  @Override
  public void close() {
    officer.close();
    approver.close();
  }
}

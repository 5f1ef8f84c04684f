package jp.noroshi.channels.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test in another process orders faults and reads the report over HTTP. */
class ControlRoutesTest {

  private static final String TOKEN = "token";
  private static final String KEY = UUID.randomUUID().toString();
  private static final String MESSAGE =
      """
      {"to": ["U%s"], "messages": [{"type": "text", "text": "避難"}]}"""
          .formatted("a".repeat(32));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private LineSimulator line;

  @BeforeEach
  void start() {
    line = LineSimulator.start(vertx, 0, TOKEN).await();
  }

  @AfterEach
  void stop() {
    http.close();
    vertx.close().await();
  }

  @Test
  void anOrderedFaultStrikesAsOftenAsOrdered() throws IOException, InterruptedException {
    Fault fault = Fault.rateLimited(Duration.ofSeconds(7)).times(1);
    assertThat(request("POST", "/control/faults", fault.toJson().encode()).statusCode())
        .isEqualTo(204);
    assertThat(new JsonArray(request("GET", "/control/faults", "").body()))
        .containsExactly(fault.toJson());
    HttpResponse<String> limited = multicast();
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    assertThat(multicast().statusCode()).isEqualTo(200);
  }

  @Test
  void reportsWhomItToldAndHowOften() throws IOException, InterruptedException {
    multicast();
    assertThat(multicast().statusCode()).isEqualTo(409);
    JsonObject report = new JsonObject(request("GET", "/control/report", "").body());
    assertThat(report.getInteger("recipients")).isEqualTo(1);
    assertThat(report.getInteger("duplicates")).isZero();
    assertThat(report.getInteger("repeatsBlocked")).isEqualTo(1);
    String key = report.getJsonArray("messages").getJsonObject(0).getString("key");
    assertThat(new JsonObject(request("GET", "/control/recipients/" + key, "").body()).getMap())
        .containsEntry("U" + "a".repeat(32), 1);
    request("DELETE", "/control/report", "");
    assertThat(line.taken().recipients()).isZero();
  }

  @Test
  void anOrderThatCannotBeCarriedOutIsRefused() throws IOException, InterruptedException {
    assertThat(request("POST", "/control/faults", "{\"kind\": \"explode\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            request("POST", "/control/faults", "{\"kind\": \"down\", \"times\": 0}").statusCode())
        .isEqualTo(400);
    assertThat(request("POST", "/control/faults", "not json").statusCode()).isEqualTo(400);
    assertThat(line.faults().listStanding()).isEmpty();
  }

  @Test
  void theSameSeedStrikesTheSameRequests() {
    FaultPlan one = plan();
    FaultPlan other = plan();
    for (int i = 0; i < 100; i++) {
      assertThat(one.next()).isEqualTo(other.next());
    }
  }

  private static FaultPlan plan() {
    FaultPlan plan = new FaultPlan(42);
    plan.order(Fault.answering(500).withProbability(0.3));
    return plan;
  }

  private HttpResponse<String> multicast() throws IOException, InterruptedException {
    return request("POST", "/v2/bot/message/multicast", MESSAGE);
  }

  private HttpResponse<String> request(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(line.uri().resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + TOKEN)
            .header("X-Line-Retry-Key", KEY)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}

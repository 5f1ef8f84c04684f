package jp.noroshi.opsconsole.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.storage.Json;

/**
 * Talks to a hub over HTTP as any client does. One instance is one person (a session) or one
 * machine (a token). Not thread-safe.
 */
public final class HubClient implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LARGE_FILE = Duration.ofMinutes(5);

  private final URI hub;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private Optional<String> token = Optional.empty();
  private Optional<String> csrfToken = Optional.empty();

  /** A client of the hub at this address; nobody is signed in. */
  public HubClient(URI hub) {
    this.hub = hub;
  }

  /** Acts as a machine from now on. */
  public HubClient withToken(String value) {
    token = Optional.of(value);
    return this;
  }

  /** Signs a person in. */
  public HubClient signIn(String account, String password) {
    JsonNode session = post("/api/session", Map.of("account", account, "password", password));
    csrfToken = Optional.of(session.path("csrfToken").asText());
    return this;
  }

  /** Hands a message in, byte for byte; returns the receipt. */
  public JsonNode takeIn(byte[] message) {
    return send(
        request("/api/intake")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(message)));
  }

  /**
   * Hands a list or map in; returns the proposal that it became.
   *
   * @param facts what is said of it: kind (of danger, of facility), scenario, name, source,
   *     edition, licence, column
   */
  public JsonNode propose(String kind, String fileName, Map<String, String> facts, byte[] file) {
    StringBuilder query = new StringBuilder("?kind=" + kind + "&fileName=" + encoded(fileName));
    facts.forEach(
        (name, said) ->
            query
                .append('&')
                .append(name.equals("kind") ? "subject" : name)
                .append('=')
                .append(encoded(said)));
    return send(
        request("/api/imports" + query)
            .timeout(LARGE_FILE)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file)));
  }

  /**
   * Reads something.
   *
   * @throws Fault with what the hub says against it
   */
  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  /**
   * Commands something.
   *
   * @throws Fault with what the hub says against it
   */
  public JsonNode post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body), StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "en");
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    csrfToken.ifPresent(value -> request.header("X-CSRF-Token", value));
    return request;
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      JsonNode body =
          response.body().isEmpty()
              ? Json.mapper().nullNode()
              : Json.mapper().readTree(response.body());
      if (response.statusCode() >= 400) {
        throw new Fault(problem(response.statusCode(), body));
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new Fault("the hub at " + hub + " did not answer as a Noroshi hub does", e);
    } catch (IOException e) {
      throw new Fault(
          "no hub answers at " + hub + ": start one with ./noroshi up, or give another with --url",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }

  private static String problem(int status, JsonNode body) {
    String detail = body.path("detail").asText(body.path("title").asText("HTTP " + status));
    String whatToDo = body.path("whatToDo").asText("");
    return whatToDo.isEmpty() ? detail : detail + " — " + whatToDo;
  }

  @Override
  public void close() {
    http.close();
  }
}

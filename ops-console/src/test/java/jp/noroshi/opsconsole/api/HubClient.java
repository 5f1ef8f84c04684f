package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A small client of the hub's API, as a browser or a machine would speak to it. Immutable: each
 * {@code with…} gives another client.
 */
public final class HubClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  private HubClient(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** Speaks to a hub as a stranger. */
  public static HubClient of(URI base) {
    return new HubClient(base, Map.of());
  }

  /** An answer. */
  public record Reply(int status, HttpHeaders headers, String text) {
    /** Returns the body as a JSON object. */
    public JsonObject json() {
      return new JsonObject(text);
    }

    /** Checks the status; shows the body when it is another. */
    public Reply expect(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }

    /** Checks that it is a problem document of a kind. */
    public Reply expectProblem(int wanted, String slug) {
      expect(wanted);
      assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(json().getString("type")).isEqualTo("urn:noroshi:problem:" + slug);
      assertThat(json().getString("title")).isNotBlank();
      assertThat(json().getString("detail")).isNotBlank();
      assertThat(json().getString("whatToDo")).isNotBlank();
      assertThat(json().getInteger("status")).isEqualTo(wanted);
      return this;
    }
  }

  /** Adds a header to every request. */
  public HubClient with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new HubClient(base, all);
  }

  /** Leaves a header out again. */
  public HubClient without(String header) {
    Map<String, String> all = new HashMap<>(headers);
    all.remove(header);
    return new HubClient(base, all);
  }

  /** Signs in as a browser would. */
  public HubClient signedIn(String account, String password) {
    Reply reply =
        post("/api/session", new JsonObject().put("account", account).put("password", password))
            .expect(200);
    String cookie = reply.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return with("Cookie", cookie).with("X-CSRF-Token", reply.json().getString("csrfToken"));
  }

  /** Reads. */
  public Reply get(String path) {
    return send("GET", path, null, null);
  }

  /** Sends a JSON document. */
  public Reply post(String path, JsonObject body) {
    return send("POST", path, body.encode().getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Sends bytes. */
  public Reply post(String path, byte[] body, String contentType) {
    return send("POST", path, body, contentType);
  }

  /** Replaces. */
  public Reply put(String path, JsonObject body) {
    return send("PUT", path, body.encode().getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Deletes. */
  public Reply delete(String path) {
    return send("DELETE", path, null, null);
  }

  /** Opens a stream and leaves reading and closing to the caller. */
  public HttpResponse<InputStream> open(String method, String path) {
    try {
      return HTTP.send(request(method, path, null, null), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Reply send(String method, String path, byte[] body, String contentType) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              request(method, path, body, contentType),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest request(String method, String path, byte[] body, String contentType) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      builder.header("Content-Type", contentType);
    }
    headers.forEach(builder::header);
    return builder.build();
  }
}

package jp.noroshi.channels.radio;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.delivery.DeliveryReason;

/**
 * A master station behind JSON over HTTP. Consoles in the field are reached by contacts and audio
 * lines, dropped files, XML or SIP; a gateway beside them, or a driver of their own beside this
 * one, speaks this contract.
 *
 * <pre>
 * GET  /v1/capabilities            what the console can do
 * PUT  /v1/jobs/{key}              the job → 200 its status | 4xx {"reason": "unknownSiren"}
 * GET  /v1/jobs/{key}              its status | 404 {"reason": "noSuchJob"}
 * POST /v1/jobs/{key}/cancel       204
 * POST /v1/on-air/stop             204
 * GET  /v1/stations                [station …]
 * GET  /v1/events?after={number}   [event …]
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class HttpMasterStation implements MasterStation {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  private final URI address;
  private final String authorization;
  private final Duration timeout;
  private final HttpClient client;
  private final ObjectMapper json = MasterStationJson.newMapper();

  /**
   * Prepares the driver; nothing is connected yet.
   *
   * @throws IllegalStateException when the token is missing
   */
  public HttpMasterStation(RadioConfig config) {
    this.address = config.address();
    this.authorization = "Bearer " + config.token().reveal();
    this.timeout = config.acceptWithin();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Capabilities capabilities() throws MasterStationException, InterruptedException {
    return read(send(request("capabilities").GET()), new TypeReference<>() {});
  }

  @Override
  public Submission submit(RadioJob job) throws MasterStationException, InterruptedException {
    HttpResponse<String> response =
        exchange(request(path(job.key())).PUT(BodyPublishers.ofString(write(job))));
    return switch (response.statusCode()) {
      case 200, 201, 202 -> new Submission.Taken(read(response, new TypeReference<>() {}));
      case 400, 403, 409, 410, 422 -> new Submission.Declined(reasonIn(response));
      default -> throw failure(response);
    };
  }

  @Override
  public Optional<JobStatus> findStatus(String key)
      throws MasterStationException, InterruptedException {
    HttpResponse<String> response = exchange(request(path(key)).GET());
    if (response.statusCode() == 200) {
      return Optional.of(read(response, new TypeReference<>() {}));
    }
    // A 404 of a proxy on the way does not say that the console has no such job.
    if (response.statusCode() == 404 && response.body().contains("noSuchJob")) {
      return Optional.empty();
    }
    throw failure(response);
  }

  @Override
  public void cancel(String key) throws MasterStationException, InterruptedException {
    send(request(path(key) + "/cancel").POST(BodyPublishers.noBody()));
  }

  @Override
  public void stopOnAir() throws MasterStationException, InterruptedException {
    send(request("on-air/stop").POST(BodyPublishers.noBody()));
  }

  @Override
  public List<OutdoorStation> stations() throws MasterStationException, InterruptedException {
    return read(send(request("stations").GET()), new TypeReference<>() {});
  }

  @Override
  public List<StationEvent> events(long after) throws MasterStationException, InterruptedException {
    return read(send(request("events?after=" + after).GET()), new TypeReference<>() {});
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static String path(String key) {
    return "jobs/" + encode(key, UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
        .timeout(timeout)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws MasterStationException, InterruptedException {
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() / 100 != 2) {
      throw failure(response);
    }
    return response;
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request)
      throws MasterStationException, InterruptedException {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw failure(DeliveryReason.UNREACHABLE, false, "cannot be reached", e);
    } catch (HttpTimeoutException e) {
      throw failure(DeliveryReason.TIMEOUT, true, "did not answer in time", e);
    } catch (IOException e) {
      throw failure(DeliveryReason.CONNECTION_LOST, true, "broke the connection", e);
    }
  }

  private Submission.Reason reasonIn(HttpResponse<String> response) throws MasterStationException {
    JsonNode node = read(response, new TypeReference<>() {});
    try {
      return json.convertValue(node.required("reason"), Submission.Reason.class);
    } catch (IllegalArgumentException e) {
      throw failure(DeliveryReason.UNEXPECTED_ANSWER, true, "refused for a reason not known", e);
    }
  }

  private <T> T read(HttpResponse<String> response, TypeReference<T> type)
      throws MasterStationException {
    try {
      return json.readValue(response.body(), type);
    } catch (JsonProcessingException e) {
      throw failure(DeliveryReason.UNEXPECTED_ANSWER, true, "gave an answer that is not read", e);
    }
  }

  private String write(RadioJob job) {
    try {
      return json.writeValueAsString(job);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the job " + job.key() + " cannot be written", e);
    }
  }

  private static MasterStationException failure(HttpResponse<String> response) {
    int status = response.statusCode();
    return switch (status) {
      case 401, 403 -> failure(DeliveryReason.UNAUTHORISED, false, "refuses our token", null);
      case 429 ->
          new MasterStationException(
              DeliveryReason.RATE_LIMITED, false, retryAfter(response), "asks to slow down", null);
      default ->
          failure(
              status >= 500 ? DeliveryReason.PROVIDER_ERROR : DeliveryReason.UNEXPECTED_ANSWER,
              true,
              "answered " + status,
              null);
    };
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  private static MasterStationException failure(
      DeliveryReason reason, boolean reached, String what, Throwable cause) {
    return new MasterStationException(
        reason, reached, Optional.empty(), "the master station " + what, cause);
  }
}

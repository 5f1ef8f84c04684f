package jp.noroshi.channels.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.noroshi.core.message.Rendering;

/**
 * The one request there is: {@code POST /2010-04-01/Accounts/{AccountSid}/Calls.json} (Twilio, Call
 * resource). The script comes with it, so that it is spoken also while the hub cannot be reached.
 * Thread-safe.
 */
final class VoiceClient implements AutoCloseable {

  private final VoiceConfig config;
  private final URI calls;
  private final String authorization;
  private final CallScript script;
  private final HttpClient client;

  /** Reads the token. */
  VoiceClient(VoiceConfig config) {
    this.config = config;
    this.calls =
        URI.create(
            config.endpoint() + "/2010-04-01/Accounts/" + config.accountSid() + "/Calls.json");
    String credentials = config.accountSid() + ":" + config.authToken().reveal();
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    this.script = new CallScript(config.speaker());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  HttpResponse<String> call(String number, Rendering.Voice voice)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(calls)
            .timeout(config.timeout())
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(parameters(number, voice))))
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8));
  }

  /** An answering machine is told apart, and recorded as one; it hears the same. */
  private Map<String, String> parameters(String number, Rendering.Voice voice) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("To", number);
    parameters.put("From", config.from());
    parameters.put("Twiml", script.of(voice));
    parameters.put("Timeout", Long.toString(config.ringFor().toSeconds()));
    parameters.put("MachineDetection", "Enable");
    voice
        .answer()
        .ifPresent(
            address -> {
              parameters.put("StatusCallback", address);
              parameters.put("StatusCallbackMethod", "POST");
            });
    return parameters;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

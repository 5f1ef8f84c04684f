package jp.noroshi.channels.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.noroshi.channels.simulator.VoiceAccount.Dialled;
import jp.noroshi.channels.voice.VoiceWebhook;

/**
 * The simulated network behind the account, and those who are called. A person hears what the
 * script says and presses one key after the other, each once the script waits for one; what the hub
 * answers is what they hear next. Thread-safe.
 */
public final class TelephoneLines {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Vertx vertx;
  private final VoiceWebhook signer;
  private final Duration ring;
  private volatile Called people = (_, _) -> new Manner.Away();
  private volatile UnaryOperator<URI> route = address -> address;

  TelephoneLines(Vertx vertx, String authToken, Duration ring) {
    this.vertx = vertx;
    this.signer = new VoiceWebhook(authToken);
    this.ring = ring;
  }

  /** Who is called. */
  @FunctionalInterface
  public interface Called {
    /**
     * Says how a call goes; must be quick.
     *
     * @param number of the callee, E.164
     * @param said what they would hear first, in words
     */
    Manner take(String number, String said);
  }

  /** How somebody takes a call. */
  public sealed interface Manner {
    /**
     * Answers after some rings, and presses keys, each when asked for one; then hangs up.
     *
     * @param rings how often it rings before
     */
    record Answers(int rings, List<Character> keys) implements Manner {
      /** Copies the list. */
      public Answers {
        keys = List.copyOf(keys);
      }
    }

    /** Talks to somebody else. */
    record Busy() implements Manner {}

    /** Does not answer. */
    record Away() implements Manner {}

    /** An answering machine takes it. */
    record Machine() implements Manner {}

    /** The network does not get through. */
    record OutOfOrder() implements Manner {}
  }

  void connect(Called callees, UnaryOperator<URI> way) {
    people = callees;
    route = way;
  }

  void dial(Dialled call) {
    Script script = Script.read(call.twiml());
    switch (people.take(call.to(), script.said())) {
      case Manner.Answers(int rings, List<Character> keys) ->
          later(rings, () -> listen(call, script, new ArrayDeque<>(keys)));
      case Manner.Busy() -> later(1, () -> end(call, "busy", Map.of()));
      case Manner.Away() -> later(1, () -> end(call, "no-answer", Map.of()));
      case Manner.Machine() ->
          later(1, () -> end(call, "completed", Map.of("AnsweredBy", "machine_start")));
      case Manner.OutOfOrder() -> later(1, () -> end(call, "failed", Map.of()));
    }
  }

  private void later(int rings, Runnable deed) {
    vertx.setTimer(Math.max(1, ring.multipliedBy(rings).toMillis()), _ -> deed.run());
  }

  private void listen(Dialled call, Script script, Deque<Character> keys) {
    if (script.action().isEmpty() || keys.isEmpty()) {
      end(call, "completed", Map.of("AnsweredBy", "human"));
      return;
    }
    Map<String, String> pressed = parameters(call, "in-progress");
    pressed.put("Digits", keys.remove().toString());
    handIn(script.action().get(), pressed)
        .onComplete(
            answer ->
                listen(
                    call,
                    answer.succeeded() && answer.result().statusCode() == 200
                        ? Script.read(answer.result().body())
                        : Script.SILENCE,
                    keys));
  }

  private void end(Dialled call, String status, Map<String, String> more) {
    call.statusCallback()
        .ifPresent(
            address -> {
              Map<String, String> parameters = parameters(call, status);
              parameters.putAll(more);
              handIn(address, parameters);
            });
  }

  private static Map<String, String> parameters(Dialled call, String status) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("CallSid", call.sid());
    parameters.put("To", call.to());
    parameters.put("From", call.from());
    parameters.put("CallStatus", status);
    parameters.put("Direction", "outbound-api");
    return parameters;
  }

  /** Hands something in with the signature of the account. */
  public Future<HttpResponse<String>> handIn(String address, Map<String, String> parameters) {
    return handIn(address, parameters, signer.sign(address, parameters));
  }

  /** Hands something in with a signature of choice. */
  public Future<HttpResponse<String>> handIn(
      String address, Map<String, String> parameters, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(route.apply(URI.create(address)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .timeout(LONGEST_WAIT)
            .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
            .build();
    return Future.fromCompletionStage(
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * What a script says and where it sends a key.
   *
   * @param action empty = it asks for none
   */
  record Script(String said, Optional<String> action) {
    static final Script SILENCE = new Script("", Optional.empty());

    static Script read(String twiml) {
      return TwimlReader.read(twiml);
    }
  }
}

package jp.noroshi.channels.simulator;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The simulated account: what it took, and what Twilio refuses (Call resource; Error and Warning
 * Dictionary). Thread-safe.
 */
final class VoiceAccount {

  /** Call resource, parameter Twiml. */
  private static final int LONGEST_TWIML = 4_000;

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final VoiceSimulator.Settings settings;
  private final Consumer<Dialled> dial;
  private final TakenMessages taken = new TakenMessages();
  private final Map<String, Long> counters = new HashMap<>();
  private final RateWindow requests;

  /**
   * A call that was taken.
   *
   * @param sid its number
   * @param statusCallback where its end is handed in
   */
  record Dialled(
      String sid, String to, String from, String twiml, Optional<String> statusCallback) {
    @Override
    public String toString() {
      return "Dialled[" + sid + "]";
    }
  }

  VoiceAccount(VoiceSimulator.Settings settings, InstantSource clock, Consumer<Dialled> dial) {
    this.settings = settings;
    this.dial = dial;
    this.requests = new RateWindow(settings.requestsPerSecond(), Duration.ofSeconds(1), clock);
  }

  TakenMessages taken() {
    return taken;
  }

  synchronized Answer call(MultiMap form) {
    if (!requests.take()) {
      count("rateLimited");
      return error(429, 20429, "Too Many Requests");
    }
    Optional<Answer> fault = findFault(form);
    if (fault.isPresent()) {
      count("refused");
      return fault.get();
    }
    count("accepted");
    Dialled call =
        new Dialled(
            newSid(),
            form.get("To"),
            form.get("From"),
            form.get("Twiml"),
            Optional.ofNullable(form.get("StatusCallback")));
    taken.take(
        Digest.shortOf(call.twiml()),
        "call",
        new JsonObject().put("twiml", call.twiml()),
        List.of(call.to()));
    dial.accept(call);
    return Answer.of(
        201,
        new JsonObject()
            .put("sid", call.sid())
            .put("status", "queued")
            .put("direction", "outbound-api")
            .put("to", call.to())
            .put("from", call.from()));
  }

  private Optional<Answer> findFault(MultiMap form) {
    String to = form.get("To");
    String from = form.get("From");
    String twiml = form.get("Twiml");
    if (to == null || !E164.matcher(to).matches()) {
      return Optional.of(error(400, 21211, "Invalid 'To' Phone Number"));
    }
    if (from == null) {
      return Optional.of(error(400, 21213, "'From' phone number is required"));
    }
    if (!from.equals(settings.from())) {
      return Optional.of(error(400, 21210, "'From' phone number not verified"));
    }
    if (twiml == null) {
      return Optional.of(error(400, 21205, "Url parameter is required"));
    }
    return twiml.length() > LONGEST_TWIML
        ? Optional.of(error(400, 20422, "Invalid Parameter"))
        : Optional.empty();
  }

  private static String newSid() {
    UUID random = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return "CA"
        + hex.toHexDigits(random.getMostSignificantBits())
        + hex.toHexDigits(random.getLeastSignificantBits());
  }

  static Answer error(int status, int code, String message) {
    return Answer.of(
        status,
        new JsonObject()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }

  synchronized void count(String what) {
    counters.merge(what, 1L, Long::sum);
  }

  synchronized long counted(String what) {
    return counters.getOrDefault(what, 0L);
  }

  synchronized void forget() {
    counters.clear();
    taken.clear();
  }

  synchronized JsonObject report() {
    JsonObject report = taken.toJson();
    counters.forEach(report::put);
    return report;
  }
}

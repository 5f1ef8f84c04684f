package jp.noroshi.channels.voice;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.config.Secret;

/**
 * One account for telephone calls.
 *
 * @param endpoint the REST API; absent: Twilio itself
 * @param accountSid the account, {@code AC} and 32 hexadecimal digits
 * @param authToken the account's token: it opens the API, and Twilio signs with it what it hands in
 * @param from the number that calls, E.164; it must belong to the account
 * @param callsPerSecond Twilio starts one call a second unless an account was granted more, and
 *     keeps the rest in a queue of its own; absent: 1, so that they wait here, where they expire
 * @param concurrency the most requests under way at once, 1 to 16; absent: 4
 * @param timeout the longest a request may take; absent: 10 seconds
 * @param ringFor how long it rings, 5 to 600 seconds; absent: 40 seconds
 * @param speaker the voice that reads, by Twilio's name for it; absent: the usual one of the
 *     language
 */
public record VoiceConfig(
    URI endpoint,
    String accountSid,
    Secret authToken,
    String from,
    Double callsPerSecond,
    Integer concurrency,
    Duration timeout,
    Duration ringFor,
    Optional<String> speaker) {

  private static final URI TWILIO = URI.create("https://api.twilio.com");
  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Duration SHORTEST_RING = Duration.ofSeconds(5);
  private static final Duration LONGEST_RING = Duration.ofMinutes(10);

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when the account, its token or the number is missing, or a
   *     figure makes no sense
   */
  public VoiceConfig {
    endpoint = endpoint == null ? TWILIO : endpoint;
    callsPerSecond = callsPerSecond == null ? 1 : callsPerSecond;
    concurrency = concurrency == null ? 4 : concurrency;
    timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
    ringFor = ringFor == null ? Duration.ofSeconds(40) : ringFor;
    speaker = speaker == null ? Optional.empty() : speaker;
    require(accountSid != null && ACCOUNT.matcher(accountSid).matches(), "accountSid is missing");
    require(authToken != null, "authToken is missing");
    require(from != null && isNumber(from), "from is a number like +815012345678");
    require(concurrency >= 1 && concurrency <= 16, "concurrency is 1 to 16");
    require(callsPerSecond > 0, "callsPerSecond is above 0");
    require(timeout.isPositive(), "timeout is above 0");
    require(
        ringFor.compareTo(SHORTEST_RING) >= 0 && ringFor.compareTo(LONGEST_RING) <= 0,
        "ringFor is 5 to 600 seconds");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("voice: " + otherwise);
    }
  }

  /** Tells whether a text is a telephone number as E.164 writes it. */
  static boolean isNumber(String text) {
    return E164.matcher(text).matches();
  }
}

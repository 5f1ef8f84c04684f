package jp.noroshi.channels.line;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.core.config.Secret;

/**
 * One LINE official account.
 *
 * @param endpoint the Messaging API; absent: LINE itself
 * @param channelToken the channel access token
 * @param concurrency the most requests under way at once, 1 to 64; absent: 32
 * @param requestsPerSecond LINE allows 200 multicasts a second; absent: 180, which leaves room for
 *     whatever else the account does
 * @param timeout the longest a request may take; absent: 10 seconds
 * @param channelSecret by which LINE signs what it hands in; absent: nothing is taken in, so that
 *     nobody can answer on LINE
 */
public record LineConfig(
    URI endpoint,
    Secret channelToken,
    Integer concurrency,
    Double requestsPerSecond,
    Duration timeout,
    Secret channelSecret) {

  private static final URI LINE = URI.create("https://api.line.me");

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when the token is missing or a figure makes no sense
   */
  public LineConfig {
    endpoint = endpoint == null ? LINE : endpoint;
    concurrency = concurrency == null ? 32 : concurrency;
    requestsPerSecond = requestsPerSecond == null ? 180 : requestsPerSecond;
    timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
    if (channelToken == null) {
      throw new IllegalArgumentException("line: channelToken is missing");
    }
    if (concurrency < 1 || concurrency > 64) {
      throw new IllegalArgumentException("line: concurrency is 1 to 64");
    }
    if (!(requestsPerSecond > 0) || !timeout.isPositive()) {
      throw new IllegalArgumentException("line: requestsPerSecond and timeout are above 0");
    }
  }

  /** Finds the channel secret's reference. */
  public Optional<Secret> findChannelSecret() {
    return Optional.ofNullable(channelSecret);
  }

  /** LINE itself with the usual figures. */
  public static LineConfig standard(Secret channelToken) {
    return new LineConfig(null, channelToken, null, null, null, null);
  }
}

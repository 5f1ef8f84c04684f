package jp.noroshi.channels.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The reply tokens a simulated account gave away: each is good once, and for a minute (Messaging
 * API reference: send reply message). Thread-safe.
 */
final class ReplyTokens {

  private static final Duration LIFE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Given> given = new HashMap<>();

  private record Given(String user, Instant at) {}

  ReplyTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** Gives a token to go with an event of a user. */
  synchronized String give(String user) {
    given.values().removeIf(this::isOld);
    String token = UUID.randomUUID().toString().replace("-", "");
    given.put(token, new Given(user, clock.instant()));
    return token;
  }

  /** Uses a token up; empty when it was never given, was used before, or is too old. */
  synchronized Optional<String> use(String token) {
    return Optional.ofNullable(given.remove(token)).filter(each -> !isOld(each)).map(Given::user);
  }

  /** Makes all of them too old. */
  synchronized void expire() {
    given.clear();
  }

  private boolean isOld(Given each) {
    return !clock.instant().isBefore(each.at().plus(LIFE));
  }
}

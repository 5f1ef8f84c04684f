package jp.noroshi.shelters.talk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.shelters.response.SecretText;
import org.jdbi.v3.core.Handle;

/** What stands in the address of a page that was opened from a talk on LINE. Blocking. */
final class TalkTokens {

  private static final Duration LAST = Duration.ofHours(24);

  private final Mode mode;
  private final InstantSource clock;

  TalkTokens(Mode mode, InstantSource clock) {
    this.mode = mode;
    this.clock = clock;
  }

  String issue(Handle handle, String lineUser) {
    String token = SecretText.token();
    handle.execute(
        "delete from shelters.talk_token where expires_at < ?", Timestamp.from(clock.instant()));
    handle.execute(
        "insert into shelters.talk_token (hash, mode, line_user, expires_at) values (?, ?, ?, ?)",
        SecretText.hash(token),
        mode.name(),
        lineUser,
        Timestamp.from(clock.instant().plus(LAST)));
    return token;
  }

  /** Finds whose talk it is; empty when it is unknown or has expired. */
  Optional<String> find(Handle handle, String token) {
    return handle
        .createQuery(
            "select line_user from shelters.talk_token where hash = :hash and mode = :mode and expires_at > :now")
        .bind("hash", SecretText.hash(token))
        .bind("mode", mode)
        .bind("now", clock.instant())
        .mapTo(String.class)
        .findOne();
  }
}

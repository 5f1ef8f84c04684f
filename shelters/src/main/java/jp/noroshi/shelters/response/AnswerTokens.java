package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What opens answer pages. Blocking. */
public final class AnswerTokens {

  private final ResponseSettings settings;
  private final InstantSource clock;

  /** Tokens last as long as these settings say. */
  public AnswerTokens(ResponseSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a token opens.
   *
   * @param task the supporter's; empty = the person's own page
   */
  public record Opened(UUID caseId, Optional<UUID> task) {}

  /**
   * Makes a token; the table knows only its hash.
   *
   * @param task the supporter's; empty = the person's own page
   */
  public String issue(Handle handle, UUID caseId, Optional<UUID> task) {
    String token = SecretText.token();
    handle.execute(
        "insert into shelters.answer_token (hash, case_id, task, expires_at) values (?, ?, ?, ?)",
        SecretText.hash(token),
        caseId,
        task.orElse(null),
        Timestamp.from(clock.instant().plus(settings.tokenLasts())));
    return token;
  }

  Optional<Opened> find(Handle handle, String token) {
    return handle
        .createQuery(
            "select case_id, task from shelters.answer_token where hash = :hash and expires_at > :now")
        .bind("hash", SecretText.hash(token))
        .bind("now", clock.instant())
        .map((row, _) -> opened(row))
        .findOne();
  }

  private static Opened opened(ResultSet row) throws SQLException {
    return new Opened(
        row.getObject("case_id", UUID.class),
        Optional.ofNullable(row.getObject("task", UUID.class)));
  }
}

package jp.noroshi.opsconsole.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/** The machines that may hand alerts in over HTTP. Thread-safe, blocking. */
public final class IntakeTokens {

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Makes the door to the tokens. */
  public IntakeTokens(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * A new token.
   *
   * @param token its description
   * @param secret shown this once
   */
  public record Created(IntakeToken token, String secret) {
    @Override
    public String toString() {
      return "Created[" + token + "]";
    }
  }

  /** Allows a machine. */
  public Created create(String label, String actor) {
    Token secret = Token.random();
    IntakeToken token =
        new IntakeToken(UUID.randomUUID(), label, clock.instant(), actor, Optional.empty());
    database.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into console.intake_token (id, token_hash, label, created_at, created_by)
                  values (:id, :hash, :label, :now, :actor)
                  """)
              .bind("id", token.id())
              .bind("hash", secret.hash())
              .bind("label", label)
              .bind("now", token.createdAt())
              .bind("actor", actor)
              .execute();
          record(handle, token.id(), actor, "created");
        });
    return new Created(token, secret.value());
  }

  /** Withdraws a token; tells whether there was one. */
  public boolean revoke(UUID id, String actor) {
    return database.inTransaction(
        handle -> {
          int gone = handle.execute("delete from console.intake_token where id = ?", id);
          if (gone > 0) {
            record(handle, id, actor, "revoked");
          }
          return gone > 0;
        });
  }

  /** Returns every token, the oldest first. */
  public List<IntakeToken> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, label, created_at, created_by, last_used_at from console.intake_token
                    order by created_at, id
                    """)
                .map((row, _) -> read(row))
                .list());
  }

  /** Finds the token with this secret and notes that it was used. */
  public Optional<IntakeToken> use(String secret) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    update console.intake_token set last_used_at = :now where token_hash = :hash
                    returning id, label, created_at, created_by, last_used_at
                    """)
                .bind("now", clock.instant())
                .bind("hash", new Token(secret).hash())
                .map((row, _) -> read(row))
                .findOne());
  }

  private void record(Handle handle, UUID id, String actor, String change) {
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            ChronologyKind.INTAKE_TOKEN_CHANGED,
            actor,
            "intake-token:" + id,
            Map.of("change", change)));
  }

  private static IntakeToken read(ResultSet row) throws SQLException {
    Timestamp lastUsed = row.getTimestamp("last_used_at");
    return new IntakeToken(
        row.getObject("id", UUID.class),
        row.getString("label"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        Optional.ofNullable(lastUsed).map(Timestamp::toInstant));
  }
}

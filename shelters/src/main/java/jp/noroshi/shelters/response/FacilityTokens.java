package jp.noroshi.shelters.response;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What opens the pages of facilities. Blocking. */
public final class FacilityTokens {

  private final ResponseSettings settings;
  private final InstantSource clock;

  /** Tokens outlast their response as long as these settings say. */
  public FacilityTokens(ResponseSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What a token opens. */
  public record Opened(UUID response, UUID facility) {}

  /** Makes a token; the table knows only its hash. */
  public String issue(Handle handle, UUID response, UUID facility) {
    String token = SecretText.token();
    handle.execute(
        "insert into shelters.facility_token (hash, response, facility, made_at) values (?, ?, ?, ?)",
        SecretText.hash(token),
        response,
        facility,
        Timestamp.from(clock.instant()));
    return token;
  }

  /**
   * Finds what a token opens: as long as its response runs, and for a time to say that it ended.
   */
  Optional<Opened> find(Handle handle, String token) {
    return handle
        .createQuery(
            """
            select t.response, t.facility
            from shelters.facility_token t join shelters.response r on r.id = t.response
            where t.hash = :hash and (r.ended_at is null or r.ended_at > :then)
            """)
        .bind("hash", SecretText.hash(token))
        .bind("then", Timestamp.from(clock.instant().minus(settings.tokenLasts())))
        .map(
            (row, _) ->
                new Opened(
                    row.getObject("response", UUID.class), row.getObject("facility", UUID.class)))
        .findOne();
  }
}

package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Medium;
import jp.noroshi.gis.targeting.FacilitiesInside.Facility;
import org.jdbi.v3.core.Handle;

/** Which facilities the hub asked in a response, by which media. Thread-safe, blocking. */
public final class FacilityAskings {

  private final ResponseSettings settings;
  private final InstantSource clock;

  FacilityAskings(ResponseSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What the hub did to ask a facility.
   *
   * @param calls how often it was telephoned
   * @param lastCall how the last call ended without an answer
   * @param overdue whether it has had the time to answer
   */
  public record Asking(
      Instant at, List<Medium> media, int calls, Optional<CallEnd> lastCall, boolean overdue) {
    /** Copies the list. */
    public Asking {
      media = List.copyOf(media);
    }
  }

  /**
   * Writes down that a facility is asked now.
   *
   * @return whether it was not asked before in this response
   */
  boolean isFirst(Handle handle, Cause cause, Facility facility, Collection<Medium> media) {
    return handle
            .createUpdate(
                """
                insert into shelters.facility_asked (response, facility, at, district, hazard, media)
                values (:response, :facility, :at, :district, :hazard, :media) on conflict do nothing
                """)
            .bind("response", cause.response())
            .bind("facility", facility.id())
            .bind("at", clock.instant())
            .bind("district", facility.district().value())
            .bind("hazard", cause.hazard())
            .bindArray("media", String.class, media.stream().map(Medium::name).sorted().toArray())
            .execute()
        > 0;
  }

  private record Found(UUID facility, Asking asking) {}

  /** Finds what was done in a response, by facility. */
  Map<UUID, Asking> find(Handle handle, UUID response) {
    return handle
        .createQuery(
            """
            select a.facility, a.at, a.media, coalesce(c.attempt, 0) as calls,
                   case when not c.answered then c.ended end as ended
            from shelters.facility_asked a
            left join lateral (
              select attempt, answered, ended from shelters.phone_call c
              where c.response = a.response and c.callee = 'FACILITY/' || a.facility
              order by attempt desc limit 1) c on true
            where a.response = :response
            """)
        .bind("response", response)
        .map((row, _) -> found(row))
        .stream()
        .collect(Collectors.toMap(Found::facility, Found::asking));
  }

  private Found found(ResultSet row) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    return new Found(
        row.getObject("facility", UUID.class),
        new Asking(
            at,
            Arrays.stream((String[]) row.getArray("media").getArray())
                .map(Medium::valueOf)
                .toList(),
            row.getInt("calls"),
            Optional.ofNullable(row.getString("ended")).map(CallEnd::valueOf),
            !clock.instant().isBefore(at.plus(settings.answerWithin()))));
  }
}

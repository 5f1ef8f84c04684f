package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/** What river gauges measured, as river forecasts told. Reads only; thread-safe, blocking. */
public final class GaugeLevels {

  /** After a day a river is another one. */
  private static final Duration LEVELS_HOLD = Duration.ofDays(1);

  private final Mode mode;
  private final Database database;
  private final InstantSource clock;

  /** Reads what one hub has taken in. */
  public GaugeLevels(Mode mode, Database database, InstantSource clock) {
    this.mode = mode;
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a gauge measured, as the latest telegram tells it.
   *
   * @param concerning whether that telegram concerns this municipality
   */
  public record GaugeLevel(WaterLevel level, boolean concerning) {}

  /**
   * Lists the latest level of each gauge that river forecasts of the last day told of. What a
   * telegram said that was cancelled as a mistake, or is not meant for use, is left out.
   */
  public List<GaugeLevel> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (level ->> 'station', level ->> 'name') level::text as level,
                      a.disposition in ('RECORDED', 'DRAFTED', 'SENT') as concerning
                    from core.alert a cross join lateral jsonb_array_elements(a.content -> 'waterLevels') as level
                    where a.mode = :mode and a.telegram_type = 'VXKO' and a.taken_in_at > :since
                      and a.disposition not in ('HELD', 'NOT_READ')
                      and not exists (
                        select from core.alert c
                        where c.mode = a.mode and c.stream = a.stream and c.content ->> 'messageType' = 'CANCEL'
                          and c.content ->> 'serial' = a.content ->> 'serial')
                    order by level ->> 'station', level ->> 'name', a.sent desc, a.written desc, a.seq desc
                    """)
                .bind("mode", mode)
                .bind("since", clock.instant().minus(LEVELS_HOLD))
                .map(
                    (row, _) ->
                        new GaugeLevel(
                            Json.read(row.getString("level"), WaterLevel.class),
                            row.getBoolean("concerning")))
                .list());
  }
}

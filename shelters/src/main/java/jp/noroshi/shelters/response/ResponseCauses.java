package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/**
 * Why a response runs: what is written down when a district comes in, with the emergency under
 * which people may be looked at from then on. Thread-safe, blocking.
 */
final class ResponseCauses {

  private final ResponseTable table;
  private final Declarations declarations;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  ResponseCauses(
      ResponseTable table,
      Declarations declarations,
      Chronology chronology,
      Mode mode,
      InstantSource clock) {
    this.table = table;
    this.declarations = declarations;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /** What an order, or staff, want a response to cover. */
  record Wanted(AreaCode district, Hazard hazard, Optional<EvacuationOrder> order, Instant since) {}

  /** What one person stands for. */
  record Group(String by, List<Wanted> wanted) {}

  /** Finds what stands for a district and a danger. */
  static Optional<Cause> standing(Optional<Response> running, AreaCode district, Hazard hazard) {
    return running.stream()
        .flatMap(response -> response.standing().stream())
        .filter(cause -> cause.district().equals(district) && cause.hazard() == hazard)
        .findFirst();
  }

  /** Writes down why a response runs from now on, and begins it where none does. */
  void begin(Handle handle, Optional<Response> running, List<Group> groups) {
    Instant now = clock.instant();
    UUID response =
        running
            .map(Response::id)
            .orElseGet(() -> table.insert(handle, now, groups.getFirst().by()));
    for (Group group : groups) {
      Cause.Looks looks =
          declarations.declare(
              handle, group.wanted().stream().map(Wanted::district).toList(), group.by());
      List<Cause> causes =
          group.wanted().stream().map(each -> cause(response, each, group.by(), looks)).toList();
      causes.forEach(cause -> table.write(handle, cause));
      note(
          handle,
          running.isPresent() ? ChronologyKind.RESPONSE_EXTENDED : ChronologyKind.RESPONSE_STARTED,
          group.by(),
          response,
          causes);
    }
  }

  private static Cause cause(UUID response, Wanted wanted, String by, Cause.Looks looks) {
    return new Cause(
        response,
        wanted.district(),
        wanted.hazard(),
        wanted.order().map(EvacuationOrder::level),
        wanted.order().map(EvacuationOrder::changeId),
        wanted.since(),
        by,
        looks,
        false,
        Optional.empty());
  }

  /** Writes a milestone into the chronology. */
  void note(Handle handle, ChronologyKind kind, String by, UUID response, List<Cause> causes) {
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            kind,
            by,
            "response:" + response,
            Map.of(
                "districts",
                causes.stream().map(cause -> cause.district().value()).distinct().sorted().toList(),
                "hazards",
                causes.stream().map(cause -> cause.hazard().name()).distinct().sorted().toList())));
  }
}

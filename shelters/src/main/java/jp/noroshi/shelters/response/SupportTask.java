package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one supporter was asked for one person.
 *
 * @param id its identity
 * @param supporter who, as {@code gis.plan} knows them
 * @param group whether it is a group: groups are asked after all persons
 * @param position their place in the plan
 * @param state where it stands
 * @param askedAt when they were last asked
 */
public record SupportTask(
    UUID id,
    UUID supporter,
    boolean group,
    int position,
    TaskState state,
    Optional<Instant> askedAt) {

  SupportTask in(TaskState next) {
    return new SupportTask(id, supporter, group, position, next, askedAt);
  }

  SupportTask askedAt(Instant now) {
    return new SupportTask(id, supporter, group, position, TaskState.ASKED, Optional.of(now));
  }
}

package jp.noroshi.shelters.response;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import org.jdbi.v3.core.Handle;

/**
 * How somebody of a response is looked at: by the office that keeps the register without any
 * emergency, by everybody else under the one declared with the response.
 */
final class CaseLooks {

  private CaseLooks() {}

  /**
   * The newest emergency of the districts somebody was found in.
   *
   * @param plan theirs; empty = they have none, and the register's provision counts
   */
  record Under(Optional<UUID> plan, UUID register, UUID plans) {

    Access access(Reader reader) {
      if (reader.standing() == Reader.Standing.WELFARE_STAFF) {
        return Access.of(
            reader,
            Purpose.ASSISTANCE,
            plan.isPresent() ? LegalBasis.PLAN_INTERNAL : LegalBasis.REGISTER_INTERNAL);
      }
      return plan.isPresent()
          ? Access.of(reader, Purpose.ASSISTANCE, LegalBasis.PLAN_DISASTER).within(plans)
          : Access.of(reader, Purpose.ASSISTANCE, LegalBasis.REGISTER_DISASTER).within(register);
    }
  }

  static Under of(Handle handle, UUID caseId) {
    return all(handle, List.of(caseId)).get(caseId);
  }

  static Map<UUID, Under> all(Handle handle, Collection<UUID> cases) {
    return handle
        .createQuery(
            """
            select distinct on (c.id) c.id, c.plan, cause.register_emergency, cause.plan_emergency
            from shelters.response_case c
            join shelters.response_cause cause on cause.response = c.response and cause.district = any(c.districts)
            where c.id = any(:ids) order by c.id, cause.over_at is null desc, cause.since desc
            """)
        .bindArray("ids", UUID.class, cases.toArray())
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              found.put(
                  row.getColumn("id", UUID.class),
                  new Under(
                      Optional.ofNullable(row.getColumn("plan", UUID.class)),
                      row.getColumn("register_emergency", UUID.class),
                      row.getColumn("plan_emergency", UUID.class)));
              return found;
            });
  }
}

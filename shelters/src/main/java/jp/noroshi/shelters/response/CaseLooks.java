package jp.noroshi.shelters.response;

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
    return handle
        .createQuery(
            """
            select c.plan, cause.register_emergency, cause.plan_emergency
            from shelters.response_case c
            join shelters.response_cause cause on cause.response = c.response and cause.district = any(c.districts)
            where c.id = :id order by cause.over_at is null desc, cause.since desc limit 1
            """)
        .bind("id", caseId)
        .map(
            (row, _) ->
                new Under(
                    Optional.ofNullable(row.getObject("plan", UUID.class)),
                    row.getObject("register_emergency", UUID.class),
                    row.getObject("plan_emergency", UUID.class)))
        .one();
  }
}

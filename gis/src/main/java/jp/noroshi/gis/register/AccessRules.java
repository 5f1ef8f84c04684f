package jp.noroshi.gis.register;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who may look at whom, what for and by which provision. What is not allowed here is refused. */
final class AccessRules {

  private final InstantSource clock;

  AccessRules(InstantSource clock) {
    this.clock = clock;
  }

  void check(Handle handle, Access access, Collection<PersonId> persons, Set<FieldGroup> groups) {
    if (!access.purpose().groups().containsAll(groups)) {
      throw new RegisterRefusedException(RegisterRefusal.PURPOSE_NOT_FITTING);
    }
    if (!fits(access.purpose(), access.basis()) || !mayLook(access)) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    if (access.basis().needsEmergency()) {
      requireInForce(
          handle,
          access,
          access
              .emergency()
              .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.EMERGENCY_NEEDED)),
          persons);
    }
  }

  private static boolean fits(Purpose purpose, LegalBasis basis) {
    return switch (basis) {
      case REGISTER_CONSENT, PLAN_CONSENT -> purpose == Purpose.PROVISION;
      case REGISTER_DISASTER, PLAN_DISASTER ->
          purpose == Purpose.PROVISION || purpose == Purpose.ASSISTANCE;
      case REGISTER_MAKING, REGISTER_INTERNAL, PLAN_MAKING, PLAN_INTERNAL ->
          purpose != Purpose.PROVISION;
    };
  }

  private static boolean mayLook(Access access) {
    return switch (access.reader().standing()) {
      case WELFARE_STAFF -> true;
      case DUTY_OFFICER, SUPPORTER -> access.basis().needsEmergency();
      case RECEPTION -> access.basis().isProvision();
      case HUB -> !access.basis().isProvision();
    };
  }

  private record Declared(LegalBasis basis, Instant from, Instant until, boolean everywhere) {}

  private void requireInForce(
      Handle handle, Access access, UUID emergency, Collection<PersonId> persons) {
    Declared declared =
        handle
            .createQuery(
                """
                select basis, declared_at, coalesce(ended_at, ends_at) as until, districts = '{}' as everywhere
                from gis.emergency where id = :id
                """)
            .bind("id", emergency)
            .map(
                (row, _) ->
                    new Declared(
                        LegalBasis.valueOf(row.getString("basis")),
                        row.getTimestamp("declared_at").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        row.getBoolean("everywhere")))
            .findOne()
            .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.EMERGENCY_NEEDED));
    if (declared.basis() != access.basis()) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    Instant now = clock.instant();
    if (now.isBefore(declared.from()) || !now.isBefore(declared.until())) {
      throw new RegisterRefusedException(RegisterRefusal.EMERGENCY_OVER);
    }
    if (!declared.everywhere() && liveOutside(handle, emergency, persons)) {
      throw new RegisterRefusedException(RegisterRefusal.OUTSIDE_EMERGENCY);
    }
  }

  /** Inside is who the register or the place of the home puts there. */
  private static boolean liveOutside(Handle handle, UUID emergency, Collection<PersonId> persons) {
    return handle
        .createQuery(
            """
            select exists (
              select 1 from gis.person p, gis.emergency e
              where e.id = :emergency and p.id = any(:persons)
                and not coalesce(p.district = any (e.districts), false)
                and not exists (
                  select 1 from gis.district d
                  where d.code = any (e.districts) and ST_Intersects(d.outline, p.home)))
            """)
        .bind("emergency", emergency)
        .bindArray("persons", UUID.class, persons.stream().map(PersonId::value).toArray())
        .mapTo(boolean.class)
        .one();
  }
}

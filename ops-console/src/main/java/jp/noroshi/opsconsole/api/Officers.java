package jp.noroshi.opsconsole.api;

import java.util.EnumSet;
import java.util.Set;
import jp.noroshi.core.dispatch.Officer;
import jp.noroshi.core.dispatch.Right;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.Session;

/** What the roles of an account mean for a dispatch. */
final class Officers {

  private Officers() {}

  static Officer of(Session session) {
    return new Officer(session.account(), rights(session.roles()));
  }

  private static Set<Right> rights(Set<Role> roles) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    if (roles.contains(Role.DUTY_OFFICER)) {
      rights.add(Right.DRAFT);
    }
    if (roles.contains(Role.APPROVER)) {
      rights.add(Right.APPROVE);
    }
    return rights;
  }
}

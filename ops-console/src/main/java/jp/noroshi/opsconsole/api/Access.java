package jp.noroshi.opsconsole.api;

import java.util.EnumSet;
import java.util.Set;
import jp.noroshi.opsconsole.auth.Role;

/** Who may call an operation. */
sealed interface Access {

  /** Anybody, signed in or not. */
  record Anyone() implements Access {}

  /** Whoever is signed in with one of these roles. */
  record Staff(Set<Role> roles) implements Access {
    /** Copies the set. */
    public Staff {
      roles = Set.copyOf(roles);
    }
  }

  /** A machine with an intake token, or whoever is signed in with one of these roles. */
  record MachineOrStaff(Set<Role> roles) implements Access {
    /** Copies the set. */
    public MachineOrStaff {
      roles = Set.copyOf(roles);
    }
  }

  /** A tablet of a shelter, or whoever is signed in with one of these roles. */
  record TabletOrStaff(Set<Role> roles) implements Access {
    /** Copies the set. */
    public TabletOrStaff {
      roles = Set.copyOf(roles);
    }
  }

  static Access tabletOr(Role first, Role... others) {
    return new TabletOrStaff(EnumSet.of(first, others));
  }

  static Access anyone() {
    return new Anyone();
  }

  static Access everybodySignedIn() {
    return new Staff(EnumSet.allOf(Role.class));
  }

  static Access only(Role first, Role... others) {
    return new Staff(EnumSet.of(first, others));
  }
}

package jp.noroshi.opsconsole.api;

import jp.noroshi.opsconsole.auth.IntakeToken;
import jp.noroshi.opsconsole.auth.Session;
import jp.noroshi.opsconsole.auth.Tablet;

/** Who calls, as the doorkeeper found out. */
sealed interface Caller {

  /** Returns what the chronology calls the caller. */
  String actor();

  /** Nobody we know. */
  record Stranger() implements Caller {
    @Override
    public String actor() {
      return "stranger";
    }
  }

  /**
   * Somebody signed in.
   *
   * @param token of their session
   */
  record Officer(Session session, String token) implements Caller {
    @Override
    public String actor() {
      return session.account();
    }

    @Override
    public String toString() {
      return "Officer[" + session + "]";
    }
  }

  /** A tablet of a shelter. */
  record ShelterTablet(Tablet tablet) implements Caller {
    @Override
    public String actor() {
      return "tablet:" + tablet.device();
    }
  }

  /** A machine with a token. */
  record Machine(IntakeToken token) implements Caller {
    @Override
    public String actor() {
      return "intake-token:" + token.id();
    }
  }
}

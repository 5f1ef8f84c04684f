package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.opsconsole.api.HubFacts.Named;
import jp.noroshi.opsconsole.auth.AccountResult;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.Session;
import jp.noroshi.opsconsole.auth.Sessions;
import jp.noroshi.opsconsole.auth.SignIn;
import jp.noroshi.opsconsole.auth.SignInResult;

/** Signing in and out, and what is known before. */
final class SessionRoutes implements Routes {

  private final HubFacts hub;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;

  SessionRoutes(HubFacts hub, SignIn signIn, Sessions sessions, Accounts accounts) {
    this.hub = hub;
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getHub", this::getHub,
        "getSession", call -> Answer.ok(view(call.session(), call.language())),
        "signIn", this::signIn,
        "signOut", this::signOut,
        "changePassword", this::changePassword);
  }

  private record HubView(Mode mode, Named municipality, String version, Instant now) {}

  private record SessionView(
      String account,
      String displayName,
      Set<Role> roles,
      String csrfToken,
      Mode mode,
      Named municipality,
      Instant signedInAt,
      long idleAfterSeconds,
      Instant expiresAt) {}

  private record Credentials(String account, String password) {}

  private record PasswordChange(String current, String replacement) {}

  private Answer getHub(Call call) {
    return Answer.ok(
        new HubView(hub.mode(), hub.municipalityIn(call.language()), hub.version(), hub.now()));
  }

  private Answer signIn(Call call) {
    Credentials typed = call.read(Credentials.class);
    return switch (signIn.signIn(typed.account(), typed.password(), call.address())) {
      case SignInResult.Opened opened -> begin(call, opened.token());
      case SignInResult.Refused _ -> throw new ProblemException(ProblemKind.SIGN_IN_REFUSED);
      case SignInResult.TooMany tooMany ->
          throw ProblemException.retryAfter(ProblemKind.TOO_MANY_ATTEMPTS, tooMany.retryAfter());
    };
  }

  /** A session the browser already had ends: whoever else knows it must not stay signed in. */
  private Answer begin(Call call, String token) {
    if (call.caller() instanceof Caller.Officer former) {
      sessions.end(former.token());
    }
    Session session =
        sessions.find(token).orElseThrow(() -> new ProblemException(ProblemKind.SIGN_IN_REFUSED));
    return new Answer.Document(
        200, view(session, call.language()), new Answer.SessionChange.Begin(token));
  }

  private Answer signOut(Call call) {
    signIn.signOut(call.officer().token());
    return new Answer.Nothing(new Answer.SessionChange.End());
  }

  private Answer changePassword(Call call) {
    PasswordChange change = call.read(PasswordChange.class);
    AccountResult result =
        accounts.changePassword(
            call.actor(), change.current(), change.replacement(), call.officer().token());
    if (result instanceof AccountResult.Refused refused) {
      throw new ProblemException(ProblemKind.of(refused.reason()));
    }
    return Answer.done();
  }

  private SessionView view(Session session, Language language) {
    return new SessionView(
        session.account(),
        session.displayName(),
        session.roles(),
        session.csrfToken(),
        hub.mode(),
        hub.municipalityIn(language),
        session.signedInAt(),
        session.idle().toSeconds(),
        session.expiresAt());
  }
}

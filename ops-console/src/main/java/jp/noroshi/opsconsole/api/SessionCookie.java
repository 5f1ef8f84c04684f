package jp.noroshi.opsconsole.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The cookie that holds a session's token. */
final class SessionCookie {

  /** The prefix makes browsers refuse it over plain HTTP, for another path or from a subdomain. */
  static final String SECURE_NAME = "__Host-noroshi-session";

  /** Browsers refuse the prefix over plain HTTP, which only drills and developers use. */
  static final String PLAIN_NAME = "noroshi-session";

  private SessionCookie() {}

  static Optional<String> find(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(name(context))).map(Cookie::getValue);
  }

  static void apply(RoutingContext context, Answer.SessionChange change) {
    switch (change) {
      case Answer.SessionChange.Unchanged _ -> {
        // The browser keeps what it has.
      }
      case Answer.SessionChange.Begin begin ->
          context.response().addCookie(cookie(context, begin.token()));
      case Answer.SessionChange.End _ ->
          context.response().addCookie(cookie(context, "").setMaxAge(0));
    }
  }

  private static Cookie cookie(RoutingContext context, String value) {
    return Cookie.cookie(name(context), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(isSecure(context))
        .setSameSite(CookieSameSite.STRICT);
  }

  private static String name(RoutingContext context) {
    return isSecure(context) ? SECURE_NAME : PLAIN_NAME;
  }

  static boolean isSecure(RoutingContext context) {
    return "https".equals(context.request().scheme());
  }
}

package jp.noroshi.opsconsole.api;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What browsers shall not do with anything the hub answers. */
final class SecurityHeaders implements Handler<RoutingContext> {

  /** The API answers data only: nothing of it may ever be rendered. */
  static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** The shelter tablet: its own files only; it shows no pictures but its own. */
  static final String TABLET_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** Whom the console may ask for tiles, where the settings allow it. */
  private static final String GSI = " https://cyberjapandata.gsi.go.jp";

  /**
   * The console: its own files only, and tiles of 国土地理院 where the settings allow it. The map
   * library builds its worker from a file and draws through blobs.
   */
  static String consolePolicy(BaseMaps baseMaps) {
    return "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:;"
        + " connect-src 'self'"
        + (baseMaps.gsi() ? GSI : "")
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private final String policy;

  SecurityHeaders(String policy) {
    this.policy = policy;
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Frame-Options", "DENY");
    if (SessionCookie.isSecure(context)) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }
}

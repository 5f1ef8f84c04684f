package jp.noroshi.opsconsole.api;

/**
 * How the hub is reached over HTTP.
 *
 * @param host the address to listen on
 * @param port 0 = any free one
 * @param behindProxy whether a proxy in front ends TLS and its {@code X-Forwarded-*} headers may be
 *     believed
 * @param allowPlainHttp whether staff may sign in without TLS from another machine; from the hub's
 *     own machine they always may
 */
public record HttpSettings(String host, int port, boolean behindProxy, boolean allowPlainHttp) {
  /** Returns settings for one machine: the loopback only. */
  public static HttpSettings loopback(int port) {
    return new HttpSettings("127.0.0.1", port, false, false);
  }
}

package jp.noroshi.opsconsole.app.command;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import jp.noroshi.core.storage.DatabaseAddress;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Option;

/** The options by which every command finds its data and its database. */
final class DatabaseOptions {

  @Option(
      names = "--data-dir",
      defaultValue = ".noroshi",
      description = "Where the hub keeps its data (${DEFAULT-VALUE}).")
  Path dataDirectory;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "An existing PostGIS instead of a private one: postgresql://user@host:5432/name.",
        "The password comes from the URL or from PGPASSWORD."
      })
  private String databaseUrl;

  /** Finds the address of an existing database, empty if the private one is meant. */
  Optional<DatabaseAddress> findDatabase() {
    return Optional.ofNullable(databaseUrl).map(DatabaseOptions::parse);
  }

  static DatabaseAddress parse(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri = parseUri(plain);
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw notAnAddress();
    }
    String[] userInfo =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String user =
        userInfo.length > 0
            ? decode(userInfo[0])
            : System.getenv().getOrDefault("PGUSER", System.getProperty("user.name"));
    String password =
        userInfo.length > 1 ? decode(userInfo[1]) : System.getenv().getOrDefault("PGPASSWORD", "");
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query, user, password);
  }

  private static URI parseUri(String url) {
    try {
      URI uri = URI.create(url);
      if ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The parser's message would repeat the password.
      throw notAnAddress();
    }
    throw notAnAddress();
  }

  private static Fault notAnAddress() {
    return new Fault("--database-url must look like postgresql://user@host:5432/name");
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}

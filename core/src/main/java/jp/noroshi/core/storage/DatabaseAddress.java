package jp.noroshi.core.storage;

/**
 * Where the database is and how to sign in.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}
 * @param user the role
 * @param password its password; never printed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "DatabaseAddress[" + jdbcUrl + ", user=" + user + "]";
  }
}

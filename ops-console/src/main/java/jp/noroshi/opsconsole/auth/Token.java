package jp.noroshi.opsconsole.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret handed to a browser or a machine. The hub keeps only its hash.
 *
 * @param value 256 random bits, base64url
 */
record Token(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(base64(bytes));
  }

  /** Returns what is stored. The token has full entropy, so a plain hash is enough. */
  byte[] hash() {
    return sha256(value);
  }

  /** Returns another secret that follows from this one and from which this one does not follow. */
  String derive(String purpose) {
    return base64(sha256(purpose + ":" + value));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Token[…]";
  }
}

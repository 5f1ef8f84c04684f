package jp.noroshi.core.chronology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The link between one line and the next: SHA-256 over the hash of the line before and the fields
 * of this one, each preceded by its length so that no two different lines read alike. The number of
 * a line is not in it: the chain itself is the order.
 */
final class ChronologyHash {

  private final MessageDigest digest;

  private ChronologyHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /**
   * Computes the hash of a line.
   *
   * @param at to the microsecond, as it is stored
   */
  static byte[] of(
      byte[] previousHash,
      Instant at,
      String mode,
      String kind,
      String actor,
      String subject,
      String detail) {
    ChronologyHash hash = new ChronologyHash();
    hash.digest.update(previousHash);
    hash.add(at.toString());
    hash.add(mode);
    hash.add(kind);
    hash.add(actor);
    hash.add(subject);
    hash.add(detail);
    return hash.digest.digest();
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}

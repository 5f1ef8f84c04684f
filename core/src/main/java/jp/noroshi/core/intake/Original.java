package jp.noroshi.core.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * A message as it is kept.
 *
 * @param sha256 of all its bytes
 * @param kept all its bytes, or the beginning of one that is larger than any telegram
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Original(UUID id, IncomingMessage message, byte[] sha256, byte[] kept) {
  /** The biggest telegram seen has 6 MB. */
  private static final int LARGEST_KEPT_WHOLE = 16 * 1024 * 1024;

  private static final int KEPT_OF_LARGER = 1024 * 1024;

  static Original of(IncomingMessage message) {
    byte[] bytes = message.bytes();
    byte[] kept = bytes.length > LARGEST_KEPT_WHOLE ? Arrays.copyOf(bytes, KEPT_OF_LARGER) : bytes;
    return new Original(UUID.randomUUID(), message, sha256(bytes), kept);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package jp.noroshi.gis.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file as it was read.
 *
 * @param name as its sender called it
 * @param sha256 of its bytes
 * @param description what people want to know of it: publisher, edition, licence, encoding
 * @param dataSets what it is the whole of; what stands under these and is not in it is missing
 * @param rows in its order
 */
public record ImportFile(
    String name,
    byte[] sha256,
    Map<String, String> description,
    Set<String> dataSets,
    List<ReadRow> rows) {
  /** Copies the collections. */
  public ImportFile {
    sha256 = sha256.clone();
    description = Map.copyOf(description);
    dataSets = Set.copyOf(dataSets);
    rows = List.copyOf(rows);
  }

  @Override
  public byte[] sha256() {
    return sha256.clone();
  }

  /** Returns the SHA-256 of bytes. */
  public static byte[] sha256Of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

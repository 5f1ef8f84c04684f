package jp.noroshi.gis.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file as it was read.
 *
 * @param name as its sender called it
 * @param sha256 of its bytes, hexadecimal
 * @param description what people want to know of it: publisher, edition, licence, encoding
 * @param dataSets what it is the whole of; what stands under these and is not in it is missing
 * @param rows in its order
 */
public record ImportFile(
    String name,
    String sha256,
    Map<String, String> description,
    Set<String> dataSets,
    List<ReadRow> rows) {
  /** Copies the collections. */
  public ImportFile {
    description = Map.copyOf(description);
    dataSets = Set.copyOf(dataSets);
    rows = List.copyOf(rows);
  }

  /** Returns the SHA-256 of bytes, hexadecimal. */
  public static String sha256Of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

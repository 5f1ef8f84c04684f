package jp.noroshi.gis.register;

/**
 * A ciphertext cannot be opened: it was changed, belongs to another row, or its key is not here.
 * Says which one, by numbers that mean nothing to a stranger.
 */
public final class SealBrokenException extends RuntimeException {

  SealBrokenException(String column, String owner, Throwable cause) {
    super(
        "%s of %s cannot be opened: it was changed, belongs to another row, or its key is missing"
            .formatted(column, owner),
        cause);
  }
}

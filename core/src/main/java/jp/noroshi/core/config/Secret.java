package jp.noroshi.core.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A reference to a secret: {@code env:NAME} or {@code file:/path}. Settings hold references only,
 * and printing one never shows what it points to.
 *
 * @param reference where the secret is
 */
public record Secret(String reference) {

  /**
   * Checks the spelling of the reference.
   *
   * @throws IllegalArgumentException when it is neither {@code env:} nor {@code file:}; the message
   *     does not repeat the value, which may be a secret written in the wrong place
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Secret {
    if (reference == null || !(reference.startsWith("env:") || reference.startsWith("file:"))) {
      throw new IllegalArgumentException(
          "a secret is written as env:NAME or file:/path, never as the value itself");
    }
  }

  /**
   * Reads the secret.
   *
   * @throws IllegalStateException when the variable or file is missing or empty
   */
  public String reveal() {
    String value =
        reference.startsWith("env:") ? System.getenv(reference.substring(4)) : readFile();
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the secret " + reference + " is missing or empty");
    }
    return value;
  }

  private String readFile() {
    try {
      Path path = Path.of(reference.substring(5));
      return Files.exists(path) ? Files.readString(path).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + reference + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "Secret[" + reference + "]";
  }
}

package jp.noroshi.core.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A code of an area as its publisher spells it: a JMA forecast area (3 to 12 digits), a
 * municipality (JIS X 0402, 5 digits), or a district of ours ({@code 22225-03}).
 *
 * <p>A JMA city code has seven digits: the municipality's five and two for the part of it ({@code
 * 00} = the whole).
 *
 * @param value 1 to 64 letters, digits, {@code - _ . :}
 */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {

  /**
   * Checks the spelling.
   *
   * @throws IllegalArgumentException when empty, too long or with other characters
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AreaCode {
    if (value == null || value.isEmpty() || value.length() > 64 || !isSpelledRight(value)) {
      throw new IllegalArgumentException("not an area code: " + value);
    }
  }

  /**
   * A plain loop: a telegram has hundreds of codes, and a stream for each costs a tenth of reading
   * it.
   */
  private static boolean isSpelledRight(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isAllowed(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || "-_.:".indexOf(c) >= 0;
  }

  /** Returns the five-digit municipality of a seven-digit JMA city code. */
  public Optional<AreaCode> findMunicipality() {
    return isDigits(7) ? Optional.of(new AreaCode(value.substring(0, 5))) : Optional.empty();
  }

  /**
   * Tells whether this code names the municipality (5 digits), all of it or a part of it (7
   * digits).
   */
  public boolean isWithin(AreaCode municipality) {
    return equals(municipality)
        || findMunicipality().filter(municipality::equals).isPresent()
        || value.startsWith(municipality.value + "-");
  }

  private boolean isDigits(int length) {
    return value.length() == length && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(AreaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything the office keeps of a person, as far as the purpose allows; written into the log as
 * one look.
 *
 * @param person who
 * @param consents every answer, newest first; absent when the purpose does not allow it
 * @param disclosures who got the person's data, newest first; absent likewise
 * @param history what kind of changes there were, newest first; absent likewise
 */
public record PersonSheet(
    Person person,
    Optional<List<Consent>> consents,
    Optional<List<Disclosure>> disclosures,
    Optional<List<Version>> history) {

  /**
   * A change of the register's entry.
   *
   * @param number of the version
   * @param at when
   * @param by which account
   * @param importId the import it came from
   * @param kinds what kind of change
   * @param reason why, when it was changed by hand
   */
  public record Version(
      int number,
      Instant at,
      String by,
      Optional<UUID> importId,
      Set<ChangeKind> kinds,
      Optional<String> reason) {
    /** Copies the set. */
    public Version {
      kinds = Set.copyOf(kinds);
    }
  }

  @Override
  public String toString() {
    return "PersonSheet[" + person + "]";
  }
}

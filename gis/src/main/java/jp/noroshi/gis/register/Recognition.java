package jp.noroshi.gis.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Recognises on the register somebody who gave their name and birth date elsewhere, so that nobody
 * looks for who is safe already. It opens nothing, but that somebody is on the register is
 * personal, too: whoever is recognised gets a line in the log (庁内利用, 49条の11第1項). Thread-safe,
 * blocking.
 */
public final class Recognition {

  private static final String HUB = "hub";

  private final PersonSearch search;
  private final AccessLog log;

  /** Looks in a register. */
  public Recognition(FieldCipher cipher, AccessLog log) {
    this.search = new PersonSearch(cipher);
    this.log = log;
  }

  /** Recognises a person for the hub itself. */
  public Optional<PersonId> recognise(Handle handle, String kana, LocalDate birth) {
    return recognise(handle, kana, birth, HUB, HUB);
  }

  /**
   * Recognises a person.
   *
   * @param handle in a transaction, in which the line is written
   * @param kana in whatever way it is spelt
   * @param account for whom: what the line names
   * @param address from where they ask
   * @return empty when nobody listed has both, or more than one: a guess would let somebody be
   *     forgotten
   * @throws RegisterRefusedException LOCKED
   */
  public Optional<PersonId> recognise(
      Handle handle, String kana, LocalDate birth, String account, String address) {
    if (Kana.plain(kana).length() < Kana.SHORTEST) {
      return Optional.empty();
    }
    List<PersonId> found =
        search.find(
            handle,
            new Search(
                Optional.of(kana),
                Optional.empty(),
                Optional.of(birth),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PersonState.LISTED)),
            2);
    if (found.size() != 1) {
      return Optional.empty();
    }
    Access access =
        Access.of(
            new Reader(account, Reader.Standing.HUB, address),
            Purpose.ASSISTANCE,
            LegalBasis.REGISTER_INTERNAL);
    log.note(handle, access, found.getFirst(), Set.of(FieldGroup.IDENTITY));
    return Optional.of(found.getFirst());
  }
}

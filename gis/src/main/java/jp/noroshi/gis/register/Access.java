package jp.noroshi.gis.register;

import java.util.Optional;
import java.util.UUID;

/**
 * A look at personal data and why it is allowed.
 *
 * @param reader who
 * @param purpose what for
 * @param basis by which provision
 * @param emergency the declared emergency it relies on
 * @param export the export it is part of
 */
public record Access(
    Reader reader,
    Purpose purpose,
    LegalBasis basis,
    Optional<UUID> emergency,
    Optional<UUID> export) {

  /** A look in normal times. */
  public static Access of(Reader reader, Purpose purpose, LegalBasis basis) {
    return new Access(reader, purpose, basis, Optional.empty(), Optional.empty());
  }

  /** Returns the same, relying on a declared emergency. */
  public Access within(UUID declared) {
    return new Access(reader, purpose, basis, Optional.of(declared), export);
  }

  /** Returns the same, as part of an export. */
  public Access forExport(UUID made) {
    return new Access(reader, purpose, basis, emergency, Optional.of(made));
  }
}

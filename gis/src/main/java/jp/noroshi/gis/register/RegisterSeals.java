package jp.noroshi.gis.register;

import java.util.List;

/** Where this room keeps ciphertexts, and whose they are. */
final class RegisterSeals {

  /** Every column but the proof of the keys. */
  static final List<SealedColumn> COLUMNS =
      List.of(
          new SealedColumn("gis.person", "identity", "t.id || '/IDENTITY'"),
          new SealedColumn("gis.person", "condition", "t.id || '/CONDITION'"),
          new SealedColumn("gis.person", "contacts", "t.id || '/CONTACTS'"),
          new SealedColumn("gis.person_version", "identity", "t.person || '/IDENTITY'"),
          new SealedColumn("gis.person_version", "condition", "t.person || '/CONDITION'"),
          new SealedColumn("gis.person_version", "contacts", "t.person || '/CONTACTS'"),
          new SealedColumn("gis.person_version", "reason", "t.person || '/HISTORY'"),
          new SealedColumn("gis.consent", "detail", "t.person || '/CONSENTS'"),
          new SealedColumn("gis.disclosure", "content", "t.id || '/WORK'", 1),
          new SealedColumn("gis.register_import", "content", "t.id || '/WORK'", 1));

  /** The proof of the keys: renewed last, it says that all the others are done. */
  static final SealedColumn PROOF = new SealedColumn("gis.register_key", "sealed", "'check'");

  private RegisterSeals() {}
}

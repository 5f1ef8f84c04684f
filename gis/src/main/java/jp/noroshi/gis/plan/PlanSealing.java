package jp.noroshi.gis.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.register.AccessTicket;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.SealedColumn;

/**
 * Seals what plans say. A content is bound to its person and its plan, and has a mark that no
 * renewal of keys changes: versions are append-only even for somebody who holds the keys.
 */
record PlanSealing(FieldCipher cipher) {

  /** Where this room keeps ciphertexts, and whose they are. */
  static final List<SealedColumn> COLUMNS =
      List.of(
          new SealedColumn("gis.plan", "content", "t.person || '/PLAN/' || t.id"),
          ofPlan("gis.plan_version", "content", "t.plan"),
          ofPlan("gis.plan_rehearsal", "remark", "t.id"),
          new SealedColumn("gis.supporter", "details", "t.id || '/SUPPORTERS'"));

  private static SealedColumn ofPlan(String table, String column, String thing) {
    return new SealedColumn(
        table,
        column,
        "(select p.person from gis.plan p where p.id = t.plan) || '/PLAN/' || " + thing);
  }

  /** A content as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sealed(byte[] content, byte[] mark) {}

  Sealed seal(PersonId person, UUID plan, PlanContent content) {
    return new Sealed(
        cipher.seal(person.value(), FieldGroup.PLAN, plan, content), cipher.mark(plan, content));
  }

  PlanContent open(AccessTicket ticket, UUID plan, Sealed sealed) {
    return cipher.openMarked(
        ticket, FieldGroup.PLAN, plan, sealed.content(), sealed.mark(), PlanContent.class);
  }

  byte[] sealRemark(PersonId person, Rehearsal rehearsal) {
    return cipher.seal(
        person.value(), FieldGroup.PLAN, rehearsal.id(), rehearsal.remark().orElse(""));
  }

  Optional<String> openRemark(AccessTicket ticket, UUID rehearsal, byte[] sealed) {
    return Optional.of(cipher.open(ticket, FieldGroup.PLAN, rehearsal, sealed, String.class))
        .filter(text -> !text.isEmpty());
  }
}

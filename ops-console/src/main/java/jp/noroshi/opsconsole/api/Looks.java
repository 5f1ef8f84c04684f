package jp.noroshi.opsconsole.api;

import java.util.UUID;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Reader.Standing;
import jp.noroshi.opsconsole.auth.Role;

/** What a call says about a look at a person: who, what for, by which provision. */
final class Looks {

  private Looks() {}

  /** Returns the look of an operation with the parameters purpose, basis and emergency. */
  static Access of(Call call) {
    Access access =
        Access.of(
            reader(call),
            Purpose.valueOf(call.text("purpose")),
            LegalBasis.valueOf(call.text("basis")));
    return call.findText("emergency").map(UUID::fromString).map(access::within).orElse(access);
  }

  /** Returns the look of the office at its own work on the register. */
  static Access atRegister(Call call) {
    return Access.of(reader(call), Purpose.REGISTER, LegalBasis.REGISTER_MAKING);
  }

  /** Returns who calls. Whoever has both offices looks as welfare staff. */
  static Reader reader(Call call) {
    boolean welfare = call.session().roles().contains(Role.WELFARE_STAFF);
    return new Reader(
        call.actor(), welfare ? Standing.WELFARE_STAFF : Standing.DUTY_OFFICER, call.address());
  }
}

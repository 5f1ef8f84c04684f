package jp.noroshi.opsconsole.api;

import java.util.Collection;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.shelters.response.Cause;
import jp.noroshi.shelters.response.Response;

/**
 * How somebody in a response is looked at. The office that keeps the register looks as it always
 * may within the municipality; a duty officer under the emergencies declared with the response.
 *
 * @param register at the person (49条の11)
 * @param plan at their plan and supporters (49条の15)
 */
record CaseLooks(Access register, Access plan) {

  /**
   * Returns the looks of an operation with the parameter purpose.
   *
   * @throws ProblemException NOT_FOUND when nothing called up anybody in these districts
   */
  static CaseLooks of(Call call, Response response, Collection<AreaCode> districts) {
    Purpose purpose = Purpose.valueOf(call.text("purpose"));
    Reader reader = Looks.reader(call);
    return switch (reader.standing()) {
      case WELFARE_STAFF, HUB ->
          new CaseLooks(
              Access.of(reader, purpose, LegalBasis.REGISTER_INTERNAL),
              Access.of(reader, purpose, LegalBasis.PLAN_INTERNAL));
      case DUTY_OFFICER -> {
        Cause.Looks declared =
            response
                .looksAt(districts)
                .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
        yield new CaseLooks(
            Access.of(reader, purpose, LegalBasis.REGISTER_DISASTER).within(declared.register()),
            Access.of(reader, purpose, LegalBasis.PLAN_DISASTER).within(declared.plan()));
      }
    };
  }
}

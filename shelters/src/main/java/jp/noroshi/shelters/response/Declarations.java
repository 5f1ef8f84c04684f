package jp.noroshi.shelters.response;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.LegalBasis;
import org.jdbi.v3.core.Handle;

/**
 * Declares the emergencies a response looks under: one for the register and one for the plans, for
 * the districts concerned and no others, in the name of who approved the order.
 */
final class Declarations {

  private final Emergencies emergencies;

  Declarations(Emergencies emergencies) {
    this.emergencies = emergencies;
  }

  Cause.Looks declare(Handle handle, Collection<AreaCode> districts, String by) {
    return new Cause.Looks(
        declare(handle, districts, by, LegalBasis.REGISTER_DISASTER),
        declare(handle, districts, by, LegalBasis.PLAN_DISASTER));
  }

  private UUID declare(Handle handle, Collection<AreaCode> districts, String by, LegalBasis basis) {
    return emergencies
        .declare(
            handle,
            new Emergencies.Declaration(
                "避難情報に伴う安否の確認と避難の支援",
                basis,
                districts.stream().distinct().sorted().toList(),
                Emergencies.LONGEST),
            RegisterCallUp.reader(by))
        .id();
  }

  void end(Handle handle, List<Cause> causes, String by) {
    causes.stream()
        .map(Cause::looks)
        .distinct()
        .forEach(
            looks -> {
              emergencies.endIfInForce(handle, looks.register(), RegisterCallUp.reader(by));
              emergencies.endIfInForce(handle, looks.plan(), RegisterCallUp.reader(by));
            });
  }
}

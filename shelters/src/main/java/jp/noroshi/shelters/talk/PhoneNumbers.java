package jp.noroshi.shelters.talk;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.population.FacilityPhones.Phone;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import jp.noroshi.shelters.response.Responses;
import org.jdbi.v3.core.Handle;

/**
 * Looks a number up for a call. Where it is somebody's own, the hub opens it within the
 * municipality (庁内利用), and the look stands in the access log like any other. Thread-safe, blocking.
 */
public final class PhoneNumbers {

  private static final Reader HUB = new Reader(Responses.HUB, Reader.Standing.HUB, "hub");
  private static final Access OF_PERSON =
      Access.of(HUB, Purpose.CONTACTING, LegalBasis.REGISTER_INTERNAL);
  private static final Access OF_SUPPORTER =
      Access.of(HUB, Purpose.ASSISTANCE, LegalBasis.PLAN_INTERNAL);

  private static final String JAPAN = "+81";

  private final Database database;
  private final Register register;
  private final Supporters supporters;
  private final FacilityPhones facilities;

  PhoneNumbers(
      Database database, Register register, Supporters supporters, FacilityPhones facilities) {
    this.database = database;
    this.facilities = facilities;
    this.register = register;
    this.supporters = supporters;
  }

  /**
   * Finds the number of somebody.
   *
   * @param reference as the address book has it
   * @return E.164; empty when they are gone or have none
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public Optional<String> find(String reference) {
    return Callee.read(reference)
        .flatMap(callee -> database.inTransaction(handle -> written(handle, callee)))
        .flatMap(PhoneNumbers::dialled);
  }

  private Optional<String> written(Handle handle, Callee callee) {
    return switch (callee.kind()) {
      case PERSON ->
          register
              .openAll(
                  handle,
                  List.of(new PersonId(callee.subject())),
                  OF_PERSON,
                  Set.of(FieldGroup.IDENTITY))
              .stream()
              .findFirst()
              .flatMap(person -> person.identity().phone());
      case SUPPORTER ->
          supporters.openAll(handle, List.of(callee.subject()), OF_SUPPORTER).stream()
              .findFirst()
              .filter(loaded -> !loaded.supporter().gone())
              .flatMap(loaded -> loaded.supporter().phone());
      case FACILITY ->
          Optional.ofNullable(
                  facilities.find(handle, List.of(callee.subject())).get(callee.subject()))
              .map(Phone::number);
    };
  }

  /** A number as it is written in Japan, or with its country, as E.164 wants it. */
  static Optional<String> dialled(String written) {
    String digits = Kana.digits(written);
    boolean withCountry =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().startsWith("+");
    if (withCountry) {
      return Optional.of("+" + digits);
    }
    return digits.startsWith("0") ? Optional.of(JAPAN + digits.substring(1)) : Optional.empty();
  }
}

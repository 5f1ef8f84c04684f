package jp.noroshi.gis.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterServices;
import org.jdbi.v3.core.Handle;

/**
 * Tells the reception of a shelter about somebody with a plan. Whoever sits there may be a
 * neighbour, so telling is handing over: by the consents on file (49条の11第2項, 49条の15第2項), or under a
 * declared emergency (第3項 of both); otherwise it is said that a plan exists and no more. The person
 * and every supporter shown get a line in the access log, and so does a person of whom only the
 * plan's existence was told. Thread-safe, blocking.
 */
public final class ReceptionBriefs {

  private final Database database;
  private final RegisterServices register;
  private final Recognition recognition;
  private final Plans plans;
  private final PlanSheets sheets;

  ReceptionBriefs(Database database, RegisterServices register, Plans plans, PlanSheets sheets) {
    this.database = database;
    this.register = register;
    this.recognition = new Recognition(register.cipher(), register.log());
    this.plans = plans;
    this.sheets = sheets;
  }

  /**
   * Tells whether whoever gives this name and birth date has an agreed plan, and no more.
   *
   * @param kana in full, in whatever way it is spelt
   * @param reader the reception
   * @return false, too, when the register knows nobody by both, or more than one
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public boolean isPlanned(String kana, LocalDate birth, Reader reader) {
    return database.inTransaction(
        handle ->
            recognise(handle, kana, birth, reader)
                .filter(person -> !agreedPlans(handle, person).isEmpty())
                .isPresent());
  }

  /**
   * Opens what the reception may know of whoever gives this name and birth date.
   *
   * @return empty when {@link #isPlanned} would say no
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public Optional<ReceptionBrief> open(String kana, LocalDate birth, Reader reader) {
    return database.inTransaction(
        handle ->
            recognise(handle, kana, birth, reader)
                .flatMap(
                    person ->
                        Optional.of(agreedPlans(handle, person))
                            .filter(agreed -> !agreed.isEmpty())
                            .map(agreed -> brief(handle, person, agreed, reader))));
  }

  private Optional<PersonId> recognise(Handle handle, String kana, LocalDate birth, Reader reader) {
    return recognition.recognise(handle, kana, birth, reader.account(), reader.address());
  }

  private ReceptionBrief brief(Handle handle, PersonId person, List<UUID> agreed, Reader reader) {
    return new ReceptionBrief(
        registerAccess(handle, person, reader).map(access -> entry(handle, person, access)),
        planAccess(handle, person, agreed, reader)
            .map(access -> arrangements(handle, agreed, access)));
  }

  private static List<UUID> agreedPlans(Handle handle, PersonId person) {
    return handle
        .createQuery(
            """
            select id from gis.plan where person = :person and state <> 'DRAFT'
            order by settled_at desc, id
            """)
        .bind("person", person.value())
        .mapTo(UUID.class)
        .list();
  }

  private Optional<Access> registerAccess(Handle handle, PersonId person, Reader reader) {
    return register.disclosures().mayBeGiven(handle, person)
        ? Optional.of(Access.of(reader, Purpose.PROVISION, LegalBasis.REGISTER_CONSENT))
        : inEmergency(handle, person, LegalBasis.REGISTER_DISASTER, reader);
  }

  /** The plans name the same helpers, mostly: where one may not be handed over, none is. */
  private Optional<Access> planAccess(
      Handle handle, PersonId person, List<UUID> agreed, Reader reader) {
    return agreed.stream().allMatch(plan -> plans.mayBeProvided(handle, plan).allowed())
        ? Optional.of(Access.of(reader, Purpose.PROVISION, LegalBasis.PLAN_CONSENT))
        : inEmergency(handle, person, LegalBasis.PLAN_DISASTER, reader);
  }

  private Optional<Access> inEmergency(
      Handle handle, PersonId person, LegalBasis basis, Reader reader) {
    return register
        .emergencies()
        .findInForce(handle, person, basis)
        .map(Access.of(reader, Purpose.PROVISION, basis)::within);
  }

  private ReceptionBrief.Entry entry(Handle handle, PersonId person, Access access) {
    return new ReceptionBrief.Entry(
        access.basis(), register.register().open(handle, person, access).orElseThrow());
  }

  private ReceptionBrief.Agreed arrangements(Handle handle, List<UUID> agreed, Access access) {
    Function<UUID, EvacuationPlan> open = plan -> plans.open(handle, plan, access).orElseThrow();
    return new ReceptionBrief.Agreed(
        access.basis(),
        agreed.stream()
            .map(open)
            .map(plan -> new ReceptionBrief.Arrangement(plan, sheets.helpers(handle, plan, access)))
            .toList());
  }
}

package jp.noroshi.gis.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.LegalBasis;
import org.jdbi.v3.core.Handle;

/**
 * Numbers every sheet that is printed, and opens what stands on it under that number: the access
 * log names the copy. Thread-safe, blocking.
 */
public final class PlanCopies {

  private static final int MOST_IN_A_LIST = 2_000;

  private final Database database;
  private final FieldCipher cipher;
  private final InstantSource clock;
  private final Plans plans;
  private final PlanSheets sheets;
  private final PlanWorklist worklist;

  PlanCopies(Plans.Parts parts, Plans plans, PlanSheets sheets, PlanWorklist worklist) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.clock = parts.clock();
    this.plans = plans;
    this.sheets = sheets;
    this.worklist = worklist;
  }

  /**
   * A numbered copy.
   *
   * @param number 第…号
   * @param recipient whom it is for
   * @param at when it was printed
   * @param by by which account
   */
  public record Copy(int number, String recipient, Instant at, String by) {}

  /** What is printed, under its number. */
  public record Numbered<T>(Copy copy, T content) {}

  /**
   * Opens a plan to be printed for somebody.
   *
   * @param recipient whom the sheet is for
   * @return empty when there is no such plan
   * @throws PlanRefusedException PROVISION_NOT_AGREED when it is to be handed over in normal times
   *     and not both parties agree
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public Optional<Numbered<PlanSheet>> print(UUID plan, String recipient, Access access) {
    return database.inTransaction(
        handle -> {
          UUID export = UUID.randomUUID();
          Optional<PlanSheet> sheet = sheets.open(handle, plan, access.forExport(export));
          sheet.ifPresent(opened -> requireProvision(handle, plan, access));
          return sheet.map(
              opened ->
                  new Numbered<>(
                      number(
                          handle,
                          export,
                          new About(
                              Optional.of(plan),
                              Optional.of(opened.plan().version()),
                              Optional.empty(),
                              recipient),
                          access),
                      opened));
        });
  }

  /**
   * Opens the plans of a district against a danger, to be printed as a list. Handed over in normal
   * times, it holds only those of whom both parties agree.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException when a look is not allowed
   */
  public Numbered<PlanWorklist.Part> printList(
      AreaCode district, HazardKind hazard, String recipient, Access access) {
    return database.inTransaction(
        handle -> {
          UUID export = UUID.randomUUID();
          PlanWorklist.Wanted wanted =
              PlanWorklist.Wanted.in(district, hazard)
                  .agreedOnly(access.basis() == LegalBasis.PLAN_CONSENT);
          PlanWorklist.Part part =
              worklist.list(handle, wanted, 0, MOST_IN_A_LIST, access.forExport(export));
          return new Numbered<>(
              number(
                  handle,
                  export,
                  new About(Optional.empty(), Optional.empty(), Optional.of(district), recipient),
                  access),
              part);
        });
  }

  private void requireProvision(Handle handle, UUID plan, Access access) {
    if (access.basis() == LegalBasis.PLAN_CONSENT && !plans.mayBeProvided(handle, plan).allowed()) {
      throw new PlanRefusedException(PlanRefusal.PROVISION_NOT_AGREED);
    }
  }

  private record About(
      Optional<UUID> plan,
      Optional<Integer> version,
      Optional<AreaCode> district,
      String recipient) {}

  private Copy number(Handle handle, UUID export, About about, Access access) {
    Instant now = clock.instant();
    int number =
        handle
            .createQuery(
                """
                insert into gis.plan_copy (export, plan, version, district, recipient, printed_at, printed_by)
                values (:export, :plan, :version, :district, :recipient, :at, :by) returning number
                """)
            .bind("export", export)
            .bind("plan", about.plan().orElse(null))
            .bind("version", about.version().orElse(null))
            .bind("district", about.district().map(AreaCode::value).orElse(null))
            .bind("recipient", cipher.seal(export, FieldGroup.DISCLOSURES, about.recipient()))
            .bind("at", now)
            .bind("by", access.reader().account())
            .mapTo(Integer.class)
            .one();
    return new Copy(number, about.recipient(), now, access.reader().account());
  }
}

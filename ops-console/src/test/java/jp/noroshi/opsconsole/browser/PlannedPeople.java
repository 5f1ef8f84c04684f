package jp.noroshi.opsconsole.browser;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.Assignment;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.PlanAuthor;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanDraft;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.plan.SupportRole;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Transport;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.Search;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;

/** People of the invented register with whom a plan was agreed. */
record PlannedPeople(Database database, RegisterServices register, PlanServices plans) {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final Access WELFARE =
      Access.of(
          new Reader(DrillAccounts.WELFARE, Reader.Standing.WELFARE_STAFF, "127.0.0.1"),
          Purpose.PLANNING,
          LegalBasis.PLAN_MAKING);

  /**
   * Agrees a plan against floods with somebody.
   *
   * @param reference their number on the register
   * @param helper the name of the neighbour who helps
   * @return the plan
   */
  UUID agree(String reference, String helper) {
    PersonId person =
        register
            .register()
            .search(
                new Search(
                    Optional.empty(),
                    Optional.of(reference),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                WELFARE,
                2)
            .getFirst()
            .id();
    UUID plan = UUID.randomUUID();
    plans
        .plans()
        .save(
            new PlanDraft(
                UUID.randomUUID(), plan, person, HazardKind.FLOOD, 0, content(neighbour(helper))),
            WELFARE);
    plans.plans().agree(plan, 1, consent(), Optional.empty(), WELFARE);
    return plan;
  }

  /** The night found that something the plan relies on has changed. */
  void makeDue(UUID plan) {
    database.useTransaction(
        handle -> handle.execute("update gis.plan set state = 'REVIEW_DUE' where id = ?", plan));
  }

  private UUID neighbour(String name) {
    UUID id = UUID.randomUUID();
    plans
        .supporters()
        .save(
            new Supporter(
                id,
                Supporter.Kind.PERSON,
                0,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of("000-0000-2901"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3,
                ConsentAnswer.GIVEN,
                Optional.of(TODAY),
                Optional.empty(),
                false),
            WELFARE);
    return id;
  }

  private static Consent consent() {
    return new Consent(
        ConsentKind.PLAN_MAKING,
        ConsentAnswer.GIVEN,
        TODAY,
        Consent.Method.VISIT,
        Optional.empty(),
        Optional.of("同意書（見本）"),
        TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
        DrillAccounts.WELFARE);
  }

  private static PlanContent content(UUID helper) {
    return new PlanContent(
        PlanAuthor.FAMILY,
        Optional.empty(),
        StartSignal.LEVEL_3,
        Optional.empty(),
        List.of(new Destination(Optional.empty(), Optional.of("親族宅（見本）"), Optional.empty())),
        false,
        Transport.WHEELCHAIR,
        1,
        Optional.of(30),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of("薬"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Assignment(helper, SupportRole.ACCOMPANY)),
        TODAY.plusYears(1));
  }
}

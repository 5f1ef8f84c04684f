package jp.noroshi.gis.plan;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.AccessTicket;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Consents;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * The plans: written, agreed, reviewed, tried. Nothing is ever overwritten: every version stays,
 * and whoever wrote on an older one is told. Every plan opened stands in the access log.
 * Thread-safe, blocking.
 */
public final class Plans {

  private static final Set<FieldGroup> PLAN = EnumSet.of(FieldGroup.PLAN);
  private static final int FURTHEST_REVIEW_YEARS = 2;

  private final Database database;
  private final PlanSealing sealing;
  private final AccessLog log;
  private final Consents consents;
  private final InstantSource clock;
  private final ZoneId zone;
  private final PlanTable table = new PlanTable();
  private final PlanDetails details;

  /** What plans stand on. */
  record Parts(
      Database database,
      FieldCipher cipher,
      AccessLog log,
      Consents consents,
      InstantSource clock,
      ZoneId zone) {}

  Plans(Parts parts) {
    this.database = parts.database();
    this.sealing = new PlanSealing(parts.cipher());
    this.log = parts.log();
    this.consents = parts.consents();
    this.clock = parts.clock();
    this.zone = parts.zone();
    this.details = new PlanDetails(sealing);
  }

  /**
   * Opens a plan; a line about the person is written.
   *
   * @return empty when there is no such plan; nothing is logged then
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public Optional<EvacuationPlan> open(UUID plan, Access access) {
    return database.inTransaction(handle -> open(handle, plan, access));
  }

  /** Opens a plan within a transaction of the caller. */
  public Optional<EvacuationPlan> open(Handle handle, UUID plan, Access access) {
    return table.find(handle, List.of(plan)).stream()
        .findFirst()
        .map(row -> opened(handle, row, log.note(handle, access, row.person(), PLAN)));
  }

  /**
   * Takes a draft in. The plan becomes a draft again: what changed has to be agreed anew. The same
   * draft handed in twice is taken once.
   *
   * @throws PlanRefusedException CHANGED_MEANWHILE when it was written on an older version,
   *     PLAN_EXISTS, OTHER_PLAN, CONSENT_MISSING, UNKNOWN_REFERENCE, SUPPORTER_GONE or
   *     REVIEW_OUT_OF_RANGE
   */
  public EvacuationPlan save(PlanDraft draft, Access access) {
    return database.inTransaction(
        handle -> {
          Optional<UUID> taken = table.findByDraft(handle, draft.id());
          if (taken.isEmpty()) {
            take(handle, draft, access);
          } else if (!taken.get().equals(draft.plan())) {
            throw new PlanRefusedException(PlanRefusal.OTHER_PLAN);
          }
          return open(handle, draft.plan(), access).orElseThrow();
        });
  }

  private void take(Handle handle, PlanDraft draft, Access access) {
    requireReview(draft.content().nextReview());
    requireKnown(handle, draft.content());
    Optional<PlanTable.Row> before = table.findForUpdate(handle, draft.plan());
    requireSame(before, draft);
    if (before.isEmpty()) {
      requireNew(handle, draft);
    }
    table.write(
        handle,
        new PlanTable.Written(
            draft,
            sealing.seal(draft.person(), draft.plan(), draft.content()),
            clock.instant(),
            access.reader().account()));
    table.keepVersion(handle, draft.plan(), PlanVersion.Change.WRITTEN, Optional.of(draft.id()));
  }

  private static void requireSame(Optional<PlanTable.Row> before, PlanDraft draft) {
    if (before.map(PlanTable.Row::version).orElse(0) != draft.baseVersion()) {
      throw new PlanRefusedException(PlanRefusal.CHANGED_MEANWHILE);
    }
    boolean other =
        before
            .filter(row -> !row.person().equals(draft.person()) || row.hazard() != draft.hazard())
            .isPresent();
    if (other) {
      throw new PlanRefusedException(PlanRefusal.OTHER_PLAN);
    }
  }

  private void requireNew(Handle handle, PlanDraft draft) {
    PersonId person = draft.person();
    if (!details.isRegistered(handle, person)) {
      throw new PlanRefusedException(PlanRefusal.NOT_FOUND);
    }
    if (table.findByPerson(handle, person, draft.hazard()).isPresent()) {
      throw new PlanRefusedException(PlanRefusal.PLAN_EXISTS);
    }
    ConsentAnswer answer =
        consents.current(handle, List.of(person)).get(person).get(ConsentKind.PLAN_MAKING);
    if (answer == ConsentAnswer.REFUSED || answer == ConsentAnswer.WITHDRAWN) {
      throw new PlanRefusedException(PlanRefusal.CONSENT_MISSING);
    }
  }

  private void requireKnown(Handle handle, PlanContent content) {
    List<UUID> supporters = content.supporters().stream().map(Assignment::supporter).toList();
    List<UUID> sites =
        content.destinations().stream().flatMap(each -> each.site().stream()).distinct().toList();
    if (new HashSet<>(supporters).size() != supporters.size()
        || !details.areKnown(handle, sites, supporters)) {
      throw new PlanRefusedException(PlanRefusal.UNKNOWN_REFERENCE);
    }
    if (details.isOneGone(handle, supporters)) {
      throw new PlanRefusedException(PlanRefusal.SUPPORTER_GONE);
    }
  }

  private void requireReview(LocalDate day) {
    LocalDate today = today();
    if (!day.isAfter(today) || day.isAfter(today.plusYears(FURTHEST_REVIEW_YEARS))) {
      throw new PlanRefusedException(PlanRefusal.REVIEW_OUT_OF_RANGE);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Records that the person agreed to the plan as it stands, and what they answered about handing
   * it over.
   *
   * @param version the version they agreed to
   * @param making their agreement to the making of the plan: a given {@code PLAN_MAKING}
   * @param provision their answer to {@code PLAN_PROVISION}, if they gave one
   * @throws PlanRefusedException NOT_FOUND, CHANGED_MEANWHILE, or CONSENT_MISSING when it is no yes
   */
  public EvacuationPlan agree(
      UUID plan, int version, Consent making, Optional<Consent> provision, Access access) {
    if (making.kind() != ConsentKind.PLAN_MAKING || making.answer() != ConsentAnswer.GIVEN) {
      throw new PlanRefusedException(PlanRefusal.CONSENT_MISSING);
    }
    return database.inTransaction(
        handle -> {
          PlanTable.Row row = require(handle, plan, version);
          consents.record(handle, row.person(), making);
          provision.ifPresent(answer -> consents.record(handle, row.person(), answer));
          step(handle, plan, PlanVersion.Change.AGREED, access, Optional.of(making.on()));
          return open(handle, plan, access).orElseThrow();
        });
  }

  /**
   * Records that an agreed plan was gone through and still holds.
   *
   * @param nextReview when it is to be looked at again
   * @throws PlanRefusedException NOT_FOUND, CHANGED_MEANWHILE, NOT_AGREED or REVIEW_OUT_OF_RANGE
   */
  public EvacuationPlan review(UUID plan, int version, LocalDate nextReview, Access access) {
    requireReview(nextReview);
    return database.inTransaction(
        handle -> {
          PlanTable.Row row = require(handle, plan, version);
          if (row.state() == PlanState.DRAFT) {
            throw new PlanRefusedException(PlanRefusal.NOT_AGREED);
          }
          AccessTicket ticket = log.note(handle, access, row.person(), PLAN);
          PlanContent content = content(ticket, row).reviewedBy(nextReview);
          PlanSealing.Sealed sealed = sealing.seal(row.person(), plan, content);
          handle.execute(
              "update gis.plan set content = ?, mark = ?, next_review = ? where id = ?",
              sealed.content(),
              sealed.mark(),
              nextReview,
              plan);
          step(handle, plan, PlanVersion.Change.REVIEWED, access, row.agreedOn());
          return opened(handle, require(handle, plan, version + 1), ticket);
        });
  }

  private PlanTable.Row require(Handle handle, UUID plan, int version) {
    PlanTable.Row row =
        table
            .findForUpdate(handle, plan)
            .orElseThrow(() -> new PlanRefusedException(PlanRefusal.NOT_FOUND));
    if (row.version() != version) {
      throw new PlanRefusedException(PlanRefusal.CHANGED_MEANWHILE);
    }
    return row;
  }

  private void step(
      Handle handle,
      UUID plan,
      PlanVersion.Change change,
      Access access,
      Optional<LocalDate> agreedOn) {
    handle
        .createUpdate(
            """
            update gis.plan set state = 'AGREED', version = version + 1, agreed_on = :on,
              changed_at = :at, changed_by = :by
            where id = :plan
            """)
        .bind("on", agreedOn.orElse(null))
        .bind("at", clock.instant())
        .bind("by", access.reader().account())
        .bind("plan", plan)
        .execute();
    table.settle(handle, plan, clock.instant());
    table.keepVersion(handle, plan, change, Optional.empty());
  }

  /**
   * Records that a plan was tried; recorded twice, it counts once.
   *
   * @throws PlanRefusedException NOT_FOUND or REHEARSAL_AHEAD
   */
  public EvacuationPlan rehearse(UUID plan, Rehearsal rehearsal, Access access) {
    if (rehearsal.on().isAfter(today())) {
      throw new PlanRefusedException(PlanRefusal.REHEARSAL_AHEAD);
    }
    return database.inTransaction(
        handle -> {
          PlanTable.Row row =
              table
                  .findForUpdate(handle, plan)
                  .orElseThrow(() -> new PlanRefusedException(PlanRefusal.NOT_FOUND));
          details.record(handle, row, rehearsal, clock.instant(), access.reader().account());
          return open(handle, plan, access).orElseThrow();
        });
  }

  /** Lists the versions of a plan, newest first; nothing is opened. */
  List<PlanVersion> versions(Handle handle, UUID plan) {
    return details.versions(handle, plan);
  }

  /**
   * Opens what a plan said in a version; a line is written.
   *
   * @return empty when there is no such version
   */
  public Optional<PlanContent> openVersion(UUID plan, int version, Access access) {
    return database.inTransaction(
        handle ->
            table.find(handle, List.of(plan)).stream()
                .findFirst()
                .flatMap(
                    row ->
                        details
                            .sealedVersion(handle, plan, version)
                            .map(
                                stored ->
                                    sealing.open(
                                        log.note(handle, access, row.person(), PLAN),
                                        plan,
                                        stored))));
  }

  /**
   * Tells whether a plan may be handed over in normal times, and who is missing; nothing is opened.
   *
   * @throws PlanRefusedException NOT_FOUND
   */
  public Provision mayBeProvided(UUID plan) {
    return database.inTransaction(handle -> mayBeProvided(handle, plan));
  }

  /** Tells the same within a transaction of the caller. */
  public Provision mayBeProvided(Handle handle, UUID plan) {
    PersonId person =
        table.find(handle, List.of(plan)).stream()
            .findFirst()
            .map(PlanTable.Row::person)
            .orElseThrow(() -> new PlanRefusedException(PlanRefusal.NOT_FOUND));
    ConsentAnswer answer =
        consents.current(handle, List.of(person)).get(person).get(ConsentKind.PLAN_PROVISION);
    return new Provision(
        answer == ConsentAnswer.GIVEN, details.supportersWithoutConsent(handle, plan));
  }

  private EvacuationPlan opened(Handle handle, PlanTable.Row row, AccessTicket ticket) {
    return new EvacuationPlan(
        row.id(),
        row.person(),
        row.hazard(),
        row.state(),
        row.version(),
        details.withSites(handle, content(ticket, row)),
        row.agreedOn(),
        row.settledAt(),
        details.layers(handle, row.layers()),
        details.rehearsals(handle, row, ticket),
        row.createdAt(),
        row.createdBy(),
        row.changedAt(),
        row.changedBy());
  }

  private PlanContent content(AccessTicket ticket, PlanTable.Row row) {
    return sealing.open(ticket, row.id(), row.sealed());
  }
}

package jp.noroshi.gis.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.Disclosure.Subject;
import jp.noroshi.gis.register.DisclosureLedger;
import jp.noroshi.gis.register.DisclosureLedger.Handed;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.jdbi.v3.core.Handle;

/**
 * Hands plans over (49条の15), as sheets or as a list, and writes it into the ledger. In normal times
 * only agreed plans are in it whose person and supporters all consent (第2項), in a disaster whatever
 * there is (第3項). A sheet for the person's own hand or for the office is in the ledger, too. What
 * was handed over is kept sealed, so that a copy fetched later says the same. Thread-safe,
 * blocking.
 */
public final class PlanDisclosures {

  private static final int MOST_SHEETS = 300;
  private static final int MOST_LINES = 5_000;
  private static final Set<FieldGroup> ON_A_SHEET =
      EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS, FieldGroup.PLAN);
  private static final Set<FieldGroup> IN_A_LIST = EnumSet.of(FieldGroup.IDENTITY);
  private static final TypeReference<List<PlanSheet>> SHEETS = new TypeReference<>() {};
  private static final TypeReference<List<PlanWorklist.Line>> LINES = new TypeReference<>() {};

  private final Database database;
  private final AccessLog log;
  private final DisclosureLedger ledger;
  private final Plans plans;
  private final PlanSheets sheets;
  private final PlanWorklist worklist;

  PlanDisclosures(
      Plans.Parts parts,
      DisclosureLedger ledger,
      Plans plans,
      PlanSheets sheets,
      PlanWorklist worklist) {
    this.database = parts.database();
    this.log = parts.log();
    this.ledger = ledger;
    this.plans = plans;
    this.sheets = sheets;
    this.worklist = worklist;
  }

  /** What stands on the paper of a copy. */
  public sealed interface Papers {

    /** A copy of sheets. */
    record Sheets(Disclosure disclosure, Disclosure.Copy copy, List<PlanSheet> sheets)
        implements Papers {}

    /** A copy of a list. */
    record Lines(Disclosure disclosure, Disclosure.Copy copy, List<PlanWorklist.Line> lines)
        implements Papers {}
  }

  /**
   * Makes a disclosure of the plans against a danger in the districts of the wish.
   *
   * @param subject PLANS for a sheet of each, PLAN_LIST for a list
   * @throws PlanRefusedException TOO_MANY for one disclosure: take fewer districts
   * @throws RegisterRefusedException NOBODY_TO_DISCLOSE, BASIS_NOT_FITTING, and what ledger and
   *     access log refuse
   */
  public Disclosure make(Subject subject, HazardKind hazard, DisclosureWish wish, Access access) {
    check(wish, access);
    return database.inTransaction(handle -> make(handle, subject, hazard, wish, access));
  }

  /** Makes a list and hands its first copy over at once. */
  public Papers.Lines printList(HazardKind hazard, DisclosureWish wish, Access access) {
    check(wish, access);
    return database.inTransaction(
        handle ->
            lines(ledger.handFirst(handle, make(handle, Subject.PLAN_LIST, hazard, wish, access))));
  }

  /**
   * Makes a disclosure of one plan and hands its first copy over at once.
   *
   * @param wish its districts are replaced by the person's
   * @return empty when there is no such plan
   * @throws PlanRefusedException PROVISION_NOT_AGREED when it is to be handed over in normal times
   *     and not both parties agree
   * @throws RegisterRefusedException when the look is not allowed
   */
  public Optional<Papers.Sheets> print(UUID plan, DisclosureWish wish, Access access) {
    check(wish, access);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle ->
            sheets
                .open(handle, plan, access.forExport(id))
                .map(
                    sheet -> {
                      requireProvision(handle, plan, access);
                      List<AreaCode> district =
                          sheet.person().outline().district().stream().toList();
                      Disclosure written =
                          ledger.write(
                              handle, entry(id, Subject.PLANS, sheet, wish.in(district)), access);
                      return sheets(ledger.handFirst(handle, written));
                    }));
  }

  /**
   * Fetches a copy to hand it over. A line is written for everybody in it.
   *
   * @throws RegisterRefusedException NOT_FOUND, ALREADY_DONE when it was called back or destroyed,
   *     and what the access log refuses
   */
  public Papers fetch(Disclosure disclosure, int copy, Access access) {
    return database.inTransaction(
        handle ->
            switch (disclosure.subject()) {
              case PLANS -> {
                Papers.Sheets papers =
                    sheets(ledger.hand(handle, disclosure.id(), copy, access, ON_A_SHEET));
                log.noteSupporters(handle, access.forExport(disclosure.id()), supporters(papers));
                yield papers;
              }
              case PLAN_LIST ->
                  lines(ledger.hand(handle, disclosure.id(), copy, access, IN_A_LIST));
              case REGISTER, NOT_YET_SAFE ->
                  throw new RegisterRefusedException(RegisterRefusal.NOT_FOUND);
            });
  }

  private void check(DisclosureWish wish, Access access) {
    switch (access.basis()) {
      case PLAN_MAKING, PLAN_INTERNAL, PLAN_CONSENT, PLAN_DISASTER -> ledger.check(wish, access);
      case REGISTER_MAKING, REGISTER_INTERNAL, REGISTER_CONSENT, REGISTER_DISASTER ->
          throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
  }

  private void requireProvision(Handle handle, UUID plan, Access access) {
    if (access.basis() == LegalBasis.PLAN_CONSENT && !plans.mayBeProvided(handle, plan).allowed()) {
      throw new PlanRefusedException(PlanRefusal.PROVISION_NOT_AGREED);
    }
  }

  private Disclosure make(
      Handle handle, Subject subject, HazardKind hazard, DisclosureWish wish, Access access) {
    UUID id = UUID.randomUUID();
    Access export = access.forExport(id);
    int most = subject == Subject.PLANS ? MOST_SHEETS : MOST_LINES;
    List<PlanWorklist.Line> lines = lines(handle, hazard, wish.districts(), most, export);
    Object content =
        subject == Subject.PLANS
            ? lines.stream()
                .map(line -> sheets.open(handle, line.id(), export).orElseThrow())
                .toList()
            : lines;
    return ledger.write(
        handle,
        new DisclosureLedger.Entry(
            id,
            subject,
            Optional.of(hazard.name()),
            wish,
            false,
            lines.stream().map(PlanWorklist.Line::person).distinct().toList(),
            bytes(content)),
        access);
  }

  private List<PlanWorklist.Line> lines(
      Handle handle, HazardKind hazard, List<AreaCode> districts, int most, Access access) {
    List<Optional<AreaCode>> parts =
        districts.isEmpty()
            ? List.of(Optional.empty())
            : districts.stream().map(Optional::of).toList();
    List<PlanWorklist.Line> lines = new ArrayList<>();
    for (Optional<AreaCode> district : parts) {
      PlanWorklist.Wanted wanted =
          PlanWorklist.Wanted.in(district, hazard)
              .agreedOnly(access.basis() == LegalBasis.PLAN_CONSENT);
      PlanWorklist.Part part = worklist.list(handle, wanted, 0, most, access);
      lines.addAll(part.lines());
      if (part.total() > most || lines.size() > most) {
        throw new PlanRefusedException(PlanRefusal.TOO_MANY);
      }
    }
    return lines;
  }

  private static DisclosureLedger.Entry entry(
      UUID id, Subject subject, PlanSheet sheet, DisclosureWish wish) {
    return new DisclosureLedger.Entry(
        id,
        subject,
        Optional.of(sheet.plan().hazard().name()),
        wish,
        false,
        List.of(sheet.person().id()),
        bytes(List.of(sheet)));
  }

  private static byte[] bytes(Object content) {
    return Json.write(content).getBytes(StandardCharsets.UTF_8);
  }

  private static Papers.Sheets sheets(Handed handed) {
    return new Papers.Sheets(handed.disclosure(), handed.copy(), Json.read(text(handed), SHEETS));
  }

  private static Papers.Lines lines(Handed handed) {
    return new Papers.Lines(handed.disclosure(), handed.copy(), Json.read(text(handed), LINES));
  }

  private static String text(Handed handed) {
    return new String(handed.content(), StandardCharsets.UTF_8);
  }

  private static List<UUID> supporters(Papers.Sheets papers) {
    return papers.sheets().stream()
        .flatMap(sheet -> sheet.supporters().stream())
        .map(loaded -> loaded.supporter().id())
        .distinct()
        .toList();
  }
}

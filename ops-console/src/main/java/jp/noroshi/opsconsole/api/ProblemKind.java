package jp.noroshi.opsconsole.api;

import java.util.Locale;
import jp.noroshi.core.dispatch.DispatchRefusal;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.ImportRefusal;
import jp.noroshi.gis.plan.PlanRefusal;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.route.ClosureRefusal;
import jp.noroshi.gis.targeting.AreaRefusedException;
import jp.noroshi.opsconsole.auth.AccountRefusal;
import jp.noroshi.shelters.inquiry.InquiryRefusal;
import jp.noroshi.shelters.opening.OpeningRefusal;
import jp.noroshi.shelters.victims.VictimExportRefusal;

/**
 * A kind of problem a client may meet.
 *
 * @param slug its word: the end of the type URI and the key of its texts
 * @param status the HTTP status that goes with it
 */
record ProblemKind(String slug, int status) {

  static final ProblemKind INVALID_REQUEST = new ProblemKind("invalid-request", 400);
  static final ProblemKind NOT_SIGNED_IN = new ProblemKind("not-signed-in", 401);
  static final ProblemKind SIGN_IN_REFUSED = new ProblemKind("sign-in-refused", 401);
  static final ProblemKind TABLET_LOCKED = new ProblemKind("tablet-locked", 401);
  static final ProblemKind NOT_ALLOWED = new ProblemKind("not-allowed", 403);
  static final ProblemKind FOREIGN_ORIGIN = new ProblemKind("foreign-origin", 403);
  static final ProblemKind CSRF_TOKEN_WRONG = new ProblemKind("csrf-token-wrong", 403);
  static final ProblemKind HTTPS_NEEDED = new ProblemKind("https-needed", 403);
  static final ProblemKind NOT_FOUND = new ProblemKind("not-found", 404);
  static final ProblemKind METHOD_NOT_ALLOWED = new ProblemKind("method-not-allowed", 405);
  static final ProblemKind DISTRICT_UNKNOWN = new ProblemKind("district-unknown", 422);
  static final ProblemKind QUESTION_TOO_WIDE = new ProblemKind("question-too-wide", 422);
  static final ProblemKind TIME_UNUSABLE = new ProblemKind("time-unusable", 422);
  static final ProblemKind RESPONSE_OVER = new ProblemKind("response-over", 409);
  static final ProblemKind RESPONSE_MOVED = new ProblemKind("response-moved", 409);
  static final ProblemKind CASE_OVER = new ProblemKind("case-over", 409);
  static final ProblemKind CASE_TAKEN = new ProblemKind("case-taken", 409);
  static final ProblemKind TOO_LARGE = new ProblemKind("too-large", 413);
  static final ProblemKind UNSUPPORTED_CONTENT = new ProblemKind("unsupported-content", 415);
  static final ProblemKind TOO_MANY_ATTEMPTS = new ProblemKind("too-many-attempts", 429);
  static final ProblemKind TOO_MANY_NAMES = new ProblemKind("too-many-names", 429);
  static final ProblemKind FAULT = new ProblemKind("fault", 500);

  /** Returns the kind for a refused command on an inquiry. */
  static ProblemKind of(InquiryRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case ALREADY_ANSWERED -> 409;
          case BEYOND_SCOPE, NOT_RECOGNISABLE -> 422;
        };
    return new ProblemKind("inquiry-" + slug(refusal), status);
  }

  /** Returns the kind for a refused hand-over. */
  static ProblemKind of(VictimExportRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case RECALLED -> 409;
          case NAMES_NOT_ALLOWED, NOBODY -> 422;
        };
    return new ProblemKind("victim-export-" + slug(refusal), status);
  }

  /** Returns the kind for a refused command on a dispatch. */
  static ProblemKind of(DispatchRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case MAY_NOT_DRAFT, MAY_NOT_APPROVE, WRITTEN_BY_APPROVER -> 403;
          case CHANGED_MEANWHILE,
              NOT_AWAITING_APPROVAL,
              NOT_OPEN,
              NOT_APPROVED,
              ALREADY_CORRECTED,
              EXPIRED,
              NOT_FOR_PUBLIC,
              OUTDATED,
              REPEATED,
              NOTHING_CHANGES,
              ORDERS_CHANGED ->
              409;
          case EXPIRY_OUT_OF_RANGE,
              CONFIRMATION_MISMATCH,
              TITLE_OUT_OF_RANGE,
              TEXT_OUT_OF_RANGE,
              NO_MEDIUM,
              UNKNOWN_AREA,
              UNKNOWN_SIREN,
              REASON_MISSING,
              LEVEL_NOT_ORDERED ->
              422;
        };
    return new ProblemKind("dispatch-" + slug(refusal), status);
  }

  /** Returns the kind for a refused command on an account. */
  static ProblemKind of(AccountRefusal refusal) {
    int status =
        switch (refusal) {
          case ACCOUNT_NOT_FOUND -> 404;
          case ACCOUNT_NAME_TAKEN, LAST_ADMINISTRATOR -> 409;
          case PASSWORD_WRONG, PASSWORD_TOO_EASY -> 422;
        };
    return new ProblemKind(slug(refusal), status);
  }

  /** Returns the kind for a refused command on an import. */
  static ProblemKind of(ImportRefusal refusal) {
    int status =
        switch (refusal) {
          case IMPORT_NOT_FOUND -> 404;
          case IMPORT_PROPOSED_BY_APPROVER -> 403;
          case IMPORT_DECIDED, IMPORT_OUTDATED, IMPORT_NOT_APPROVED, IMPORT_BUILT_UPON -> 409;
        };
    return new ProblemKind(slug(refusal), status);
  }

  /** Returns the kind for a file that cannot be read. */
  static ProblemKind of(UnreadableFileException.Fault fault) {
    int status = fault == UnreadableFileException.Fault.TOO_LARGE ? 413 : 422;
    return new ProblemKind("file-" + slug(fault), status);
  }

  /** Returns the kind for something refused about a plan. */
  static ProblemKind of(PlanRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case PROVISION_NOT_AGREED -> 403;
          case CHANGED_MEANWHILE, PLAN_EXISTS, OTHER_PLAN, NOT_AGREED -> 409;
          case CONSENT_MISSING,
              UNKNOWN_REFERENCE,
              SUPPORTER_GONE,
              TOO_MANY,
              REVIEW_OUT_OF_RANGE,
              REHEARSAL_AHEAD ->
              422;
        };
    return new ProblemKind("plan-" + slug(refusal), status);
  }

  /** Returns the kind for an area nobody can count in. */
  static ProblemKind of(AreaRefusedException.Fault fault) {
    return new ProblemKind("area-" + slug(fault), 422);
  }

  /** Returns the kind for something the register refused. */
  static ProblemKind of(RegisterRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case BASIS_NOT_FITTING,
              PURPOSE_NOT_FITTING,
              EMERGENCY_NEEDED,
              EMERGENCY_OVER,
              OUTSIDE_EMERGENCY,
              OWN_WORK ->
              403;
          case ALREADY_DONE, CHANGED_MEANWHILE, REFERENCE_TAKEN, EMERGENCY_RUNNING -> 409;
          case EMERGENCY_TOO_LONG,
              REASON_MISSING,
              SEARCH_TOO_SHORT,
              NOBODY_TO_DISCLOSE,
              UNKNOWN_DISTRICT,
              FILE_UNREADABLE ->
              422;
          case DAMAGED -> 500;
          case LOCKED -> 503;
        };
    return new ProblemKind("register-" + slug(refusal), status);
  }

  /** Returns the kind for a word about a shelter that was not taken. */
  static ProblemKind of(OpeningRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case RETIRED,
              NOT_NEXT,
              ALREADY_SO,
              UNSAFE,
              NOT_OPEN,
              NOTHING_SAID,
              CORRECTED_MEANWHILE,
              NOTHING_CORRECTED ->
              409;
          case INSPECTION_INCOMPLETE,
              REASON_MISSING,
              UNTIL_PASSED,
              PLACE_INCOMPLETE,
              DISTRICT_UNKNOWN,
              NOT_BY_HAND,
              CORRECTION_REASON_MISSING ->
              422;
        };
    return new ProblemKind("opening-" + slug(refusal), status);
  }

  /** Returns the kind for a closure that was not taken over or lifted. */
  static ProblemKind of(ClosureRefusal refusal) {
    int status =
        switch (refusal) {
          case NOT_FOUND -> 404;
          case ALREADY_LIFTED -> 409;
          case SHAPE_UNUSABLE, REASON_MISSING, ENDS_BEFORE_IT_BEGINS -> 422;
        };
    return new ProblemKind("closure-" + slug(refusal), status);
  }

  String typeUri() {
    return "urn:noroshi:problem:" + slug;
  }

  private static String slug(Enum<?> refusal) {
    return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

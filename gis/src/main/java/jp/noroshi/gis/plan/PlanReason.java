package jp.noroshi.gis.plan;

import java.util.Arrays;

/** Why a plan would not work as written, or nobody knows whether it would. The name is stored. */
public enum PlanReason {
  /** The destination is no longer designated. */
  DESTINATION_CLOSED(Severity.URGENT),
  /** The destination is not designated for this danger. */
  DESTINATION_NOT_DESIGNATED(Severity.URGENT),
  /** The destination lies in the danger's zone, deeper than the plan knew. */
  DESTINATION_IN_DANGER(Severity.URGENT),
  /** The home is in more danger than the plan knew. */
  HOME_IN_DANGER(Severity.URGENT),
  /** The person lives elsewhere now. */
  HOME_CHANGED(Severity.URGENT),
  /** Something closed lies across the route. */
  ROUTE_CLOSED(Severity.URGENT),
  /** On the roads of today there is no such way any more, or only a much longer one. */
  ROUTE_LOST(Severity.URGENT),
  /** A supporter helps nobody any more. */
  SUPPORTER_GONE(Severity.URGENT),
  /** Fewer supporters than the person needs. */
  TOO_FEW_SUPPORTERS(Severity.URGENT),
  /** A supporter cannot be written to any more: their last address is gone. */
  SUPPORTER_UNREACHABLE(Severity.SERIOUS),
  /** A supporter is away. */
  SUPPORTER_ABSENT(Severity.SERIOUS),
  /** A supporter has more people than they can help. */
  SUPPORTER_OVERLOADED(Severity.SERIOUS),
  /** A supporter lives in the same danger. */
  SUPPORTER_IN_DANGER(Severity.SERIOUS),
  /** The person cannot be written to any more: their last address is gone. */
  PERSON_UNREACHABLE(Severity.SERIOUS),
  /** If everybody came, the destination would be too small. */
  DESTINATION_OVER_CAPACITY(Severity.SERIOUS),
  /** How the person is, or how they move, has changed. */
  CONDITION_CHANGED(Severity.SERIOUS),
  /** A newer map of the danger speaks of the home or the destination. */
  HAZARD_MAP_NEWER(Severity.SERIOUS),
  /** Ways near the route were closed or opened after it was worked out. */
  ROUTE_OUTDATED(Severity.SERIOUS),
  /** There is no route. */
  ROUTE_MISSING(Severity.SERIOUS),
  /** The person did not agree to the making of the plan, or took it back. */
  CONSENT_MISSING(Severity.SERIOUS),
  /** The day of the review is past. */
  REVIEW_OVERDUE(Severity.SERIOUS),
  /** The person moved away. */
  PERSON_MOVED_AWAY(Severity.NOTICE),
  /** The person died. */
  PERSON_DIED(Severity.NOTICE),
  /** The person lives in a facility. */
  PERSON_IN_FACILITY(Severity.NOTICE),
  /** The person is no longer listed. */
  PERSON_REMOVED(Severity.NOTICE),
  /** Not tried within a year. */
  NOT_REHEARSED(Severity.NOTICE);

  /** How bad it is. The order counts. */
  public enum Severity {
    /** Nothing was found. */
    WELL(0),
    /** The plan works; something is left to do. */
    NOTICE(1),
    /** The plan may fail. */
    SERIOUS(2),
    /** The plan will not work as written. */
    URGENT(3);

    private final int degree;

    Severity(int degree) {
      this.degree = degree;
    }

    /** Returns it as a number, as it is stored. */
    public int degree() {
      return degree;
    }

    /** Returns the severity that was stored. */
    static Severity of(int degree) {
      return Arrays.stream(values())
          .filter(each -> each.degree == degree)
          .findFirst()
          .orElseThrow();
    }
  }

  private final Severity severity;

  PlanReason(Severity severity) {
    this.severity = severity;
  }

  /** Returns how bad it is. */
  public Severity severity() {
    return severity;
  }

  /** Tells whether an agreed plan has to be looked at again. */
  public boolean asksForReview() {
    return severity.compareTo(Severity.SERIOUS) >= 0;
  }
}

package jp.noroshi.gis.register;

/**
 * How a person moves when somebody helps. The paces are ours, on the slow side: a plan that is too
 * hopeful is found out on the road. The name is stored.
 */
public enum Mobility {
  /** 自力で歩ける. */
  WALKS(1.0, false),
  /** ゆっくり歩ける. */
  WALKS_SLOWLY(0.7, false),
  /** 杖・歩行器. */
  WITH_AID(0.5, false),
  /** 手を引く・見えない. */
  GUIDED(0.6, false),
  /** 車いす. */
  WHEELCHAIR(0.8, true),
  /** 担架・背負い. */
  CARRIED(0.4, false),
  /** 車両でなければ動けない (医療機器・寝台). */
  BY_VEHICLE(0.4, true);

  private final double metresPerSecond;
  private final boolean stepFree;

  Mobility(double metresPerSecond, boolean stepFree) {
    this.metresPerSecond = metresPerSecond;
    this.stepFree = stepFree;
  }

  /** Returns the pace on level ground in metres per second. */
  public double metresPerSecond() {
    return metresPerSecond;
  }

  /** Tells whether the way must be free of steps. */
  public boolean needsStepFreeWay() {
    return stepFree;
  }
}

package jp.noroshi.gis.route;

/**
 * How fast people get on where nobody says how fast one of them does, in metres per second on level
 * ground. Ours are on the slow side: rain, the dark, and luggage.
 *
 * @param walking on foot, 0.14 … 2.7
 * @param wheelchair in a wheelchair, alone or pushed, within the same
 */
public record UsualPace(double walking, double wheelchair) {

  /** Four kilometres an hour on foot, three in a wheelchair. */
  public static final UsualPace OURS = new UsualPace(4 / 3.6, 3 / 3.6);

  private static final double LEAST = 0.14;
  private static final double MOST = 2.7;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when nobody gets on like that
   */
  public UsualPace {
    if (!isLikely(walking) || !isLikely(wheelchair)) {
      throw new IllegalArgumentException(
          "roads.pace: metres per second, from %s to %s".formatted(LEAST, MOST));
    }
  }

  private static boolean isLikely(double pace) {
    return pace >= LEAST && pace <= MOST;
  }

  /** Returns the pace of a wish, kilometres an hour. */
  double of(RouteWish wish) {
    return wish.pace().orElse(3.6 * (wish.profile() == WayProfile.FOOT ? walking : wheelchair));
  }
}

package jp.noroshi.core.intake;

/**
 * What a message changed in this municipality, by comparison with what was in force before it. The
 * sender's own word (発表, 継続 …) is in the kind's state; this is what is news to us, so a hub that
 * missed the issue still tells of a kind that "continues".
 */
public enum Change {
  /** Nothing of this hazard was in force in the area before. */
  BEGAN,
  /** A lower kind of the same hazard was in force. */
  RAISED,
  /** A higher kind of the same hazard was in force. */
  LOWERED,
  /** As before. */
  CONTINUED,
  /** In force before, not any more (解除). */
  LIFTED,
  /** Told before, and now called a mistake (取消). */
  CANCELLED
}

package jp.noroshi.shelters.talk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Hazard;

/** What a key on the telephone says. The name is part of the texts' names. */
enum PhoneAnswer {
  /** これから避難する: what they mean to do, not yet that they are safe. */
  LEAVING('1', ContactKind.PERSON),
  /** 家の中の安全なところにいる. */
  INDOORS('2', ContactKind.PERSON),
  /** 助けが必要. */
  HELP('3', ContactKind.PERSON),
  /** もう安全な場所にいる. */
  SAFE('4', ContactKind.PERSON),
  /** 行ける. */
  GOES('1', ContactKind.SUPPORTER),
  /** 行けない. */
  CANNOT('2', ContactKind.SUPPORTER),
  /** 避難を始める: a facility's keys say what its page says. */
  EVACUATING('1', ContactKind.FACILITY),
  /** 避難できない・助けが要る. */
  NEEDS_HELP('2', ContactKind.FACILITY),
  /** 上の階などで安全を確保した. */
  SAFE_INDOORS('3', ContactKind.FACILITY),
  /** 避難が終わった. */
  EVACUATED('4', ContactKind.FACILITY),
  /** 利用者はいない. */
  NOBODY_THERE('5', ContactKind.FACILITY);

  /** Who wants to hear it once more presses this. */
  static final char AGAIN = '0';

  /**
   * 屋内安全確保 is something to choose only where water comes (避難情報に関するガイドライン): a slope or a tsunami
   * takes the house with it.
   */
  private static final Set<Hazard> STAYING_MAY_BE_SAFE =
      EnumSet.of(Hazard.FLOOD, Hazard.HEAVY_RAIN, Hazard.STORM_SURGE);

  private final char key;
  private final ContactKind of;

  PhoneAnswer(char key, ContactKind of) {
    this.key = key;
    this.of = of;
  }

  /** Tells whether people may be offered to stay where they are. */
  static boolean mayStay(Hazard hazard) {
    return STAYING_MAY_BE_SAFE.contains(hazard);
  }

  /** Finds what a key says; empty = nothing that was offered. */
  static Optional<PhoneAnswer> find(ContactKind who, Hazard hazard, char key) {
    for (PhoneAnswer answer : values()) {
      if (answer.key == key && answer.of == who) {
        return answer.isOffered(hazard) ? Optional.of(answer) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isOffered(Hazard hazard) {
    return (this != INDOORS && this != SAFE_INDOORS) || mayStay(hazard);
  }
}

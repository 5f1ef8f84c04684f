package jp.noroshi.shelters.response;

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
  CANNOT('2', ContactKind.SUPPORTER);

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
        return answer != INDOORS || mayStay(hazard) ? Optional.of(answer) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}

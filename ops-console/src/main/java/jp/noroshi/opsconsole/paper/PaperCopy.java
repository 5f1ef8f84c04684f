package jp.noroshi.opsconsole.paper;

import java.time.Instant;
import jp.noroshi.gis.register.Disclosure;

/**
 * A numbered copy, as it says of itself on the paper.
 *
 * @param number 第…号: the disclosure and which of its copies
 * @param holder whom it is for
 * @param at when it was printed
 */
public record PaperCopy(String number, String holder, Instant at) {

  /** Returns a copy of a disclosure, printed now. */
  public static PaperCopy of(Disclosure disclosure, Disclosure.Copy copy, Instant now) {
    return new PaperCopy(disclosure.number() + "-" + copy.number(), copy.holder(), now);
  }
}

package jp.noroshi.gis.register;

import java.util.Optional;

/**
 * A certificate of disability (手帳).
 *
 * @param kind which of the three
 * @param grade 等級 as written: 1級 … 6級, A, B
 * @param part 部位: 視覚, 聴覚, 上肢, 下肢, 体幹, 内部 …
 */
public record Certificate(Kind kind, String grade, Optional<String> part) {

  /** Which certificate. The name is stored. */
  public enum Kind {
    /** 身体障害者手帳. */
    PHYSICAL,
    /** 療育手帳. */
    INTELLECTUAL,
    /** 精神障害者保健福祉手帳. */
    MENTAL
  }

  @Override
  public String toString() {
    return "Certificate[…]";
  }
}

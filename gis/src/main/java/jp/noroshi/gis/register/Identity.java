package jp.noroshi.gis.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who a person is and how they are reached (災害対策基本法49条の10第2項).
 *
 * @param reference 整理番号: the office's number of the person (宛名番号)
 * @param name 氏名
 * @param kana フリガナ
 * @param birthDate 生年月日
 * @param sex 性別
 * @param address 住所
 * @param residence 居所, where it is not the address
 * @param phone 電話
 * @param fax FAX
 * @param mail メール
 * @param association 自治会
 * @param block 班
 * @param commissioner 民生委員
 */
public record Identity(
    String reference,
    String name,
    String kana,
    Optional<LocalDate> birthDate,
    Sex sex,
    String address,
    Optional<String> residence,
    Optional<String> phone,
    Optional<String> fax,
    Optional<String> mail,
    Optional<String> association,
    Optional<String> block,
    Optional<String> commissioner) {

  /**
   * Checks what the law asks at least.
   *
   * @throws IllegalArgumentException when the reference or the name is missing
   */
  public Identity {
    if (reference == null || reference.isBlank() || name == null || name.isBlank()) {
      throw new IllegalArgumentException("a person needs a reference and a name");
    }
  }

  /** Says nothing: personal data does not belong in a log. */
  @Override
  public String toString() {
    return "Identity[…]";
  }
}

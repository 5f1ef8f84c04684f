package jp.noroshi.gis.register;

import java.util.List;
import java.util.Optional;

/**
 * Who stands by a person, and how they live.
 *
 * @param emergency 緊急連絡先, at most two
 * @param careManager ケアマネジャー
 * @param counsellor 相談支援専門員
 * @param household 世帯構成, in words
 * @param aloneByDay 日中独居; empty = not known
 * @param dwelling 住居
 */
public record Contacts(
    List<EmergencyContact> emergency,
    Optional<String> careManager,
    Optional<String> counsellor,
    Optional<String> household,
    Optional<Boolean> aloneByDay,
    Optional<Dwelling> dwelling) {

  /** Nothing is known yet. */
  public static final Contacts NONE =
      new Contacts(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Whom to call.
   *
   * @param name 氏名
   * @param relation 続柄
   * @param phone 電話
   */
  public record EmergencyContact(String name, Optional<String> relation, String phone) {
    @Override
    public String toString() {
      return "EmergencyContact[…]";
    }
  }

  /**
   * The home.
   *
   * @param structure 構造: 木造, 鉄骨, RC …
   * @param floor 階: on which floor the person lives
   * @param bedroom 寝室: where they sleep
   */
  public record Dwelling(
      Optional<String> structure, Optional<String> floor, Optional<String> bedroom) {
    @Override
    public String toString() {
      return "Dwelling[…]";
    }
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when there are more than two emergency contacts
   */
  public Contacts {
    emergency = List.copyOf(emergency);
    if (emergency.size() > 2) {
      throw new IllegalArgumentException("at most two emergency contacts");
    }
  }

  /** Says nothing: personal data does not belong in a log. */
  @Override
  public String toString() {
    return "Contacts[…]";
  }
}

package jp.noroshi.gis.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;

/**
 * A part of the register, or plans, that were handed over.
 *
 * @param id its number in the hub
 * @param number its number on paper, 1, 2, …
 * @param subject what it is of
 * @param hazard the danger of the plans in it, as its name is stored
 * @param kind what kind of body got it
 * @param recipient which one
 * @param purpose what for, in words
 * @param basis by which provision
 * @param byOrdinance whether an ordinance stood for the consents
 * @param emergency the emergency it relied on
 * @param districts of which districts; empty = of all
 * @param people how many people are in it
 * @param madeAt when
 * @param madeBy by which account
 * @param keepUntil until which day it may be kept
 * @param copies each numbered and addressed
 * @param recalledAt when it was called back
 * @param recalledBy by which account
 * @param recallReason why
 */
public record Disclosure(
    UUID id,
    int number,
    Subject subject,
    Optional<String> hazard,
    RecipientKind kind,
    String recipient,
    String purpose,
    LegalBasis basis,
    boolean byOrdinance,
    Optional<UUID> emergency,
    List<AreaCode> districts,
    int people,
    Instant madeAt,
    String madeBy,
    LocalDate keepUntil,
    List<Copy> copies,
    Optional<Instant> recalledAt,
    Optional<String> recalledBy,
    Optional<String> recallReason) {

  /** What was handed over. The name is stored. */
  public enum Subject {
    /** 名簿情報. */
    REGISTER,
    /** 個別避難計画, a sheet of each. */
    PLANS,
    /** A list of plans. */
    PLAN_LIST,
    /** 未安否確認の一覧: who is not yet known to be safe in a response. */
    NOT_YET_SAFE
  }

  /**
   * To whom it is handed: bodies the law names (49条の11第2項・49条の15第2項), and those to whom a sheet is
   * no provision. The name is stored.
   */
  public enum RecipientKind {
    /** 消防機関. */
    FIRE,
    /** 警察. */
    POLICE,
    /** 民生委員. */
    COMMISSIONER,
    /** 社会福祉協議会. */
    WELFARE_COUNCIL,
    /** 自主防災組織. */
    VOLUNTARY_GROUP,
    /** 避難支援等実施者 of a plan. */
    SUPPORTER,
    /** その他の者: in a disaster anybody who helps. */
    OTHER,
    /** 本人・家族: their own plan in their own hand. */
    PERSON,
    /** 庁内. */
    OFFICE;

    /** Tells whether the law calls it a provision (提供). */
    public boolean isOutside() {
      return this != PERSON && this != OFFICE;
    }
  }

  /**
   * One copy.
   *
   * @param number 1, 2, …
   * @param holder who answers for it
   * @param handedAt when it was last fetched
   * @param destroyedAt when its destruction was confirmed
   * @param confirmedBy by which account
   */
  public record Copy(
      int number,
      String holder,
      Optional<Instant> handedAt,
      Optional<Instant> destroyedAt,
      Optional<String> confirmedBy) {}

  /** Copies the lists. */
  public Disclosure {
    districts = List.copyOf(districts);
    copies = List.copyOf(copies);
  }

  /** Tells whether a copy that was handed over is not known to be destroyed. */
  public boolean isOpen() {
    return copies.stream().anyMatch(copy -> copy.destroyedAt().isEmpty());
  }
}

package jp.noroshi.gis.site;

import java.util.Arrays;
import java.util.Optional;

/**
 * As what a place is designated or used. The kinds are never mixed in counts. The name is stored.
 */
public enum DesignationKind {
  /** 指定緊急避難場所 (災害対策基本法49条の4), for the hazards it is designated for. */
  EMERGENCY_SITE("指定緊急避難場所"),
  /** 指定避難所 (49条の7). */
  SHELTER("指定避難所"),
  /** 指定福祉避難所 (令20条の6第5号) or one by agreement. */
  WELFARE_SHELTER("福祉避難所"),
  /** 津波避難ビル or 津波避難タワー. */
  TSUNAMI_BUILDING("津波避難ビル・タワー"),
  /** 救護所. */
  AID_STATION("救護所"),
  /** A list that does not say what it is a list of. */
  UNSTATED("区分の記載なし");

  private final String japanese;

  DesignationKind(String japanese) {
    this.japanese = japanese;
  }

  /** Finds the kind with this word. */
  public static Optional<DesignationKind> find(String japanese) {
    return Arrays.stream(values()).filter(kind -> kind.japanese.equals(japanese)).findFirst();
  }

  /** Returns the word people know. */
  public String japanese() {
    return japanese;
  }
}

package jp.noroshi.gis.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One answer of a person.
 *
 * @param kind to what
 * @param answer what
 * @param on the day it was given
 * @param method how it was given
 * @param proxy who answered for the person (代理人・後見人), if not the person
 * @param evidence where the proof is kept, in words
 * @param recordedAt when it was recorded
 * @param recordedBy by which account
 */
public record Consent(
    ConsentKind kind,
    ConsentAnswer answer,
    LocalDate on,
    Method method,
    Optional<String> proxy,
    Optional<String> evidence,
    Instant recordedAt,
    String recordedBy) {

  /** How an answer was given. The name is stored. */
  public enum Method {
    /** 書面. */
    PAPER,
    /** 口頭 (訪問). */
    VISIT,
    /** 電話. */
    TELEPHONE,
    /** 電子申請. */
    ONLINE,
    /** 郵送. */
    POST,
    /** Nobody answered yet. */
    NONE
  }

  @Override
  public String toString() {
    return "Consent[" + kind + " " + answer + "]";
  }
}

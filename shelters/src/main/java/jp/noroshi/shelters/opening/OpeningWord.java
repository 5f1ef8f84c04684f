package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/** What staff say of a shelter. */
public sealed interface OpeningWord {

  /** 開設を指示する. */
  record Instruct(String note) implements OpeningWord {}

  /** 点検した. */
  record Inspect(Inspection inspection, String note) implements OpeningWord {}

  /** 開設する. */
  record Open(String note) implements OpeningWord {}

  /** 開設できない. The note says why. */
  record CannotOpen(String note) implements OpeningWord {}

  /** 閉鎖の準備を始める. */
  record BeginClosing(String note) implements OpeningWord {}

  /** 閉鎖する; of one that was only instructed: the instruction is withdrawn. */
  record Close(String note) implements OpeningWord {}

  /**
   * How crowded it is, whatever the count says.
   *
   * @param crowding {@code UNKNOWN} = by the count again
   * @param until when the count decides again; empty = until somebody says otherwise
   */
  record Crowded(Crowding crowding, Optional<Instant> until) implements OpeningWord {}

  /** 変わりなし. */
  record StillCorrect() implements OpeningWord {}

  /** Which word it is. The name is stored. */
  enum Name {
    /** {@link OpeningWord.Instruct}. */
    INSTRUCT,
    /** {@link OpeningWord.Inspect}. */
    INSPECT,
    /** {@link OpeningWord.Open}. */
    OPEN,
    /** {@link OpeningWord.CannotOpen}. */
    CANNOT_OPEN,
    /** {@link OpeningWord.BeginClosing}. */
    BEGIN_CLOSING,
    /** {@link OpeningWord.Close}. */
    CLOSE,
    /** {@link OpeningWord.Crowded}. */
    CROWDED,
    /** {@link OpeningWord.StillCorrect}. */
    STILL_CORRECT
  }

  /** Returns which word it is. */
  default Name name() {
    return switch (this) {
      case Instruct _ -> Name.INSTRUCT;
      case Inspect _ -> Name.INSPECT;
      case Open _ -> Name.OPEN;
      case CannotOpen _ -> Name.CANNOT_OPEN;
      case BeginClosing _ -> Name.BEGIN_CLOSING;
      case Close _ -> Name.CLOSE;
      case Crowded _ -> Name.CROWDED;
      case StillCorrect _ -> Name.STILL_CORRECT;
    };
  }

  /** Returns what was said beside, may be empty. */
  default String said() {
    return switch (this) {
      case Instruct(String note) -> note;
      case Inspect(_, String note) -> note;
      case Open(String note) -> note;
      case CannotOpen(String note) -> note;
      case BeginClosing(String note) -> note;
      case Close(String note) -> note;
      case Crowded _, StillCorrect _ -> "";
    };
  }
}

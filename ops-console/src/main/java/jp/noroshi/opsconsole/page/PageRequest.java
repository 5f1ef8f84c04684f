package jp.noroshi.opsconsole.page;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;

/**
 * What somebody wants to read.
 *
 * @param subject what about
 * @param language BCP 47, one the page speaks
 * @param size how large
 * @param part only the part that changes, for a page that is open already
 */
record PageRequest(Subject subject, String language, TextSize size, boolean part) {

  /** What a page is about. */
  sealed interface Subject {
    /** The whole municipality. */
    record City() implements Subject {}

    /** One district; a code that is not ours is answered as not found. */
    record District(AreaCode code) implements Subject {}

    /** One notice, by its dispatch: the same address in every language. */
    record Notice(Optional<UUID> dispatch) implements Subject {}
  }

  /** How large the text is. */
  enum TextSize {
    /** As the browser has it. */
    M,
    /** A quarter larger. */
    L,
    /** Half as large again. */
    X;

    String parameter() {
      return name().toLowerCase(Locale.ROOT);
    }

    static TextSize of(String parameter) {
      return switch (parameter) {
        case "l" -> L;
        case "x" -> X;
        default -> M;
      };
    }
  }

  String path() {
    return switch (subject) {
      case Subject.City() -> "/";
      case Subject.District(AreaCode code) -> "/d/" + code;
      case Subject.Notice(Optional<UUID> dispatch) ->
          "/n/" + dispatch.map(UUID::toString).orElse("");
    };
  }

  /** Returns the address of this page with its language and size. */
  String address() {
    return path() + "?lang=" + language + "&size=" + size.parameter();
  }

  PageRequest about(Subject other) {
    return new PageRequest(other, language, size, part);
  }

  PageRequest in(String other) {
    return new PageRequest(subject, other, size, part);
  }

  PageRequest sized(TextSize other) {
    return new PageRequest(subject, language, other, part);
  }
}

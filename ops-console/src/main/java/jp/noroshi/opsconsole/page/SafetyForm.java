package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.response.Report.Said;

/**
 * What somebody wrote into the page of reports; blank where nothing was. What cannot be understood
 * is left out rather than refused: a report must come through.
 */
record SafetyForm(Optional<PersonAnswer> kind, Said said, Optional<LocalDate> birth) {

  static final SafetyForm EMPTY = new SafetyForm(Optional.empty(), Said.NOTHING, Optional.empty());

  static SafetyForm read(MultiMap fields) {
    String kind = text(fields, "kind");
    return new SafetyForm(
        EnumSet.allOf(PersonAnswer.class).stream()
            .filter(each -> each.name().equals(kind))
            .findFirst(),
        new Said(
            text(fields, "name"),
            text(fields, "kana"),
            text(fields, "phone"),
            text(fields, "place"),
            number(text(fields, "people")),
            text(fields, "note"),
            Optional.empty()),
        date(text(fields, "birth")));
  }

  private static String text(MultiMap fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(text -> text.strip().replace("\0", ""))
        .orElse("");
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
